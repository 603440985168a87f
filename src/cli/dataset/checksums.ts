import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { checksumsEntry, formatChecksums, parseChecksums } from '../../lib/archive/entry-name.ts';
import type { Hasher } from '../../lib/base/hasher.ts';

/** Node's SHA-256. */
export function nativeHasher(): Hasher {
	const hash = createHash('sha256');
	return { update: (bytes) => void hash.update(bytes), hex: () => hash.digest('hex') };
}

/** The file of a dataset that lists all others, in the form of `sha256sum`. */
export const checksumsFile = checksumsEntry;

/** Every file below a folder, with `/` between folders, in code-unit order. */
export async function filesBelow(folder: string): Promise<string[]> {
	const walk = async (prefix: string): Promise<string[]> => {
		const entries = await readdir(join(folder, prefix), { withFileTypes: true });
		const below = entries.map((entry) => {
			const path = prefix === '' ? entry.name : `${prefix}/${entry.name}`;
			return entry.isDirectory() ? walk(path) : [path];
		});
		return (await Promise.all(below)).flat();
	};
	return (await walk('')).sort();
}

/** SHA-256 of a file, 64 hexadecimal digits. */
export async function sha256OfFile(path: string): Promise<string> {
	const hash = createHash('sha256');
	for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
	return hash.digest('hex');
}

/**
 * Writes the checksum of every file of a folder beside them.
 * @param known those of files that nobody has to read again
 */
export async function writeChecksums(
	folder: string,
	known: ReadonlyMap<string, string> = new Map()
): Promise<void> {
	const checksums = new Map<string, string>();
	for (const file of await filesBelow(folder)) {
		if (file === checksumsFile) continue;
		checksums.set(file, known.get(file) ?? (await sha256OfFile(join(folder, file))));
	}
	await writeFile(join(folder, checksumsFile), formatChecksums(checksums));
}

/** What is wrong with the files of a folder, in words; nothing when all are as they were written. */
export async function verifyChecksums(folder: string): Promise<string[]> {
	const text = await readFile(join(folder, checksumsFile), 'utf8').catch(() => null);
	if (text === null) return [`${checksumsFile} is missing`];
	const listed = parseChecksums(text);
	const present = (await filesBelow(folder)).filter((file) => file !== checksumsFile);
	const problems = present
		.filter((file) => !listed.has(file))
		.map((file) => `${file} is not listed in ${checksumsFile}`);
	for (const [file, wanted] of listed) {
		if (!present.includes(file)) problems.push(`${file} is missing`);
		else if ((await sha256OfFile(join(folder, file))) !== wanted) {
			problems.push(`${file} was changed after it was written`);
		}
	}
	return problems;
}
