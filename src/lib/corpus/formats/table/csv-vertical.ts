import { fieldKey, places } from '../../paper/aliases.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Records } from '../../paper/record.ts';

/** Tables that stand on their side, as Embase exports them by row: a field's name, then its values. */

export const isEmpty = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

const fieldOf = (cell: string | undefined) => places.get(fieldKey(cell ?? ''))?.field;

/** Whether the first rows each begin with the name of a field, the title first, and have no other names. */
function looksVertical(rows: readonly (readonly string[])[]): boolean {
	const names = rows.map(([name]) => fieldOf(name));
	const values = rows.flatMap((row) => row.slice(1));
	return (
		rows.length === 2 &&
		names[0] === 'title' &&
		names[1] !== undefined &&
		names[1] !== 'title' &&
		rows.every(({ length }) => length > 1) &&
		values.every((value) => fieldOf(value) === undefined)
	);
}

/** Whether a table stands on its side, told by its first two rows; and all its rows again. */
export async function peekVertical(
	source: AsyncIterable<string[]>
): Promise<{ isVertical: boolean; rows: AsyncGenerator<string[]> }> {
	const rest = source[Symbol.asyncIterator]();
	const first: string[][] = [];
	let filled = 0;
	while (filled < 2) {
		const next = await rest.next();
		if (next.done) break;
		first.push(next.value);
		if (!isEmpty(next.value)) filled++;
	}
	const all = async function* () {
		yield* first;
		for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
	};
	return { isVertical: looksVertical(first.filter((row) => !isEmpty(row))), rows: all() };
}

/** Papers from rows that each hold one field; an empty row or another title begins the next. */
export async function* readVertical(rows: AsyncIterable<string[]>): Records {
	let fields = new Map<string, unknown>();
	const paper = () => paperFromFields(fields, [...fields.values()].join(' '));
	for await (const [name = '', ...values] of rows) {
		const key = fieldKey(name);
		const isNext = key === '' || (fields.has(key) && fieldOf(name) === 'title');
		if (isNext && fields.size > 0) {
			yield paper();
			fields = new Map();
		}
		const value = values.filter((cell) => cell.trim()).join('; ');
		if (key !== '' && value !== '') fields.set(key, value);
	}
	if (fields.size > 0) yield paper();
	return noFacts;
}
