import { tables, type TableName } from './schema.ts';

/** `CREATE TABLE` statement of a table, in the given catalog or the current one. */
export function createTable(table: TableName, catalog?: string): string {
	const columns = Object.entries(tables[table].columns).map(
		([name, column]) => `"${name}" ${column.type}${column.nullable ? '' : ' NOT NULL'}`
	);
	const target = catalog === undefined ? `"${table}"` : `"${catalog}"."${table}"`;
	return `CREATE TABLE ${target} (${columns.join(', ')})`;
}
