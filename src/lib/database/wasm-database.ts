import { attachEmpty, attachFile, fetchByIds, offlineSettings } from '../engine/attach.ts';
import { createTable } from '../dataset/ddl.ts';
import { catalogName, fileName, tablesOf } from '../dataset/files.ts';
import type { DatasetFile } from '../dataset/manifest.ts';
import type { QueryHost, ResultTable } from '../engine/query-host.ts';
import { Queue } from '../engine/queue.ts';
import { tables, type FileGroup, type TableName } from '../dataset/schema.ts';
import { resultOf, type ArrowTable } from './arrow-result.ts';
import type { Connection } from './connection.ts';
import { asError } from '../base/as-error.ts';

/** A statement that the engine refused, with the engine's own error as its cause. */
export class QueryError extends Error {
	override readonly name = 'QueryError';
	readonly sql: string;

	constructor(sql: string, cause: unknown) {
		super(asError(cause).message, { cause });
		this.sql = sql;
	}
}

/** Fetches one of the dataset's files whole. */
export type LoadFile = (file: DatasetFile) => Promise<Uint8Array>;

/** DuckDB-WASM with the files of one dataset. Statements run one at a time, in the order in which they came. */
export class WasmDatabase implements QueryHost {
	readonly #connection: Connection;
	readonly #load: LoadFile;
	readonly #queue = new Queue();
	/** Rejects when the engine has died. */
	readonly #failing: Promise<never>;
	readonly #attached = new Map<string, Promise<void>>();

	constructor(connection: Connection, load: LoadFile) {
		this.#connection = connection;
		this.#load = load;
		this.#failing = connection.died.then((error) => {
			throw error;
		});
		this.#failing.catch(() => {});
	}

	/** Resolves when the engine has died. */
	get died(): Promise<Error> {
		return this.#connection.died;
	}

	/** Forbids the engine to fetch anything by itself, among other settings. To be called before anything else. */
	async start(): Promise<void> {
		for (const sql of [...offlineSettings, fetchByIds]) await this.execute(sql);
	}

	/** @throws QueryError when the engine refuses; the signal's reason when that aborts first */
	query(sql: string, signal?: AbortSignal): Promise<ResultTable> {
		return this.#run(sql, resultOf, signal);
	}

	execute(sql: string): Promise<void> {
		return this.#run(sql, () => {});
	}

	/** Loads and attaches a file; whoever asks meanwhile shares it, and a failure is tried again next time. */
	async attach(file: DatasetFile, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		await this.#once(file.file, () => this.#attach(file));
		signal?.throwIfAborted();
	}

	/** Makes an empty file in memory, in place of one to attach. Does nothing when it is there. */
	create(group: FileGroup, part: number): Promise<void> {
		return this.#once(fileName(group, part), () => this.#create(group, part));
	}

	/** Adds rows, given as an Arrow IPC stream, to a table; makes the file that it belongs to. */
	async insert(table: TableName, part: number, arrow: Uint8Array): Promise<void> {
		const { group } = tables[table];
		await this.create(group, part);
		const catalog = catalogName(group, part);
		await this.#queue.run(() => this.#alive(this.#connection.insert(catalog, table, arrow)));
	}

	close(): Promise<void> {
		return this.#connection.close();
	}

	#run<T>(sql: string, read: (table: ArrowTable) => T, signal?: AbortSignal): Promise<T> {
		return this.#queue.run(async () => {
			try {
				return read(await this.#alive(this.#connection.query(sql)));
			} catch (error) {
				throw new QueryError(sql, error);
			}
		}, signal);
	}

	#alive<T>(asked: Promise<T>): Promise<T> {
		return Promise.race([asked, this.#failing]);
	}

	async #once(file: string, make: () => Promise<void>): Promise<void> {
		const made = this.#attached.get(file) ?? make();
		this.#attached.set(file, made);
		try {
			await made;
		} catch (error) {
			if (this.#attached.get(file) === made) this.#attached.delete(file);
			throw error;
		}
	}

	async #create(group: FileGroup, part: number): Promise<void> {
		const catalog = catalogName(group, part);
		await this.execute(attachEmpty(catalog));
		for (const table of tablesOf(group, part)) await this.execute(createTable(table, catalog));
	}

	async #attach(file: DatasetFile): Promise<void> {
		const bytes = await this.#load(file);
		await this.#queue.run(() => this.#alive(this.#connection.register(file.file, bytes)));
		await this.execute(attachFile(file));
	}
}
