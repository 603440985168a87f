import { createWriteStream, mkdirSync, existsSync, statSync } from 'node:fs';
import { writeFile, open } from 'node:fs/promises';
import { join, basename, dirname } from 'node:path';
import { Readable } from 'node:stream';

import { rowsOf } from '../../lib/archive/arrow-rows.ts';
import { manifestEntry } from '../../lib/archive/entry-name.ts';
import { ArchiveError } from '../../lib/archive/error.ts';
import { ZipError } from '../../lib/zip/error.ts';
import { openArchive, type Archive, type ArchiveEntry } from '../../lib/archive/read.ts';
import type { Batch } from '../../lib/dataset/rows.ts';
import type { TableName } from '../../lib/dataset/schema.ts';
import { writeChecksums, nativeHasher } from '../dataset/checksums.ts';
import { startEngine } from '../dataset/engine.ts';
import { FileSink } from '../dataset/sink.ts';
import { settleSwap } from '../dataset/swap.ts';
import { CommandError } from '../errors.ts';
import { pipe } from '../pipe.ts';
import type { RandomAccess } from '../../lib/zip/random-access.ts';
import { temporaryFolder } from '../cleanups.ts';

/** Has a file read in any order, and closes it afterwards. */
async function withFile<T>(path: string, use: (file: RandomAccess) => Promise<T>): Promise<T> {
	const handle = await open(path);
	try {
		const { size } = await handle.stat();
		return await use({
			name: basename(path),
			size,
			read: async (start, end) => {
				const bytes = new Uint8Array(Math.max(0, Math.min(end, size) - start));
				const { bytesRead } = await handle.read(bytes, 0, bytes.length, start);
				return bytes.subarray(0, bytesRead);
			}
		});
	} finally {
		await handle.close();
	}
}

/** Writes the entries that are files of a dataset's folder, each verified on the way. */
async function writeFiles(
	entries: readonly ArchiveEntry[],
	folder: string,
	signal: AbortSignal
): Promise<void> {
	for (const { name, what, content } of entries) {
		if (what.kind === 'rows') continue;
		await pipe(Readable.from(content()), createWriteStream(join(folder, name)), signal);
	}
}

/** Makes the `.duckdb` files of a dataset that was saved in a browser, which cannot write them. */
async function writeTables(
	{ manifest, entries }: Archive,
	folder: string,
	signal: AbortSignal
): Promise<void> {
	const engine = await startEngine();
	try {
		const sink = new FileSink(engine, folder);
		for (const { what, whole } of entries) {
			if (what.kind !== 'rows') continue;
			signal.throwIfAborted();
			const rows = rowsOf(what.table, await whole(), manifest.schemaVersion);
			await sink.write(what.table, rows as unknown as Batch<TableName>, what.part);
		}
		await sink.finish(manifest.files);
	} finally {
		engine.close();
	}
}

async function unpack(archive: Archive, folder: string, signal: AbortSignal): Promise<void> {
	const { manifest, entries } = archive;
	mkdirSync(join(folder, 'model'), { recursive: true });
	await writeFile(join(folder, manifestEntry), archive.manifestBytes);
	await writeFiles(entries, folder, signal);
	if (entries.some(({ what }) => what.kind === 'rows')) await writeTables(archive, folder, signal);
	else if (manifest.files.some(({ file }) => !entries.some(({ name }) => name === file))) {
		throw new ArchiveError('It lacks some of the files that its manifest names. Save it again.');
	}
	await writeChecksums(folder);
}

/**
 * Unpacks a saved dataset into an empty folder, as the folder that was saved.
 * @throws CommandError when it is none, or not as it was saved
 */
export async function unpackArchive(path: string, folder: string, signal: AbortSignal): Promise<void> {
	try {
		await withFile(path, async (file) => unpack(await openArchive(file, nativeHasher), folder, signal));
	} catch (error) {
		throw error instanceof ZipError ? new CommandError(error.message) : error;
	}
}

/** Whether a path names a saved dataset rather than a folder. */
export const isArchive = (path: string) => existsSync(path) && statSync(path).isFile();

/**
 * The folder of a dataset: the path itself, or what a saved dataset is unpacked to, which goes when the process ends.
 * @throws CommandError when it is a file but no saved dataset
 */
export async function datasetFolder(path: string, signal: AbortSignal): Promise<string> {
	await settleSwap(path);
	// A model may be named by the folder in a dataset.
	await settleSwap(dirname(path));
	if (!isArchive(path)) return path;
	const { folder } = temporaryFolder();
	await unpackArchive(path, folder, signal);
	return folder;
}
