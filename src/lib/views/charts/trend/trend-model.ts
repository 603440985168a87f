import { fittedShares } from '../../../analysis/trends/fitted-line.ts';
import type { Trends } from '../../../analysis/trends/findings.ts';
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
	/** Periods beside those that the axis shows, and their papers. */
	beyond: Beyond;
}

export interface Beyond {
	periods: number;
	papers: number;
}

export function trendModel(source: Omit<ChartSource<'theme' | 'date'>, 'measure' | 'form'>): TrendModel {
	const { rows, unit, span, days } = source;
	const axis = periodAxis(rows, unit, span);
	const counts = themeSeries(rows, axis);
	const { periods, beyond, shown } = cropped(axis, days);
	const series = shownThemes(source).map((theme) => ({
		...theme,
		...(counts.get(theme.id) ?? { coarse: 0, undated: 0 }),
		counts: shown(counts.get(theme.id)?.counts ?? axis.map(() => 0))
	}));
	return { periods, series, offAxis: besideAxis(rows), beyond };
}

/** The periods of an axis that lie within some days, and how values along it are cut to them. */
export function cropped(axis: readonly PeriodMark[], days: ChartSource<never>['days']) {
	const inside = axis.map(({ start, end }) => !days || (start >= days.from && end <= days.to));
	const shown = <V>(values: readonly V[]) => values.filter((_, place) => inside[place]);
	const left = axis.filter((_, place) => !inside[place]);
	const beyond: Beyond = { periods: left.length, papers: left.reduce((sum, { papers }) => sum + papers, 0) };
	return { periods: shown(axis), beyond, shown };
}

/** Lines of what was fitted, along the periods on screen; none where these are of another unit. */
export function fittedLines(trends: Trends, periods: readonly PeriodMark[]): SmoothValues | undefined {
	if (trends.kind !== 'tested') return undefined;
	const { window, findings } = trends;
	const ofUnit = new Set(window.axis.map(({ start, end }) => `${start} ${end}`));
	if (!periods.every(({ start, end }) => ofUnit.has(`${start} ${end}`))) return undefined;
	return new Map(
		findings.map((finding) => {
			const shares = fittedShares(finding, window);
			return [finding.id, periods.map(({ start }) => shares.get(start) ?? null)] as const;
		})
	);
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
