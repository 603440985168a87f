import type { DatasetFile } from '../dataset/manifest.ts';
import { decodeRows, type ResultColumns, type Statement } from './statement.ts';

/** A result as an engine gives it: numbers, texts, truth values, bytes and `null`, never a BigInt. */
export interface ResultTable {
	readonly columns: ResultColumns;
	readonly length: number;
}

/** What the queries need of an engine: DuckDB-WASM in the page, native DuckDB in Node. */
export interface QueryHost {
	/** Runs one query. A signal that aborts before it has begun spares the engine the work. */
	query(sql: string, signal?: AbortSignal): Promise<ResultTable>;
	/** Runs one statement whose result does not matter. */
	execute(sql: string): Promise<void>;
	/** Makes a file's tables readable under its catalog's name, once however often it is asked for. */
	attach(file: DatasetFile, signal?: AbortSignal): Promise<void>;
}

/** Runs a statement and decodes its rows. */
export async function run<R>(host: QueryHost, statement: Statement<R>, signal?: AbortSignal): Promise<R[]> {
	const { columns, length } = await host.query(statement.sql, signal);
	return decodeRows(statement.shape, columns, length);
}
