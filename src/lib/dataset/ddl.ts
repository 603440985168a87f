import { tables, type TableName } from './schema.ts';

/** Columns of sentences, which Zstandard makes a third of what DuckDB chooses by itself. */
const prose: readonly string[] = ['title', 'abstract'];

/**
 * `CREATE TABLE` statement of a table, in the given catalog or the current one.
 * @param stored whether the table is to be written to a file
 */
export function createTable(table: TableName, catalog?: string, stored = false): string {
	const columns = Object.entries(tables[table].columns).map(([name, { type, nullable }]) => {
		const compression = stored && prose.includes(name) ? ' USING COMPRESSION zstd' : '';
		return `"${name}" ${type}${compression}${nullable ? '' : ' NOT NULL'}`;
	});
	const target = catalog === undefined ? `"${table}"` : `"${catalog}"."${table}"`;
	return `CREATE TABLE ${target} (${columns.join(', ')})`;
}
