import type { DatasetFile } from '../../lib/dataset/manifest.ts';
import type { Batch } from '../../lib/dataset/rows.ts';
import type { TableName } from '../../lib/dataset/schema.ts';
import type { Job, Thread } from '../../lib/threads/pool.ts';
import type { Jobs } from '../../lib/threads/serve-jobs.ts';
import { startEngine, type Engine } from '../dataset/engine.ts';
import { FileSink } from '../dataset/sink.ts';

interface Files {
	readonly engine: Engine;
	readonly sink: FileSink;
}

const key = 'files';
const filesOf = ({ memory }: Thread) => memory.get(key) as Files | undefined;

function openedIn(thread: Thread): Files {
	const files = filesOf(thread);
	if (!files) throw new Error('rows came before their folder');
	return files;
}

/** Rows of a table on their way to the file of a part. */
interface SentRows<T extends TableName = TableName> {
	readonly table: T;
	readonly batch: Batch<T>;
	readonly part: number;
}

/** Starts an engine for files in a folder. */
export const openFiles: Job<string, void> = {
	name: 'open files',
	run: async (folder, { memory }) => {
		const engine = await startEngine();
		memory.set(key, { engine, sink: new FileSink(engine, folder) } satisfies Files);
	}
};

export const writeRows: Job<SentRows, void> = {
	name: 'write rows',
	run: ({ table, batch, part }, thread) => openedIn(thread).sink.write(table, batch, part)
};

/** Completes the files of a list, also those that no row went to. */
export const completeFiles: Job<readonly DatasetFile[], void> = {
	name: 'complete files',
	run: (files, thread) => openedIn(thread).sink.finish(files)
};

/** Ends the engine, whether files are complete or not. */
export const closeFiles: Job<null, void> = {
	name: 'close files',
	run: (_, thread) => {
		filesOf(thread)?.engine.close();
		thread.memory.delete(key);
	}
};

/** What a thread does that fills files of a dataset. */
export const jobs: Jobs = [openFiles, writeRows, completeFiles, closeFiles];
