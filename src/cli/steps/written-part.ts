import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import type { DatasetFile } from '../../lib/dataset/manifest.ts';
import { TableWriter } from '../../lib/pipeline/write/table-writer.ts';
import { sha256OfFile } from '../dataset/checksums.ts';
import { startEngine } from '../dataset/engine.ts';
import { FileSink } from '../dataset/sink.ts';
import type { Staging, WrittenPart } from './staging.ts';

type Made<T> = T & { files: readonly DatasetFile[]; counts: WrittenPart['counts'] };

/**
 * Writes some of a dataset's tables into a folder that no other attempt of the task writes to, so that only the files of
 * the attempt that counts are ever read.
 */
export async function writePart<T>(
	staging: Staging,
	make: (writer: TableWriter, sink: FileSink) => Promise<Made<T>>
): Promise<{ made: T; written: WrittenPart }> {
	const folder = staging.path('parts', randomUUID());
	mkdirSync(folder, { recursive: true });
	const engine = await startEngine();
	const sink = new FileSink(engine, folder);
	try {
		const writer = new TableWriter(sink);
		const { files, counts, ...made } = await make(writer, sink);
		const sums = await writer.sums();
		await sink.finish(files);
		const staged = [];
		for (const file of files) {
			const path = join(folder, file.file);
			staged.push({ ...file, path, sha256: await sha256OfFile(path) });
		}
		return { made: made as unknown as T, written: { files: staged, sums, counts } };
	} finally {
		sink.release();
		engine.close();
	}
}
