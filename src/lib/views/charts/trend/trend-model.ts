import { periodAxis } from '../../../analysis/periods.ts';
import { canSmooth, smoothSeries } from '../../../analysis/smooth-series.ts';
import { besideAxis, themeSeries } from '../../../analysis/theme-series.ts';
import type { OffAxis, PeriodMark, SmoothValues, TrendSeries } from '../../../drawing/model.ts';
import type { Measure } from '../../../drawing/trend-values.ts';
import type { Settings } from '../../../state/settings.ts';
import { shownThemes, type ChartSource } from '../chart.ts';

export interface TrendModel {
	periods: PeriodMark[];
	/** The largest theme first. Once themes are selected, only they keep a colour. */
	series: TrendSeries[];
	offAxis: OffAxis;
}

export function trendModel(source: Omit<ChartSource<'theme' | 'date'>, 'measure' | 'form'>): TrendModel {
	const { rows, unit, span, selected } = source;
	const periods = periodAxis(rows, unit, span);
	const counts = themeSeries(rows, periods);
	const series = shownThemes(source).map((theme) => ({
		...theme,
		slot: selected.length > 0 && !theme.selected ? null : theme.slot,
		...(counts.get(theme.id) ?? { counts: periods.map(() => 0), coarse: 0, undated: 0 })
	}));
	return { periods, series, offAxis: besideAxis(rows) };
}

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
