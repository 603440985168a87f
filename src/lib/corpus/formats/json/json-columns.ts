import { isTextField } from '../../paper/aliases.ts';
import { isObject, type JsonObject } from '../../paper/object-reader.ts';

/** The values of a column by their rows' keys; `null` when it is none. */
function cellsOf(column: unknown): ReadonlyMap<string, unknown> | null {
	if (Array.isArray(column)) return new Map(column.map((cell, row) => [String(row), cell]));
	return isObject(column) ? new Map(Object.entries(column)) : null;
}

const isText = (cell: unknown) => typeof cell === 'string' || cell === null;

/**
 * The rows of a table that was saved column by column, as pandas does (`{ "title": { "0": ..., "1": ... } }` or
 * `{ "title": [..., ...] }`); `null` for any other object.
 */
export function rowsOfColumns(value: JsonObject): JsonObject[] | null {
	const names = Object.keys(value);
	if (!names.some(isTextField)) return null;
	const columns: ReadonlyMap<string, unknown>[] = [];
	for (const name of names) {
		const cells = cellsOf(value[name]);
		if (cells === null || cells.size < 2 || cells.size !== (columns[0] ?? cells).size) return null;
		if (isTextField(name) && ![...cells.values()].every(isText)) return null;
		columns.push(cells);
	}
	const rows = [...(columns[0]?.keys() ?? [])];
	if (!columns.every((cells) => rows.every((row) => cells.has(row)))) return null;
	return rows.map((row) =>
		Object.fromEntries(names.map((name, index) => [name, columns[index]?.get(row)] as const))
	);
}

/**
 * The columns of a table that is saved as `{ "columns": [...], "index": [...], "data": [[...], ...] }`, from what stands
 * before its rows; `null` where they are none.
 */
export function columnsBefore(text: string): string[] | null {
	const end = Math.max(text.lastIndexOf('"data"'), text.lastIndexOf('"rows"'));
	if (end < 0 || !text.includes('"columns"')) return null;
	try {
		const start = text.slice(0, end).trimEnd().replace(/,$/, '');
		const { columns } = JSON.parse(`${start}}`) as JsonObject;
		return Array.isArray(columns) && columns.every((name) => typeof name === 'string') ? columns : null;
	} catch {
		return null;
	}
}
