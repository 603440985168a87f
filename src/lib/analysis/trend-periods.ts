import type { ThemePeriodCount } from '../dataset/overview.ts';
import { periodAxis, type Period, type Span, type TrendUnit } from './periods.ts';
import { quantile, tally } from './tally.ts';
import { besideAxis } from './theme-series.ts';

/** Papers by theme and period at the units that a dataset offers. */
export type RowsByUnit = { readonly [U in TrendUnit]?: readonly ThemePeriodCount[] };

/** What trends are tested on: chosen from the data, not from the unit on screen. */
export interface TestedPeriods {
	unit: TrendUnit;
	rows: readonly ThemePeriodCount[];
	axis: readonly Period[];
	/** Places of the periods that are tested: covered whole, and with papers. */
	places: readonly number[];
	/** Papers in no tested period. */
	leftOut: { partial: number; coarse: number; undated: number };
}

/** Papers that the median period must have. */
const enoughPapers = 20;
const units: readonly TrendUnit[] = ['month', 'quarter', 'year'];

/**
 * The finest of month, quarter and year whose median whole period, empty ones included, has at least 20 papers.
 *
 * @returns `null` when no unit has enough papers
 */
export function testedPeriods(rowsByUnit: RowsByUnit, span: Span): TestedPeriods | null {
	const offered = units.filter((unit) => rowsByUnit[unit] !== undefined);
	for (const unit of offered) {
		const rows = rowsByUnit[unit] ?? [];
		const axis = periodAxis(rows, unit, span);
		const whole = axis.filter(({ partial }) => !partial);
		const counts = tally(whole.map(({ papers }) => ({ value: papers, count: 1 })));
		if (counts.length === 0 || quantile(counts, 0.5) < enoughPapers) continue;
		const places = axis.flatMap(({ partial, papers }, place) => (partial || papers === 0 ? [] : [place]));
		const partial = axis.reduce((sum, period) => sum + (period.partial ? period.papers : 0), 0);
		return { unit, rows, axis, places, leftOut: { partial, ...besideAxis(rows) } };
	}
	return null;
}
