import { TableChecksum } from '../../lib/dataset/canonical.ts';
import { columnsIn } from '../../lib/dataset/compatible.ts';
import { catalogName, tablesOf } from '../../lib/dataset/files.ts';
import type { AnyValue } from '../../lib/dataset/rows.ts';
import type { TableName } from '../../lib/dataset/schema.ts';
import { fromDuckDb } from './chunks.ts';
import { nativeHasher } from './checksums.ts';
import type { OpenDataset } from './open.ts';

/** Reads a table through DuckDB, part after part in stored order, and sums it up. */
async function checksumOf(
	{ manifest, engine, attach }: OpenDataset,
	table: TableName
): Promise<TableChecksum> {
	const checksum = new TableChecksum(table, nativeHasher, manifest.schemaVersion);
	const names = columnsIn(table, manifest.schemaVersion).map(([name]) => name);
	const columns = names.map((name) => `"${name}"`).join(', ');
	for (const file of manifest.files.filter(({ group, part }) => tablesOf(group, part).includes(table))) {
		await attach(file);
		const result = await engine.connection.stream(
			`SELECT ${columns} FROM "${catalogName(file.group, file.part)}"."${table}"`
		);
		for (
			let chunk = await result.fetchChunk();
			chunk && chunk.rowCount > 0;
			chunk = await result.fetchChunk()
		) {
			const values = chunk.getColumns().map((column) => column.map(fromDuckDb));
			const byName = names.map((name, index): [string, AnyValue[]] => [name, values[index] ?? []]);
			checksum.update({ length: chunk.rowCount, columns: Object.fromEntries(byName) });
		}
	}
	return checksum;
}

/** What is wrong with a dataset's tables, in words; nothing when their rows are those the manifest sums up. */
export async function verifyTables(dataset: OpenDataset, signal: AbortSignal): Promise<string[]> {
	const problems: string[] = [];
	for (const { name, rows, sha256 } of dataset.manifest.tables) {
		signal.throwIfAborted();
		const found = await checksumOf(dataset, name);
		if (found.rows !== rows) problems.push(`table ${name} has ${found.rows} rows instead of ${rows}`);
		else if (found.digest() !== sha256) problems.push(`table ${name} has rows that were changed`);
	}
	return problems;
}
