import type { DuckDBConnection } from '@duckdb/node-api';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { createTable } from '../../lib/dataset/ddl.ts';
import { catalogName, fileName, tablesOf } from '../../lib/dataset/files.ts';
import type { DatasetFile } from '../../lib/dataset/manifest.ts';
import type { AnyBatch, Batch } from '../../lib/dataset/rows.ts';
import { tables, type FileGroup, type TableName } from '../../lib/dataset/schema.ts';
import type { DatasetSink } from '../../lib/dataset/sink.ts';
import { quoteText } from '../../lib/queries/sql/quote.ts';
import { BatchAppender, storedColumns } from './chunks.ts';
import type { Engine } from './engine.ts';
import { ScratchFile } from './scratch-file.ts';

/** The newest file format that the page's DuckDB-WASM 1.4 reads. */
const storageVersion = 'v1.2.0';
/**
 * Bytes of a block: small, since a small dataset has many columns, but twice the least there is, below which DuckDB
 * does not pack integers into fewer bits.
 */
const blockSize = 32_768;

/** Statement that opens a file of a dataset, new or not, to be filled under its catalog's name. */
export const attachToFill = (path: string, catalog: string): string =>
	`ATTACH ${quoteText(path)} AS "${catalog}" (STORAGE_VERSION '${storageVersion}', BLOCK_SIZE ${blockSize})`;

/** A file being written and the tables that are still to come. */
interface OpenPart {
	readonly catalog: string;
	/** One transaction fills the file, so that its rows are written once and not to a log before. */
	readonly connection: DuckDBConnection;
	readonly appenders: Map<TableName, BatchAppender>;
	readonly waiting: Set<TableName>;
}

/** A sink that completes what it was given. */
export interface FillingSink extends DatasetSink {
	/** Completes every file, also those of a dataset's list that no row went to. */
	finish(files: readonly DatasetFile[]): Promise<void>;
	/** Gives back what is no part of the dataset; may be called again. */
	release(): void;
}

/** Writes batches into a dataset's `.duckdb` files, one after another where a group is cut into parts. */
export class FileSink implements FillingSink {
	readonly #engine: Engine;
	readonly #folder: string;
	readonly scratch: ScratchFile;
	readonly #open = new Map<string, OpenPart>();
	readonly #written = new Set<string>();
	readonly #current = new Map<TableName, number>();
	/** Files that are being completed while others are written. */
	readonly #closing: Promise<void>[] = [];

	/** @param folder an existing folder; rows go to those `.duckdb` files that it has, behind what they hold */
	constructor(engine: Engine, folder: string) {
		this.#engine = engine;
		this.#folder = folder;
		this.scratch = new ScratchFile(join(folder, 'scratch'));
	}

	async write<T extends TableName>(table: T, batch: Batch<T>, part: number): Promise<void> {
		const { group } = tables[table];
		const before = this.#current.get(table);
		if (before !== undefined && before !== part) await this.#leave(table, group, before);
		this.#current.set(table, part);
		const appender = await this.#appender(table, group, part);
		appender.append(batch as unknown as AnyBatch);
	}

	async finish(files: readonly DatasetFile[]): Promise<void> {
		for (const { file, group, part } of files) {
			if (!this.#written.has(file)) await this.#part(group, part);
		}
		for (const file of [...this.#open.keys()]) await this.#close(file);
		await Promise.all(this.#closing);
		this.release();
	}

	release(): void {
		this.scratch.close();
	}

	async #part(group: FileGroup, part: number): Promise<OpenPart> {
		const file = fileName(group, part);
		const open = this.#open.get(file);
		if (open) return open;
		if (this.#written.has(file)) throw new Error(`${file} was completed before its last row came`);
		const catalog = catalogName(group, part);
		const path = join(this.#folder, file);
		const isNew = !existsSync(path);
		const connection = await this.#engine.connect();
		await connection.run(attachToFill(path, catalog));
		await connection.run('BEGIN');
		const names = tablesOf(group, part);
		if (isNew) for (const name of names) await connection.run(createTable(name, catalog, true));
		const fresh: OpenPart = { catalog, connection, appenders: new Map(), waiting: new Set(names) };
		this.#open.set(file, fresh);
		return fresh;
	}

	async #appender(table: TableName, group: FileGroup, part: number): Promise<BatchAppender> {
		const { catalog, connection, appenders } = await this.#part(group, part);
		const found = appenders.get(table);
		if (found) return found;
		const appender = new BatchAppender(
			await connection.createAppender(table, 'main', catalog),
			storedColumns(table)
		);
		appenders.set(table, appender);
		return appender;
	}

	/** Notes that a table has gone on to a later part; the part is complete when all its tables have. */
	async #leave(table: TableName, group: FileGroup, part: number): Promise<void> {
		const file = fileName(group, part);
		const open = this.#open.get(file);
		open?.appenders.get(table)?.close();
		open?.appenders.delete(table);
		open?.waiting.delete(table);
		if (open?.waiting.size === 0) await this.#close(file);
	}

	/** Completes a file; DuckDB's threads do it while the next is filled, one at a time. */
	async #close(file: string): Promise<void> {
		const open = this.#open.get(file);
		if (!open) return;
		this.#open.delete(file);
		this.#written.add(file);
		await this.#closing.shift();
		this.#closing.push(this.#complete(open));
	}

	async #complete({ appenders, connection, catalog }: OpenPart): Promise<void> {
		for (const appender of appenders.values()) appender.close();
		await connection.run('COMMIT');
		await connection.run(`CHECKPOINT "${catalog}"`);
		await connection.run(`DETACH "${catalog}"`);
		connection.closeSync();
	}
}
