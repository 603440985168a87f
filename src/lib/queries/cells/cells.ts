import { allPapers } from '../sql/all-papers.ts';
import type { PeriodUnit } from '../../base/date.ts';
import { datePrecisions, type DatePrecision } from '../../base/date.ts';
import type { ResultTable } from '../../engine/query-host.ts';
import { number, nullable, oneOf, type Shape, type Statement } from '../../engine/statement.ts';
import { DateAxes, type StatedDate } from './cell-places.ts';
import { select } from '../sql/statement.ts';
import { tableIn } from '../sql/tables.ts';

/** Exact counts by leaf or theme, date and team size, as three indices and a count for each cell. */
export interface CellTable {
	/** Ascending. */
	readonly themes: readonly number[];
	readonly dates: readonly StatedDate[];
	/** Ascending, unknown last. */
	readonly teams: readonly (number | null)[];
	readonly theme: Int32Array;
	readonly date: Int32Array;
	readonly team: Int32Array;
	readonly papers: Int32Array;
	readonly axes: DateAxes;
}

interface CellRow {
	leafId: number;
	day: number | null;
	precision: DatePrecision | null;
	teamSize: number | null;
	papers: number;
}

const shape: Shape<CellRow> = {
	leafId: number,
	day: nullable(number),
	precision: nullable(oneOf(...datePrecisions)),
	teamSize: nullable(number),
	papers: number
};

const dayNumber = (date: string) => `CAST(${date} - DATE '1970-01-01' AS INTEGER)`;

/**
 * The cells of the cube.
 * @param matches table of the paper ids to count; `null` for all
 * @param granularity the cube's own, to which the dates of counted papers are put
 */
export function cellsQuery(matches: string | null, granularity: PeriodUnit): Statement<CellRow> {
	const columns = { leafId: 'leaf_id', precision: 'date_precision', teamSize: 'team_size' };
	if (matches === null) {
		return select(
			shape,
			{ ...columns, day: dayNumber('period'), papers: 'papers' },
			`FROM ${tableIn('cube')}`
		);
	}
	const period =
		granularity === 'day' ? 'published' : `CAST(date_trunc('${granularity}', published) AS DATE)`;
	return select(
		shape,
		{ ...columns, day: dayNumber(period), papers: 'CAST(count(*) AS INTEGER)' },
		`FROM ${allPapers} WHERE paper_id IN (SELECT paper_id FROM ${matches}) GROUP BY ALL`
	);
}

/** Numbers distinct values in the order in which they come. */
class Numbering<V> {
	readonly values: V[] = [];
	readonly #ids = new Map<unknown, number>();

	idOf(key: unknown, make: () => V): number {
		const found = this.#ids.get(key);
		if (found !== undefined) return found;
		this.#ids.set(key, this.values.length);
		return this.values.push(make()) - 1;
	}
}

/** Replaces the numbers of a numbering by their places in a sorted list. */
function sorted<V>(values: readonly V[], compare: (a: V, b: V) => number, ids: Int32Array): V[] {
	const order = values.map((_, index) => index).sort((a, b) => compare(values[a] as V, values[b] as V));
	const places = new Int32Array(values.length);
	order.forEach((id, place) => (places[id] = place));
	for (let cell = 0; cell < ids.length; cell++) ids[cell] = places[ids[cell] as number] as number;
	return order.map((id) => values[id] as V);
}

/** Reads the result of `cellsQuery` into typed arrays: each leaf is a theme of its own. */
export function readCells(result: ResultTable): CellTable {
	const { length } = result;
	const column = <V>(name: keyof CellRow) => result.columns[name] as ArrayLike<V>;
	const [leaves, papers] = [column<number>('leafId'), column<number>('papers')];
	const [days, sizes] = [column<number | null>('day'), column<number | null>('teamSize')];
	const precisions = column<DatePrecision | null>('precision');
	const themes = new Numbering<number>();
	const dates = new Numbering<StatedDate>();
	const teams = new Numbering<number | null>();
	const [theme, date, team] = [new Int32Array(length), new Int32Array(length), new Int32Array(length)];
	for (let cell = 0; cell < length; cell++) {
		const leaf = leaves[cell] as number;
		const precision = precisions[cell] ?? null;
		const day = precision === null ? null : (days[cell] ?? null);
		const size = sizes[cell] ?? null;
		theme[cell] = themes.idOf(leaf, () => leaf);
		date[cell] = dates.idOf(dateKey(day, precision), () => ({ day, precision }));
		team[cell] = teams.idOf(size, () => size);
	}
	return {
		themes: sorted(themes.values, (a, b) => a - b, theme),
		dates: dates.values,
		teams: sorted(teams.values, (a, b) => (a ?? Infinity) - (b ?? Infinity) || 0, team),
		theme,
		date,
		team,
		papers: Int32Array.from({ length }, (_, cell) => papers[cell] as number),
		axes: new DateAxes(dates.values, date)
	};
}

function dateKey(day: number | null, precision: DatePrecision | null): number | null {
	if (day === null || precision === null) return null;
	return day * 4 + datePrecisions.indexOf(precision);
}

/**
 * The cells of leaves as cells of themes, some of which then share their theme, date and team size.
 * @param themeOfLeaf the theme of each leaf, by the leaf's id
 * @throws TypeError when a leaf has no theme
 */
export function groupCells(cells: CellTable, themeOfLeaf: readonly number[]): CellTable {
	const ofLeaves = cells.themes.map((leaf) => {
		const themeId = themeOfLeaf[leaf];
		if (themeId === undefined) throw new TypeError(`leaf ${leaf} belongs to no theme`);
		return themeId;
	});
	const themes = [...new Set(ofLeaves)].sort((a, b) => a - b);
	const places = Int32Array.from(ofLeaves, (themeId) => themes.indexOf(themeId));
	return { ...cells, themes, theme: cells.theme.map((leaf) => places[leaf] as number) };
}
