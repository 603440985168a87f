import { fitsUnit, isoDate, periodStart, type PeriodUnit } from '../dataset/date.ts';
import type { Overview, Placement } from '../dataset/overview.ts';
import type { CellTable, StatedDate } from './cells.ts';
import { dateBounds, type DateBounds } from './date-bounds.ts';
import type { Filters, Range, RangeFilter } from './filters.ts';

interface Place {
	/** `YYYY-MM-DD`, the first day of the period; `null` unless `dated`. */
	period: string | null;
	placement: Placement;
}

function placeOf({ day, precision }: StatedDate, unit: Overview['unit']): Place {
	if (day === null || precision === null) return { period: null, placement: 'undated' };
	if (!fitsUnit(precision, unit)) return { period: null, placement: 'coarse' };
	return { period: isoDate(periodStart(day, unit)), placement: 'dated' };
}

/** The distinct places of dates: periods in their order, then too coarse ones, then undated ones. */
function axisOf(
	dates: readonly StatedDate[],
	unit: Overview['unit']
): { places: Place[]; index: Int32Array } {
	const all = dates.map((date) => placeOf(date, unit));
	const keyOf = ({ period, placement }: Place) => period ?? `~${placement}`;
	const keys = [...new Set(all.map(keyOf))].sort();
	const byKey = new Map(all.map((place) => [keyOf(place), place]));
	const indexOf = new Map(keys.map((key, index) => [key, index]));
	return {
		places: keys.map((key) => byKey.get(key) as Place),
		index: Int32Array.from(all, (place) => indexOf.get(keyOf(place)) as number)
	};
}

function isInside({ day, precision }: StatedDate, { from, last }: DateBounds): boolean {
	if (day === null || precision === null) return false;
	return (from === null || day >= from) && (last === null || day <= last[precision]);
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
	return Uint8Array.from(values, (value) => {
		if (!filter) return 1;
		if (isUnknown(value)) return filter.unknown ? 1 : 0;
		return filter.range && isIn(value, filter.range) ? 1 : 0;
	});
}

function passes({ themes, dates, teams }: CellTable, filters: Filters) {
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
		),
		team: passing(
			teams,
			filters.team,
			(size) => size === null,
			(size, range) => size !== null && isWithin(size, range)
		)
	};
}

/** Rows of a table of sums that are not zero, in the order of their two keys. */
function rowsOf<R>(sums: Float64Array, width: number, row: (first: number, second: number) => R) {
	const rows: (R & { papers: number })[] = [];
	for (let index = 0; index < sums.length; index++) {
		const papers = sums[index] as number;
		if (papers > 0) rows.push({ ...row(Math.floor(index / width), index % width), papers });
	}
	return rows;
}

/** Adds every cell to each of the five aggregates whose filters it passes; each ignores its own dimension. */
function sums(cells: CellTable, filters: Filters, place: Int32Array, places: number) {
	const { theme, date, team, papers } = cells;
	const pass = passes(cells, filters);
	const [themes, teams] = [cells.themes.length, cells.teams.length];
	const total = {
		papers: 0,
		themes: new Float64Array(themes),
		trend: new Float64Array(themes * places),
		team: new Float64Array(teams),
		teamByTheme: new Float64Array(themes * teams),
		teamOverTime: new Float64Array(places * teams)
	};
	const add = (into: Float64Array, index: number, count: number) => {
		into[index] = (into[index] as number) + count;
	};
	for (let cell = 0; cell < papers.length; cell++) {
		const t = theme[cell] as number;
		const d = date[cell] as number;
		const s = team[cell] as number;
		const inTheme = pass.theme[t] === 1;
		const inDate = pass.date[d] === 1;
		const inTeam = pass.team[s] === 1;
		const count = papers[cell] as number;
		const p = place[d] as number;
		if (inTheme && inDate && inTeam) total.papers += count;
		if (inDate && inTeam) add(total.themes, t, count);
		if (inTeam) add(total.trend, t * places + p, count);
		if (inTheme && inDate) add(total.team, s, count);
		if (inDate) add(total.teamByTheme, t * teams + s, count);
		if (inTheme && inTeam) add(total.teamOverTime, p * teams + s, count);
	}
	return total;
}

/**
 * The overview of what filters leave, by theme, date and team size; filters on rows are in the cells already.
 * One pass over the cells, whatever the number of papers.
 * @param granularity unit of the cells' periods
 * @throws RangeError when `unit` is finer than that
 */
export function overviewOf(
	cells: CellTable,
	granularity: PeriodUnit,
	filters: Filters,
	unit: Overview['unit']
): Overview {
	const order: readonly PeriodUnit[] = ['day', 'month', 'quarter', 'year'];
	if (order.indexOf(unit) < order.indexOf(granularity)) {
		throw new RangeError(`This dataset counts by ${granularity}; it has no counts by ${unit}.`);
	}
	const { places, index } = axisOf(cells.dates, unit);
	const total = sums(cells, filters, index, places.length);
	const teams = cells.teams.length;
	const themeId = (at: number) => cells.themes[at] as number;
	const teamSize = (at: number) => cells.teams[at] as number | null;
	const placeAt = (at: number) => places[at] as Place;
	return {
		unit,
		papers: total.papers,
		themes: rowsOf(total.themes, 1, (t) => ({ themeId: themeId(t) })),
		trend: rowsOf(total.trend, places.length, (t, p) => ({ themeId: themeId(t), ...placeAt(p) })),
		team: rowsOf(total.team, 1, (s) => ({ teamSize: teamSize(s) })),
		teamByTheme: rowsOf(total.teamByTheme, teams, (t, s) => ({ themeId: themeId(t), teamSize: teamSize(s) })),
		teamOverTime: rowsOf(total.teamOverTime, teams, (p, s) => ({ ...placeAt(p), teamSize: teamSize(s) }))
	};
}
