import type {
	DataTable,
	MatrixRow,
	OffAxis,
	PeriodMark,
	SmoothValues,
	TeamBin,
	TeamPeriod,
	TeamRow,
	TeamSummary,
	TrendSeries
} from './model.ts';
import { formatShare, formatTeam } from '../format/format.ts';

import type { Measure } from './trend-values.ts';

/** The numbers behind each chart as a table. Nothing that a chart shows is missing here. */

const periodHeader = (period: PeriodMark) => (period.partial ? `${period.label} (in part)` : period.label);

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

export function histogramTable(caption: string, bins: readonly TeamBin[]): DataTable {
	const all = bins.reduce((sum, { papers }) => sum + papers, 0);
	return {
		caption,
		header: ['Team size (authors)', 'Papers', 'Share'],
		rows: bins.map(({ label, papers }) => [label, papers, formatShare(papers, all)])
	};
}

const summaryHeader = [
	'Known',
	'Unknown',
	'Minimum',
	'Lower quartile',
	'Median',
	'Upper quartile',
	'Maximum'
];

function summaryCells(summary: TeamSummary | null, unknown: number): (string | number)[] {
	if (!summary) return [0, unknown, '–', '–', '–', '–', '–'];
	const { minimum, lowerQuartile, median, upperQuartile, maximum } = summary;
	const sizes = [minimum, lowerQuartile, median, upperQuartile, maximum];
	return [summary.known, unknown, ...sizes.map(formatTeam)];
}

export function teamByThemeTable(caption: string, rows: readonly TeamRow[]): DataTable {
	return {
		caption,
		header: ['Theme', ...summaryHeader],
		rows: rows.map(({ label, summary, unknown }) => [label, ...summaryCells(summary, unknown)])
	};
}

export function teamOverTimeTable(caption: string, periods: readonly TeamPeriod[]): DataTable {
	return {
		caption,
		header: ['Period', ...summaryHeader],
		rows: periods.map(({ period, summary }) => [
			periodHeader(period),
			...summaryCells(summary, summary ? summary.unknown : period.papers)
		])
	};
}

export function matrixTable(
	caption: string,
	rows: readonly MatrixRow[],
	bins: readonly { label: string }[]
): DataTable {
	return {
		caption,
		header: ['Theme', ...bins.map(({ label }) => label)],
		rows: rows.map(({ label, counts }) => [label, ...bins.map((_, index) => counts[index] ?? 0)])
	};
}
