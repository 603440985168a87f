import { formatFixed, formatNumber, formatPapers } from '../format/format.ts';
import type { TrendUnit } from './periods.ts';
import { isSure, type TrendFinding, type Trends, type Untested } from './trends.ts';

/** `rising, very sure`, `perhaps falling`, `no clear trend`. */
export function briefWords(finding: TrendFinding): string {
	const { direction, certainty } = finding;
	const hedged = direction === 'none' || certainty === 'not sure';
	return hedged ? directionWords(finding) : `${directionWords(finding)}, ${certainty}`;
}

/** A change of a share. */
interface Change {
	value: number;
	/** 95 % */
	interval: { lower: number; upper: number } | null;
}

/**
 * Decimals for shares as percentage points that stand together: one, or as many as show two digits of the largest.
 */
export function pointDecimals(shares: readonly number[]): number {
	const largest = shares.reduce((most, share) => Math.max(most, Math.abs(share * 100)), 0);
	return largest === 0 || largest >= 0.95 ? 1 : largest >= 0.095 ? 2 : 3;
}

/** Decimals for slopes of one column: those of the largest, and as many as show a digit of every one that is sure. */
export function slopeDecimals(findings: readonly TrendFinding[]): number {
	const sure = findings.filter(isSure).map(({ sen }) => pointDecimals([10 * sen.slope]));
	return Math.max(pointDecimals(findings.map(({ sen }) => sen.slope)), ...sure);
}

/** A change in points and its interval: `+2.1 (0.8 to 3.0)`. Numbers of one column share their decimals. */
export function changeWords({ value, interval }: Change, decimals: number): string {
	const range = interval
		? ` (${points(interval.lower, decimals)} to ${points(interval.upper, decimals)})`
		: '';
	return signed(value, decimals) + range;
}

const points = (share: number, decimals: number) => formatFixed(share * 100, decimals);

function signed(share: number, decimals: number): string {
	const text = points(share, decimals);
	return share > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** `rising`, `perhaps falling`, `no clear trend`. */
export function directionWords({ direction, certainty }: TrendFinding): string {
	if (direction === 'none') return 'no clear trend';
	return certainty === 'not sure' ? `perhaps ${direction}` : direction;
}

/** `rising, fairly sure: +2.1 points a quarter, 95 % 0.8 to 3.3`. */
export function findingWords(finding: TrendFinding, unit: TrendUnit): string {
	const { slope, interval } = finding.sen;
	const sure = finding.direction === 'none' ? '' : `, ${finding.certainty}`;
	// Of what is not sure, digits below those of the interval's edges say nothing.
	const edges = interval && !isSure(finding) ? [interval.lower, interval.upper] : [];
	const decimals = pointDecimals([slope, ...edges]);
	const range = interval
		? `, 95 % ${points(interval.lower, decimals)} to ${points(interval.upper, decimals)}`
		: '';
	return `${directionWords(finding)}${sure}: ${signed(slope, decimals)} points a ${unit}${range}`;
}

/** What trends rest on, or why there are none: `18 quarters; left out: 31 papers in periods covered only in part`. */
export function trendsWords(trends: Trends): string {
	if (trends.kind === 'none dated') return 'Without dates there is no trend to test';
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

/** What papers would have to be like for a test, as the start of a sentence. */
export function wouldHelp({ kind }: Untested): string {
	if (kind === 'none dated') return 'Papers with dates';
	return kind === 'too few periods' ? 'Papers of more periods' : 'Fewer filters, or more papers,';
}

function plural(unit: TrendUnit, count: number): string {
	return count === 1 ? unit : `${unit}s`;
}
