import { canSmooth, smoothSeries } from '../../../analysis/smooth-series.ts';
import type { SmoothValues } from '../../../drawing/model.ts';
import type { Measure } from '../../../drawing/trend-values.ts';
import type { Settings } from '../../../state/settings.ts';
import type { TrendModel } from '../chart-models.ts';

/** Periods from which on lines over all of them are hard to follow unless they are smoothed. */
const manyPeriods = 24;

export type TrendForm = NonNullable<Settings['form']>;

/** How trends are drawn: as somebody chose, else smoothed where there are many periods. */
export function trendForm(
	chosen: Settings['form'],
	periods: TrendModel['periods'],
	measure: Measure
): TrendForm {
	const form = chosen ?? (periods.length >= manyPeriods ? 'smooth' : 'lines');
	return form === 'smooth' && !canSmooth(periods, measure) ? 'lines' : form;
}

/** The smoothed lines of a chart that is never stacked; `undefined` where they are not drawn. */
export function smoothLines(
	chosen: Settings['form'],
	{ series, periods }: Pick<TrendModel, 'series' | 'periods'>,
	measure: Measure
): SmoothValues | undefined {
	const form = trendForm(chosen === 'stacked' ? null : chosen, periods, measure);
	return form === 'smooth' ? smoothSeries(series, periods, measure) : undefined;
}
