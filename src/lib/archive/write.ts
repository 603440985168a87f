import { portableHasher, type Hasher } from '../base/hasher.ts';
import { zip, type ZipEntry } from '../export/zip.ts';
import { checksumsEntry, formatChecksums } from './entry-name.ts';

export type { ZipEntry };

/** Passes an entry on and notes its checksum when it has gone by. */
async function* hashed(
	{ name, content }: ZipEntry,
	hasher: Hasher,
	checksums: Map<string, string>
): AsyncGenerator<Uint8Array> {
	for await (const chunk of content) {
		hasher.update(chunk);
		yield chunk;
	}
	checksums.set(name, hasher.hex());
}

async function* withChecksums(
	entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
	hasher: () => Hasher
): AsyncGenerator<ZipEntry> {
	const checksums = new Map<string, string>();
	for await (const entry of entries) {
		yield { name: entry.name, content: hashed(entry, hasher(), checksums) };
	}
	yield { name: checksumsEntry, content: [new TextEncoder().encode(formatChecksums(checksums))] };
}

/**
 * A dataset as the bytes of one zip archive, with the checksums of its entries at the end.
 * @param entries all but the checksums, in their order
 */
export function writeArchive(
	entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
	hasher: () => Hasher = portableHasher
): AsyncGenerator<Uint8Array> {
	return zip(withChecksums(entries, hasher));
}
