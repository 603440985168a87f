import type { DatasetFile } from '../../lib/dataset/manifest.ts';
import type { AnyBatch, Batch } from '../../lib/dataset/rows.ts';
import { tables, type TableName } from '../../lib/dataset/schema.ts';
import type { StartedPool } from '../../lib/threads/lend-pool.ts';
import type { Engine } from '../dataset/engine.ts';
import { FileSink, type FillingSink } from '../dataset/sink.ts';
import { closeFiles, completeFiles, openFiles, writeRows } from './file-jobs.ts';
import { startFileThread } from './thread-pool.ts';

/** Papers from which on the search index goes to a thread of its own: for fewer, its start takes as long as it saves. */
const manyPapers = 20_000;
/** Batches on their way to a thread, at most. */
const underWay = 3;

/** A batch that can be given away, and what is given: columns of numbers are copied, since whoever fills them goes on. */
function toGive<T extends TableName>({
	length,
	columns
}: Batch<T>): { batch: Batch<T>; moves: ArrayBuffer[] } {
	const moves: ArrayBuffer[] = [];
	const copies = Object.entries(columns as AnyBatch['columns']).map(([name, values]) => {
		if (!(values instanceof Int32Array)) return [name, values];
		const copy = values.slice();
		moves.push(copy.buffer);
		return [name, copy];
	});
	return { batch: { length, columns: Object.fromEntries(copies) as Batch<T>['columns'] }, moves };
}

/** Fills files of a dataset in a thread with an engine of its own. */
class FilesElsewhere {
	readonly #thread: StartedPool;
	/** Tasks whose end nobody has waited for. */
	readonly #tasks: Promise<void>[] = [];

	constructor(thread: StartedPool, folder: string) {
		this.#thread = thread;
		this.#note(thread.pool.run(openFiles, folder));
	}

	async write<T extends TableName>(table: T, batch: Batch<T>, part: number): Promise<void> {
		const given = toGive(batch);
		const rows = { table, batch: given.batch as Batch<TableName>, part };
		this.#note(this.#thread.pool.run(writeRows, rows, given.moves));
		if (this.#tasks.length > underWay) await this.#tasks.shift();
	}

	async finish(files: readonly DatasetFile[]): Promise<void> {
		await Promise.all(this.#tasks.splice(0));
		await this.#thread.pool.run(completeFiles, files);
	}

	/** Ends the engine, then the thread: native code does not bear to be terminated. */
	end(): void {
		void this.#thread.pool
			.run(closeFiles, null)
			.catch(() => undefined)
			.finally(() => this.#thread.end());
	}

	/** What fails is told to whoever waits for the task. */
	#note(task: Promise<void>): void {
		task.catch(() => undefined);
		this.#tasks.push(task);
	}
}

/** A sink into files that has the search index of many papers written in another thread, beside the one that makes it. */
export class ThreadedSink implements FillingSink {
	readonly #own: FileSink;
	readonly #folder: string;
	readonly #start: () => StartedPool;
	readonly #many: number;
	#papers = 0;
	#elsewhere: FilesElsewhere | null = null;

	/**
	 * @param folder an existing folder that is empty
	 * @param start starts a thread that does `file-jobs`
	 */
	constructor(engine: Engine, folder: string, start = startFileThread, many = manyPapers) {
		this.#own = new FileSink(engine, folder);
		this.#folder = folder;
		this.#start = start;
		this.#many = many;
	}

	get scratch(): FileSink['scratch'] {
		return this.#own.scratch;
	}

	async write<T extends TableName>(table: T, batch: Batch<T>, part: number): Promise<void> {
		if (table === 'papers') this.#papers += batch.length;
		if (tables[table].group !== 'search' || this.#papers < this.#many)
			return this.#own.write(table, batch, part);
		this.#elsewhere ??= new FilesElsewhere(this.#start(), this.#folder);
		return this.#elsewhere.write(table, batch, part);
	}

	async finish(files: readonly DatasetFile[]): Promise<void> {
		const isElsewhere = ({ group }: DatasetFile) => this.#elsewhere !== null && group === 'search';
		await Promise.all([
			this.#own.finish(files.filter((file) => !isElsewhere(file))),
			this.#elsewhere?.finish(files.filter(isElsewhere))
		]);
		this.release();
	}

	release(): void {
		this.#own.release();
		this.#elsewhere?.end();
		this.#elsewhere = null;
	}
}
