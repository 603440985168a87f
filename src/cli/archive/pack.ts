import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';

import { checksumsEntry, manifestEntry } from '../../lib/archive/entry-name.ts';
import { writeArchive } from '../../lib/archive/write.ts';
import { filesBelow } from '../dataset/checksums.ts';
import { nativeHasher } from '../dataset/native-hasher.ts';
import { pipe } from '../pipe.ts';

/** Writes a dataset's folder as one file, its manifest first. */
export async function packFolder(folder: string, path: string, signal: AbortSignal): Promise<void> {
	const files = (await filesBelow(folder)).filter((file) => file !== checksumsEntry);
	const ordered = [manifestEntry, ...files.filter((file) => file !== manifestEntry)];
	function* entries() {
		for (const name of ordered) yield { name, content: createReadStream(join(folder, name)) };
	}
	await pipe(Readable.from(writeArchive(entries(), nativeHasher)), createWriteStream(path), signal);
}
