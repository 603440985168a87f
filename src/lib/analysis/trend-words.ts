import { formatNumber, formatPapers } from '../format/format.ts';
import type { TrendUnit } from './periods.ts';
import type { TrendFinding, Trends } from './trends.ts';

/** `rising, very sure`, `perhaps falling`, `no clear trend`. */
export function briefWords(finding: TrendFinding): string {
	const { direction, certainty } = finding;
	const hedged = direction === 'none' || certainty === 'not sure';
	return hedged ? directionWords(finding) : `${directionWords(finding)}, ${certainty}`;
}

/** A slope and its interval: `+2.1 (0.8 to 3.3)`, in points from one period to the next. */
export function slopeWords({ sen: { slope, interval } }: TrendFinding): string {
	const range = interval ? ` (${points(interval.lower)} to ${points(interval.upper)})` : '';
	return signed(slope) + range;
}

/** A share as percentage points: one decimal, or as many as show two digits of a small one. */
export function points(share: number): string {
	const value = share * 100;
	const size = Math.abs(value);
	return formatNumber(value, size === 0 || size >= 0.95 ? 1 : size >= 0.095 ? 2 : 3);
}

export const signed = (share: number) => (share > 0 ? `+${points(share)}` : points(share));

/** `rising`, `perhaps falling`, `no clear trend`. */
export function directionWords({ direction, certainty }: TrendFinding): string {
	if (direction === 'none') return 'no clear trend';
	return certainty === 'not sure' ? `perhaps ${direction}` : direction;
}

/** `rising, fairly sure: +2.1 points a quarter, 95 % 0.8 to 3.3`. */
export function findingWords(finding: TrendFinding, unit: TrendUnit): string {
	const { slope, interval } = finding.sen;
	const sure = finding.direction === 'none' ? '' : `, ${finding.certainty}`;
	const range = interval ? `, 95 % ${points(interval.lower)} to ${points(interval.upper)}` : '';
	return `${directionWords(finding)}${sure}: ${signed(slope)} points a ${unit}${range}`;
}

/** What trends rest on, or why there are none: `18 quarters; left out: 31 papers in periods covered only in part`. */
export function trendsWords(trends: Trends): string {
	if (trends.kind === 'too few papers')
		return 'Too few papers: no month, quarter or year has 20 in the median';
	if (trends.kind === 'too few periods') {
		return `Too few periods: ${trends.periods} whole ${plural(trends.unit, trends.periods)}, five are needed`;
	}
	const { unit, places, leftOut } = trends;
	const parts: [number, string][] = [
		[leftOut.partial, 'in periods covered only in part'],
		[leftOut.coarse, `dated more coarsely than the ${unit}`],
		[leftOut.undated, 'undated']
	];
	const without = parts.flatMap(([count, words]) => (count > 0 ? [`${formatPapers(count)} ${words}`] : []));
	const tested = `${formatNumber(places.length)} ${plural(unit, places.length)}`;
	return without.length === 0 ? tested : `${tested}; left out: ${without.join(', ')}`;
}

function plural(unit: TrendUnit, count: number): string {
	return count === 1 ? unit : `${unit}s`;
}
