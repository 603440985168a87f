import type { PeriodUnit } from '../../base/date.ts';
import type { ThemePeriodCount } from '../../dataset/overview.ts';
import { passes } from './cell-filters.ts';
import { axisOf, periodsOf, rowsOf, unitsOf, type Place, type TrendUnit } from './cell-places.ts';
import { sumBy } from './cell-sums.ts';
import type { CellTable } from './cells.ts';
import type { Filters } from '../filters/filters.ts';

/** Papers by theme and period, at every unit that the dataset offers. */
export type TrendRows = { readonly [U in TrendUnit]?: readonly ThemePeriodCount[] };

/**
 * Papers by theme and period at every unit, ignoring the filters of themes and dates as the overview's `trend`
 * does: what trends are tested on, whatever unit is on screen.
 */
export function trendRowsOf(cells: CellTable, granularity: PeriodUnit, filters: Filters): TrendRows {
	const { team } = passes(cells, filters);
	return Object.fromEntries(unitsOf(granularity).map((unit) => [unit, trendOf(cells, unit, team)]));
}

/**
 * Papers by theme and period.
 * @param passing 1 for each place among the team sizes that counts, else 0
 */
export function trendOf(cells: CellTable, unit: TrendUnit, passing: Uint8Array): ThemePeriodCount[] {
	const { themes, theme, team, papers } = cells;
	const { places } = axisOf(cells.dates, unit);
	const periods = [periodsOf(cells, unit), places.length] as const;
	const sums = sumBy([theme, themes.length], periods, papers, [team, passing]);
	return rowsOf(sums, places.length, (t, p, count) => {
		const { period, placement } = places[p] as Place;
		return { themeId: themes[t] as number, period, placement, papers: count };
	});
}
