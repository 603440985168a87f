import type { PeriodUnit } from '../../base/date.ts';
import { storedSums, type ThemePeriodCount } from '../../dataset/overview.ts';
import { passes } from './cell-filters.ts';
import { unitsOf, type TrendUnit } from './cell-places.ts';
import { planOf, rowsBy, sumCells } from './cell-sums.ts';
import type { CellTable } from './cells.ts';
import type { Filters } from '../filters/filters.ts';

/** Papers by theme and period, at every unit that the dataset offers. */
export type TrendRows = { readonly [U in TrendUnit]?: readonly ThemePeriodCount[] };

/**
 * Papers by theme and period at every unit, ignoring the filters of themes and dates as the overview's `trend`
 * does: what trends are tested on, whatever unit is on screen.
 */
export function trendRowsOf(cells: CellTable, granularity: PeriodUnit, filters: Filters): TrendRows {
	const passing = passes(cells, filters);
	const { by } = storedSums.trend;
	const plan = planOf(storedSums.trend);
	const rowsAt = (unit: TrendUnit) => rowsBy(cells, unit, plan, by, sumCells(cells, unit, plan, passing));
	return Object.fromEntries(unitsOf(granularity).map((unit) => [unit, rowsAt(unit)]));
}
