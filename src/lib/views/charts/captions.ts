import type { Headline } from '../../analysis/headlines.ts';
import type { OffAxis, PeriodMark, TeamSummary } from '../../drawing/model.ts';
import type { Measure } from '../../drawing/trend-values.ts';
import { formatNumber, formatPapers } from '../../format/format.ts';
import type { TrendUnit } from '../../state/settings.ts';

/** What stands under the charts: unit, period and how many papers are behind them. */

function stretch(periods: readonly PeriodMark[]): string {
	const [first, last] = [periods[0], periods.at(-1)];
	if (!first || !last) return '';
	return first === last ? `, ${first.label}` : `, ${first.label} to ${last.label}`;
}

const beside = (count: number, words: string) => (count > 0 ? [`${formatNumber(count)} ${words}`] : []);

function besideWords({ coarse, undated }: OffAxis): string {
	const parts = [...beside(coarse, 'dated by year only'), ...beside(undated, 'undated')];
	return parts.length === 0 ? '' : `; ${parts.join(' and ')} beside the axis`;
}

/** A caption and what the headline above the chart rests on. */
export function withBasis(caption: string, { basis }: Headline): string {
	return basis === '' ? caption : `${caption}. The headline: ${basis}`;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** `Share of each quarter’s papers; 70 papers, Q2 2022 to Q4 2025; 5 undated beside the axis`. */
export function trendCaption(
	measure: Measure,
	unit: TrendUnit,
	periods: readonly PeriodMark[],
	offAxis: OffAxis,
	smoothed = false
): string {
	const papers = formatPapers(sum(periods.map((period) => period.papers)));
	const what = measure === 'share' ? `Share of each ${unit}’s papers` : `Papers in each ${unit}`;
	const how = smoothed ? ', smoothed over the counted values (LOESS)' : '';
	return `${what}${how}; ${papers}${stretch(periods)}${besideWords(offAxis)}`;
}

function knownWords(known: number, papers: number): string {
	const how = known === papers && papers > 1 ? 'all' : `${formatNumber(known)} of`;
	return `known for ${how} ${formatPapers(papers)}`;
}

/** `Authors of each paper; known for 68 of 75 papers`. */
export function teamCaption(summary: TeamSummary | null, papers: number): string {
	return `Authors of each paper; ${knownWords(summary?.known ?? 0, papers)}`;
}

export function teamByThemeCaption(
	rows: readonly { summary: TeamSummary | null; unknown: number }[]
): string {
	const known = sum(rows.map(({ summary }) => summary?.known ?? 0));
	const all = known + sum(rows.map(({ unknown }) => unknown));
	return `Median (dot), middle half (bar) and range of authors, log axis; ${knownWords(known, all)}`;
}

export function teamOverTimeCaption(
	unit: TrendUnit,
	periods: readonly { period: PeriodMark; summary: TeamSummary | null }[],
	offAxis: OffAxis
): string {
	const known = sum(periods.map(({ summary }) => summary?.known ?? 0));
	const marks = periods.map(({ period }) => period);
	return `Median and middle half of authors in each ${unit}, log axis; ${formatPapers(known)} with known team size${stretch(marks)}${besideWords(offAxis)}`;
}

export function matrixCaption(rows: readonly { counts: readonly number[] }[]): string {
	return `Papers by theme and number of authors; shade is the share within the theme; ${formatPapers(sum(rows.flatMap(({ counts }) => counts)))}`;
}
