import type { DatasetFile } from '../../dataset/manifest.ts';
import { tables, type TableName } from '../../dataset/schema.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import type { Statement } from '../../engine/statement.ts';
import { quoteInteger } from '../sql/quote.ts';
import { partsOf } from '../sql/tables.ts';

/** First and last paper id, both inclusive. */
export interface Window {
	first: number;
	last: number;
}

/** Condition on a number that it lies in a window, without the number. */
export const within = ({ first, last }: Window): string =>
	`BETWEEN ${quoteInteger(first)} AND ${quoteInteger(last)}`;

const overlaps = (file: DatasetFile, { first, last }: Window) =>
	Number(file.first) <= last && Number(file.last) >= first;

/**
 * The rows that a table has about the papers of a window, part by part; attaches the files that hold them. None where
 * the dataset has no such file.
 */
export async function rowsWithin<R>(
	host: QueryHost,
	files: readonly DatasetFile[],
	table: TableName,
	window: Window,
	query: (part: number) => Statement<R>,
	signal?: AbortSignal
): Promise<R[]> {
	const rows: R[] = [];
	for (const file of partsOf(files, tables[table].group).filter((part) => overlaps(part, window))) {
		await host.attach(file, signal);
		for (const row of await run(host, query(file.part), signal)) rows.push(row);
	}
	return rows;
}
