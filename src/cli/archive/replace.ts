import { mkdirSync, renameSync, rmSync, createReadStream, createWriteStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';

import { removeAtExit } from '../cleanups.ts';
import { assertReplaceable, assertReplaceableFile } from '../dataset/replaceable.ts';
import { tidyLeftovers } from '../dataset/swap.ts';
import { replaceDataset } from '../dataset/write.ts';
import { requireFilePlace } from '../output-place.ts';
import { checksumsEntry, manifestEntry } from '../../lib/archive/entry-name.ts';
import { writeArchive } from '../../lib/archive/write.ts';
import { filesBelow, nativeHasher } from '../dataset/checksums.ts';
import { pipe } from '../pipe.ts';

/** Writes a dataset's folder as one file, its manifest first. */
async function packFolder(folder: string, path: string, signal: AbortSignal): Promise<void> {
	const files = (await filesBelow(folder)).filter((file) => file !== checksumsEntry);
	const ordered = [manifestEntry, ...files.filter((file) => file !== manifestEntry)];
	function* entries() {
		for (const name of ordered) yield { name, content: createReadStream(join(folder, name)) };
	}
	await pipe(Readable.from(writeArchive(entries(), nativeHasher)), createWriteStream(path), signal);
}

async function replaceArchive<T>(
	out: string,
	fill: (folder: string) => Promise<T>,
	signal: AbortSignal
): Promise<T> {
	requireOutputPlace(out);
	const target = resolve(out);
	tidyLeftovers(target);
	const work = `${target}.tmp-${process.pid}`;
	// A thread that was given up may still be writing.
	const clean = () => rmSync(work, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 });
	const settled = removeAtExit(work);
	try {
		const [folder, archive] = [join(work, 'dataset'), join(work, 'archive')];
		mkdirSync(folder, { recursive: true });
		const made = await fill(folder);
		await packFolder(folder, archive, signal);
		renameSync(archive, target);
		return made;
	} finally {
		clean();
		settled();
	}
}

const isOneFile = (out: string) => /\.zip$/i.test(out);

/**
 * Makes sure, before any work, that a dataset may be written to a place.
 * @throws CommandError where something else is there, or nothing may be written
 */
export function requireOutputPlace(out: string): void {
	if (!isOneFile(out)) return assertReplaceable(out);
	requireFilePlace(resolve(out));
	assertReplaceableFile(resolve(out));
}

/**
 * Has a dataset made and puts it in place of what is at `out`, whole or not at all: as one file where the name ends in
 * `.zip`, else as a folder.
 * @throws CommandError where `out` is something else; otherwise what filling throws
 */
export function replaceOutput<T>(
	out: string,
	fill: (folder: string) => Promise<T>,
	signal: AbortSignal
): Promise<T> {
	return isOneFile(out) ? replaceArchive(out, fill, signal) : replaceDataset(out, fill, signal);
}
