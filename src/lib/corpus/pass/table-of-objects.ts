import { isObject, type JsonObject } from '../paper/shape.ts';

/** Columns that are shown, objects around a member that are looked into, and characters of a cell, at most. */
const mostColumns = 60;
const deepest = 3;
const longestCell = 500;

/** The members of an object, those of objects within it by their paths (`outer.inner`). */
function* membersOf(value: JsonObject, path = '', depth = 0): Generator<[name: string, member: unknown]> {
	for (const [name, member] of Object.entries(value)) {
		if (isObject(member) && depth < deepest) yield* membersOf(member, `${path}${name}.`, depth + 1);
		else yield [path + name, member];
	}
}

function cellOf(value: unknown): string {
	if (value === null || value === undefined) return '';
	if (Array.isArray(value)) return value.map(cellOf).filter(Boolean).join('; ');
	return typeof value === 'object'
		? Object.values(value).map(cellOf).filter(Boolean).join(' ')
		: String(value);
}

/** Objects as a table: their members' names in the order in which they come up, and a row for each. */
export function tableOfObjects(values: readonly JsonObject[]): { columns: string[]; rows: string[][] } {
	const members = values.map((value) => new Map(membersOf(value)));
	const columns = [...new Set(members.flatMap((own) => [...own.keys()]))].slice(0, mostColumns);
	const rows = members.map((own) => columns.map((name) => cellOf(own.get(name)).slice(0, longestCell)));
	return { columns, rows };
}
