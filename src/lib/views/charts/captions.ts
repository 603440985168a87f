import type { Headline } from '../../analysis/headline.ts';
import type { TrendUnit } from '../../analysis/periods.ts';
import type { OffAxis, PeriodMark } from '../../drawing/model.ts';
import { formatNumber, formatPapers } from '../../format/format.ts';
import type { Beyond } from './trend/trend-model.ts';

/** Parts of what stands under the charts: unit, period and how many papers are behind them. */

/** `, Q2 2022 to Q4 2025`. */
export function stretch(periods: readonly PeriodMark[]): string {
	const [first, last] = [periods[0], periods.at(-1)];
	if (!first || !last) return '';
	return first === last ? `, ${first.label}` : `, ${first.label} to ${last.label}`;
}

const beside = (count: number, words: string) => (count > 0 ? [`${formatNumber(count)} ${words}`] : []);

/**
 * `; 5 undated beside the axis`.
 * @param which of them, where that is not plain: `with a known size or not`
 */
export function besideWords({ coarse, undated }: OffAxis, which?: string): string {
	const parts = [...beside(coarse, 'dated by year only'), ...beside(undated, 'undated')];
	const words = parts.join(' and ') + (which === undefined ? '' : `, ${which},`);
	return parts.length === 0 ? '' : `; ${words} beside the axis`;
}

/** `; 5 undated not drawn`, where the axis has no bars for them. */
export const asideWords = (offAxis: OffAxis): string =>
	besideWords(offAxis).replace(/ beside the axis$/, ' not drawn');

/** `; 12 other years not shown (148 papers)`. */
export function beyondWords(unit: TrendUnit, beyond: Beyond | null): string {
	if (!beyond || beyond.periods === 0) return '';
	const { periods, papers } = beyond;
	return `; ${formatNumber(periods)} other ${unit}${periods === 1 ? '' : 's'} not shown (${formatPapers(papers)})`;
}

/** A caption and what the headline above the chart rests on. */
export function withBasis(caption: string, { basis }: Headline): string {
	return basis === '' ? caption : `${caption}. The headline: ${basis}`;
}

export const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** `known for 68 of 75 papers`. */
export function knownWords(known: number, papers: number): string {
	const how = known === papers && papers > 1 ? 'all' : `${formatNumber(known)} of`;
	return `known for ${how} ${formatPapers(papers)}`;
}
