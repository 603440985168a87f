import { fieldKey, places, type FieldName } from '../paper/aliases.ts';
import { isObject, type JsonObject } from '../paper/object-reader.ts';

/** Columns, some rows, and what the columns may hold: field names by column names. */
export interface UnknownTable {
	/** What its columns are called: objects have fields. */
	called: 'column' | 'field';
	columns: readonly string[];
	rows: readonly (readonly string[])[];
	guess: Readonly<Record<string, string>>;
}

/** Rows that are shown. */
const shown = 5;

export function unknownTable(
	called: UnknownTable['called'],
	columns: readonly string[],
	rows: readonly (readonly string[])[]
): UnknownTable {
	return { called, columns, rows: rows.slice(0, shown), guess: guessColumns(columns, rows) };
}

/** What cells of a field look like, from the surest on. */
const looks: readonly [FieldName, RegExp][] = [
	['doi', /^(?:https?:\/\/(?:dx\.)?doi\.org\/)?10\.\d{4,9}\/\S+$/i],
	['url', /^https?:\/\//],
	['date', /^(?:1[89]|20)\d{2}(?:[-/.]\d{1,2}(?:[-/.]\d{1,2})?)?$/]
];

/** Characters of a cell from which it may be an abstract, and up to which it may be a title. */
const shortestAbstract = 200;
const shortestTitle = 15;

const meanLength = (cells: readonly string[]) =>
	cells.reduce((sum, cell) => sum + cell.length, 0) / Math.max(1, cells.length);

function lookOf(cells: readonly string[]): FieldName | null {
	if (cells.length === 0) return null;
	return looks.find(([, look]) => cells.every((cell) => look.test(cell)))?.[0] ?? null;
}

/** The field that a name says, or the last name of a path (`outer.inner`). */
const namedField = (name: string) =>
	(places.get(fieldKey(name)) ?? places.get(fieldKey(name.slice(name.lastIndexOf('.') + 1))))?.field;

/**
 * What the columns of a table may hold: what their names say, else what their cells look like; the longest texts are
 * abstracts or titles. Field names by column names, each field once.
 */
function guessColumns(
	columns: readonly string[],
	rows: readonly (readonly string[])[]
): Record<string, FieldName> {
	const cellsOf = (index: number) => rows.map((row) => row[index]?.trim() ?? '').filter(Boolean);
	const guesses = new Map<string, FieldName>();
	const taken = () => new Set(guesses.values());
	columns.forEach((name, index) => {
		const field = namedField(name) ?? lookOf(cellsOf(index));
		if (field && !taken().has(field)) guesses.set(name, field);
	});
	const byLength = columns
		.map((name, index) => ({ name, length: meanLength(cellsOf(index)) }))
		.filter(({ name }) => !guesses.has(name))
		.sort((a, b) => b.length - a.length);
	const abstract = byLength.find(({ length }) => length >= shortestAbstract);
	if (abstract) guesses.set(abstract.name, 'abstract');
	const title = byLength.find(({ name, length }) => name !== abstract?.name && length >= shortestTitle);
	if (title) guesses.set(title.name, 'title');
	return Object.fromEntries(guesses);
}

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
