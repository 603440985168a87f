import { join } from 'node:path';

import { exportColumns, type ExportKind, type ExportRow } from '../../lib/dataset/export-row.ts';
import { temporaryFolder } from '../cleanups.ts';
import { BatchAppender, type StoredColumn } from '../dataset/chunks.ts';
import { quoteText } from '../../lib/queries/sql/quote.ts';
import { startEngine } from '../dataset/engine.ts';

const types: Readonly<Record<ExportKind, StoredColumn['type']>> = {
	text: 'VARCHAR',
	integer: 'INTEGER',
	float: 'FLOAT'
};

const stored = exportColumns.map(({ name, kind }) => ({ name, type: types[kind], nullable: true }));

const createPapers = () =>
	`CREATE TABLE export.papers (${stored.map(({ name, type }) => `"${name}" ${type}`).join(', ')})`;

function columnsOf(rows: readonly ExportRow[]) {
	return Object.fromEntries(exportColumns.map(({ name }) => [name, rows.map((row) => row[name])]));
}

/** Writes papers as a Parquet file, by way of a temporary database beside which memory stays small. */
export async function writeParquet(
	batches: AsyncIterable<readonly ExportRow[]>,
	path: string
): Promise<void> {
	const { folder, remove } = temporaryFolder();
	const { connection, close } = await startEngine();
	try {
		await connection.run(`ATTACH ${quoteText(join(folder, 'export.duckdb'))} AS export`);
		await connection.run(createPapers());
		const appender = new BatchAppender(await connection.createAppender('papers', 'main', 'export'), stored);
		for await (const rows of batches) {
			appender.append({ length: rows.length, columns: columnsOf(rows) });
		}
		appender.close();
		await connection.run(`COPY export.papers TO ${quoteText(path)} (FORMAT parquet, COMPRESSION zstd)`);
	} finally {
		close();
		remove();
	}
}
