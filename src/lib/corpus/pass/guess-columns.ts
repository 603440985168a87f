import { fieldKey, places, type FieldName } from '../paper/aliases.ts';

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
export function guessColumns(
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
