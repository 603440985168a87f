import { canSmooth } from '../../analysis/smooth-series.ts';
import type { PeriodMark } from '../../charts/model.ts';
import type { Measure } from '../../charts/trend-values.ts';
import type { Settings } from '../../state/settings.ts';

/** Periods from which on lines over all of them are hard to follow unless they are smoothed. */
const manyPeriods = 24;

export type TrendForm = NonNullable<Settings['form']>;

/** How trends are drawn: as somebody chose, else smoothed where there are many periods. */
export function trendForm(
	chosen: Settings['form'],
	periods: readonly PeriodMark[],
	measure: Measure
): TrendForm {
	const form = chosen ?? (periods.length >= manyPeriods ? 'smooth' : 'lines');
	return form === 'smooth' && !canSmooth(periods, measure) ? 'lines' : form;
}

/** Whether the lines of a chart that is never stacked are smoothed. */
export function drawsSmooth(
	chosen: Settings['form'],
	periods: readonly PeriodMark[],
	measure: Measure
): boolean {
	return trendForm(chosen === 'stacked' ? null : chosen, periods, measure) === 'smooth';
}
