import type { DatasetFile } from '../dataset/manifest.ts';
import type { QueryHost } from '../engine/query-host.ts';
import type { AnyBatch, AnyValue } from '../dataset/rows.ts';
import { tables, type SqlType, type TableName } from '../dataset/schema.ts';
import { tableIn } from './sql/tables.ts';

/** Rows that are asked for at once: about as many bytes for each table. */
const steps: Partial<Record<TableName, number>> = { paper_texts: 512, paper_vectors: 2048, papers: 2048 };
const usualStep = 16_384;

/** A column as `Row` has it: days instead of a date. */
const selected = (name: string, type: SqlType) =>
	type === 'DATE' ? `CAST("${name}" - DATE '1970-01-01' AS INTEGER) AS "${name}"` : `"${name}"`;

/** Some rows of a table in one part, in the order in which they are stored. */
function tableRowsQuery(table: TableName, part: number, from: number, count: number): string {
	const columns = Object.entries(tables[table].columns).map(([name, { type }]) => selected(name, type));
	return `SELECT ${columns.join(', ')} FROM ${tableIn(table, part)} LIMIT ${count} OFFSET ${from}`;
}

/** All rows of a table in one of its files, in their order. */
export async function* tableRows(
	host: QueryHost,
	table: TableName,
	file: DatasetFile,
	signal?: AbortSignal
): AsyncGenerator<AnyBatch> {
	await host.attach(file, signal);
	const step = steps[table] ?? usualStep;
	for (let from = 0; ; from += step) {
		const { columns, length } = await host.query(tableRowsQuery(table, file.part, from, step), signal);
		if (length > 0) yield { length, columns: columns as Record<string, ArrayLike<AnyValue>> };
		if (length < step) return;
	}
}
