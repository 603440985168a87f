import { portableHasher, type Hasher } from '../base/hasher.ts';
import type { Manifest } from '../dataset/manifest.ts';
import { parseManifest } from '../dataset/read-manifest.ts';
import { zipContent } from '../zip/content.ts';
import { zipDirectory, type ZipRecord } from '../zip/directory.ts';
import type { RandomAccess } from '../zip/random-access.ts';
import { checksumsEntry, entryKind, manifestEntry, type EntryKind, parseChecksums } from './entry-name.ts';
import { ArchiveError } from './error.ts';

/** A dataset deflates to a third; deflate cannot do better than a thousandth. */
const greatestRatio = 200;
/** Bytes below which nothing is suspicious. */
const harmless = 64_000_000;
/** Bytes of an entry that is read whole, at most. */
const largestWhole = 256_000_000;

/** One file of a saved dataset. */
export interface ArchiveEntry {
	readonly name: string;
	readonly what: EntryKind;
	readonly size: number;
	/** Its bytes, to be read once and to the end. @throws ArchiveError when they are not those that were saved */
	content(): AsyncGenerator<Uint8Array>;
	/** The same at once. */
	whole(): Promise<Uint8Array>;
}

export interface Archive {
	readonly manifest: Manifest;
	/** The manifest as it was saved. */
	readonly manifestBytes: Uint8Array;
	/** Everything but the manifest and the list of checksums; rows of a table in their order. */
	readonly entries: readonly ArchiveEntry[];
}

function refused(file: RandomAccess, why: string): ArchiveError {
	return new ArchiveError(`${file.name} ${why}.`);
}

/** Makes sure that the archive is a dataset and nothing but, before anything is unpacked. */
function inspected(file: RandomAccess, records: readonly ZipRecord[]): Map<string, ZipRecord> {
	const byName = new Map<string, ZipRecord>();
	for (const record of records) {
		if (entryKind(record.name) === null) {
			throw refused(file, `holds "${record.name}", which is no part of a dataset, and is not opened`);
		}
		if (byName.has(record.name)) throw refused(file, `holds ${record.name} twice, and is not opened`);
		byName.set(record.name, record);
	}
	const sum = (pick: (record: ZipRecord) => number) =>
		records.reduce((total, record) => total + pick(record), 0);
	const size = sum((record) => record.size);
	// Entries that overlap would be counted more often than they are there.
	if (sum(({ packed }) => packed) > file.size || (size > harmless && size > file.size * greatestRatio)) {
		throw refused(file, 'would unpack to far more than a dataset does, and is refused as a compression bomb');
	}
	return byName;
}

async function joined(content: AsyncIterable<Uint8Array>, size: number): Promise<Uint8Array> {
	const bytes = new Uint8Array(size);
	let at = 0;
	for await (const chunk of content) {
		bytes.set(chunk, at);
		at += chunk.length;
	}
	return bytes;
}

function readManifest(file: RandomAccess, bytes: Uint8Array): Manifest {
	try {
		return parseManifest(bytes);
	} catch (error) {
		throw refused(file, `has a manifest that cannot be read: ${(error as Error).message}`);
	}
}

/** The content of an entry, which fails at its end when it is not what the checksums say. */
async function* verified(
	file: RandomAccess,
	record: ZipRecord,
	hash: Hasher,
	checksums: ReadonlyMap<string, string>
): AsyncGenerator<Uint8Array> {
	for await (const chunk of zipContent(file, record)) {
		hash.update(chunk);
		yield chunk;
	}
	if (hash.hex() === checksums.get(record.name)) return;
	throw refused(file, `is not as it was saved: ${record.name} has another checksum. Copy or save it again`);
}

/** The entries that are neither manifest nor checksums, by name. */
function datasetEntries(records: ReadonlyMap<string, ZipRecord>): ZipRecord[] {
	return [...records.values()]
		.filter(({ name }) => name !== checksumsEntry && name !== manifestEntry)
		.sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Opens a saved dataset. Nothing is unpacked but the manifest and the checksums.
 * @throws ZipError when it is none, is damaged, holds anything else, or was written by another major version
 */
export async function openArchive(
	file: RandomAccess,
	hasher: () => Hasher = portableHasher
): Promise<Archive> {
	const records = inspected(file, await zipDirectory(file));
	const whole = (record: ZipRecord, content = zipContent(file, record)) => {
		if (record.size > largestWhole) throw refused(file, `has a part of impossible size (${record.name})`);
		return joined(content, record.size);
	};
	const listed = records.get(checksumsEntry);
	if (!listed) throw refused(file, 'is no saved dataset: it has no checksums');
	const checksums = parseChecksums(new TextDecoder().decode(await whole(listed)));
	const content = (record: ZipRecord) => verified(file, record, hasher(), checksums);
	const manifest = records.get(manifestEntry);
	if (!manifest) throw refused(file, 'is no saved dataset: it has no manifest.json');
	const missing = [...checksums.keys()].find((name) => !records.has(name));
	if (missing !== undefined) throw refused(file, `lacks ${missing}. Copy or save it again`);
	const manifestBytes = await whole(manifest, content(manifest));
	return {
		manifest: readManifest(file, manifestBytes),
		manifestBytes,
		entries: datasetEntries(records).map((record) => ({
			name: record.name,
			what: entryKind(record.name) as EntryKind,
			size: record.size,
			content: () => content(record),
			whole: () => whole(record, content(record))
		}))
	};
}
