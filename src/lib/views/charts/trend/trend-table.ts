import type { DataTable, OffAxis, PeriodMark, SmoothValues, TrendSeries } from '../../../drawing/model.ts';
import { periodHeader } from '../../../drawing/tables.ts';
import type { Measure } from '../../../drawing/trend-values.ts';
import { formatShare } from '../../../format/format.ts';

function offAxisColumns(offAxis: OffAxis): { key: keyof OffAxis; header: string }[] {
	const columns: { key: keyof OffAxis; header: string }[] = [
		{ key: 'coarse', header: 'Coarser date' },
		{ key: 'undated', header: 'Undated' }
	];
	return columns.filter(({ key }) => offAxis[key] > 0);
}

/** One row for each period, one column for each theme; papers beside the axis stand in the last rows. */
export function trendTable(
	caption: string,
	periods: readonly PeriodMark[],
	series: readonly TrendSeries[],
	offAxis: OffAxis,
	measure: Measure,
	smooth?: SmoothValues
): DataTable {
	const value = (count: number, papers: number) => (measure === 'count' ? count : formatShare(count, papers));
	const dated = periods.map((period, index) => [
		periodHeader(period),
		period.papers,
		...series.map(({ counts }) => value(counts[index] ?? 0, period.papers))
	]);
	const beside = offAxisColumns(offAxis).map(({ key, header }) => [
		header,
		offAxis[key],
		...series.map((one) => value(one[key], offAxis[key]))
	]);
	return {
		caption,
		header: ['Period', 'All papers', ...series.map(({ label }) => label)],
		rows: [...dated, ...beside],
		exact: exactTrend(periods, series, offAxis, smooth)
	};
}

/** Papers of each theme, their shares of all, 0 to 1, and what is drawn smoothed; empty where there are none. */
function exactTrend(
	periods: readonly PeriodMark[],
	series: readonly TrendSeries[],
	offAxis: OffAxis,
	smooth: SmoothValues | undefined
) {
	const cells = (all: number, counts: readonly number[]) => [
		all,
		...counts,
		...counts.map((count) => (all === 0 ? '' : count / all))
	];
	const smoothed = series.filter(({ id }) => smooth?.has(id));
	const dated = periods.map((period, index) => [
		periodHeader(period),
		...cells(
			period.papers,
			series.map(({ counts }) => counts[index] ?? 0)
		),
		...smoothed.map(({ id }) => smooth?.get(id)?.[index] ?? '')
	]);
	const beside = offAxisColumns(offAxis).map(({ key, header }) => [
		header,
		...cells(
			offAxis[key],
			series.map((one) => one[key])
		),
		...smoothed.map(() => '')
	]);
	const labels = series.map(({ label }) => label);
	return {
		header: [
			'Period',
			'All papers',
			...labels,
			...labels.map((label) => `${label} (share)`),
			...smoothed.map(({ label }) => `${label} (smoothed)`)
		],
		rows: [...dated, ...beside]
	};
}
