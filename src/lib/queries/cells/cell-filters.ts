import type { StatedDate } from './cell-places.ts';
import type { CellTable } from './cells.ts';
import { dateBounds, type DateBounds } from '../filters/date-bounds.ts';
import type { Filters, Range, RangeFilter } from '../filters/filters.ts';

function isInside({ day, precision }: StatedDate, { from, last }: DateBounds): boolean {
	if (day === null || precision === null) return false;
	return (from === null || day >= from) && (last === null || day <= last[precision]);
}

/** Whether a date is stated as finely as one of those asked for; `dated` empty asks for none. */
function isDated({ precision }: StatedDate, dated: Filters['dated']): boolean {
	return dated.length === 0 || (precision !== null && dated.includes(precision));
}

function isWithin(size: number, { from, to }: Range<number>): boolean {
	return (from === null || size >= from) && (to === null || size <= to);
}

/** 1 for each value that a filter lets pass. */
function passing<V, R>(
	values: readonly V[],
	filter: RangeFilter<R> | null,
	isUnknown: (value: V) => boolean,
	isIn: (value: V, range: Range<R>) => boolean
): Uint8Array {
	const pass = new Uint8Array(values.length).fill(1);
	if (!filter) return pass;
	for (const [at, value] of values.entries()) {
		const isPassing = isUnknown(value) ? filter.unknown : filter.range !== null && isIn(value, filter.range);
		pass[at] = isPassing ? 1 : 0;
	}
	return pass;
}

/** Which values of each dimension the filters let pass, by their places in the table. */
export function passes({ themes, dates, teams }: CellTable, filters: Filters) {
	const bounds = filters.date?.range ? dateBounds(filters.date.range) : null;
	return {
		theme: Uint8Array.from(themes, (id) =>
			filters.themes.length === 0 || filters.themes.includes(id) ? 1 : 0
		),
		date: passing(
			dates,
			filters.date,
			({ day }) => day === null,
			(date) => bounds !== null && isInside(date, bounds)
		).map((pass, at) => (isDated(dates[at] as StatedDate, filters.dated) ? pass : 0)),
		team: passing(
			teams,
			filters.team,
			(size) => size === null,
			(size, range) => size !== null && isWithin(size, range)
		)
	};
}
