import type { PeriodUnit } from '../dataset/date.ts';
import type { ThemePeriodCount } from '../dataset/overview.ts';
import { passes } from './cell-filters.ts';
import { axisOf, rowsOf, unitsOf, type Place, type TrendUnit } from './cell-places.ts';
import type { CellTable } from './cells.ts';
import type { Filters } from './filters.ts';

/** Papers by theme and period, at every unit that the dataset offers. */
export type TrendRows = { readonly [U in TrendUnit]?: readonly ThemePeriodCount[] };

/**
 * Papers by theme and period at every unit, ignoring the filters of themes and dates as the overview's `trend`
 * does: what trends are tested on, whatever unit is on screen.
 */
export function trendRowsOf(cells: CellTable, granularity: PeriodUnit, filters: Filters): TrendRows {
	const { team } = passes(cells, filters);
	return Object.fromEntries(unitsOf(granularity).map((unit) => [unit, rowsBy(cells, unit, team)]));
}

function rowsBy(cells: CellTable, unit: TrendUnit, passing: Uint8Array): ThemePeriodCount[] {
	const { places, index } = axisOf(cells.dates, unit);
	const { theme, date, team, papers } = cells;
	const sums = new Float64Array(cells.themes.length * places.length);
	for (let cell = 0; cell < papers.length; cell++) {
		if (passing[team[cell] as number] === 0) continue;
		const at = (theme[cell] as number) * places.length + (index[date[cell] as number] as number);
		sums[at] = (sums[at] as number) + (papers[cell] as number);
	}
	return rowsOf(sums, places.length, (t, p) => ({
		themeId: cells.themes[t] as number,
		...(places[p] as Place)
	}));
}
