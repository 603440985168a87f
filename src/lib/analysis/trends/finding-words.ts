import { formatFixed, formatNumber, formatPapers, listed } from '../../format/format.ts';
import type { TrendUnit } from '../periods.ts';
import type { TrendFinding } from './findings.ts';
import type { Estimate, Segment } from './segments.ts';
import { thresholds } from './thresholds.ts';
import type { NoWindow, TrendWindow } from './window.ts';

/** What “very sure” and “fairly sure” mean of a rise or a fall. */
export const surenessWords = (() => {
	const { verySure, fairlySure } = thresholds.right;
	const of = (part: number) => `${formatNumber(Math.round(100 * part))} of 100`;
	return (
		`Rises and falls called “very sure” were right in at least ${of(verySure)} cases, those called “fairly sure” in ` +
		`${of(fairlySure)}, on drawn corpora whose shares are known.`
	);
})();

type Named = Pick<TrendWindow, 'axis'>;

const label = ({ axis }: Named, place: number) => axis[place]!.label;

/** What is said of now, and of a segment before it. */
const directions = {
	rising: 'rising',
	falling: 'falling',
	steady: 'steady',
	unclear: 'no clear change',
	'too few': 'too few papers'
} as const;

const pasts = { rising: 'rose', falling: 'fell', steady: 'steady', unclear: null, 'too few': null } as const;

/** `rose to 2017, falling since`, `rose to 2014, falling since 2017`, `rising since Oct 2025, faster than before`. */
export function findingWords({ direction, shape }: TrendFinding, window: Named): string {
	const now = directions[direction];
	if (!shape || shape.kind === 'throughout') return now;
	if (shape.kind === 'came and went') return `came and went, highest in ${label(window, shape.peak)}`;
	const at = label(window, shape.at);
	if (shape.kind === 'went on') {
		return shape.pace ? `${now} since ${at}, ${shape.pace} than before` : `${now}, also before ${at}`;
	}
	if (shape.kind === 'began') return direction === 'unclear' ? now : `${now} since ${at}`;
	const until = label(window, shape.until);
	if (pasts[direction] === shape.before) return `${now} since ${at}, also before ${until}`;
	return `${shape.before} to ${until}, ${now} since${shape.until === shape.at ? '' : ` ${at}`}`;
}

/**
 * What came before a rise or a fall, or how its pace changed, as the end of a sentence that states from when on it went
 * so: `, faster since Oct 2025`, `, after a fall until 2017`, `, no clear change before`; empty where there is nothing to add.
 */
export function courseWords({ direction, shape }: TrendFinding, window: Named): string {
	if (!shape || shape.kind === 'throughout') return '';
	if (shape.kind === 'came and went') return ', after a rise';
	if (shape.kind === 'went on') return shape.pace ? `, ${shape.pace} since ${label(window, shape.at)}` : '';
	if (shape.kind === 'began') return ', no clear change before';
	if (pasts[direction] === shape.before) return `, also before ${label(window, shape.until)}`;
	const until = shape.until === shape.at ? '' : ` until ${label(window, shape.until)}`;
	if (shape.before === 'steady') return until === '' ? ', steady before' : `, steady${until}`;
	return `, after a ${shape.before === 'rose' ? 'rise' : 'fall'}${until}`;
}

/** `rose to 2017, falling since, very sure`; nothing is added to what is not sure. */
export function surelyWords(finding: TrendFinding, window: Named): string {
	const words = findingWords(finding, window);
	return finding.certainty ? `${words}, ${finding.certainty}` : words;
}

/** Since when: `2017 (2016 to 2018)`; `null` where it has been so over the whole window. */
export function sinceWords({ since }: TrendFinding, window: Named): string | null {
	if (!since) return null;
	const [low, high] = [label(window, since.low), label(window, since.high)];
	return label(window, since.place) + (low === high ? '' : ` (${low} to ${high})`);
}

/** Decimals for points that stand together: one, or as many as show two digits of the largest, at most three. */
export function pointDecimals(points: readonly number[]): number {
	const largest = points.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
	return largest === 0 || largest >= 0.95 ? 1 : largest >= 0.095 ? 2 : 3;
}

/** `+2.1 points a quarter (0.8 to 3.3)`. */
export function slopeWords({ slope, low, high }: Segment, unit: TrendUnit): string {
	const decimals = pointDecimals([slope]);
	const range = `(${formatFixed(low, decimals)} to ${formatFixed(high, decimals)})`;
	return `${signed(slope, decimals)} points a ${unit} ${range}`;
}

/** Decimals for slopes of one column: those of the largest, and as many as show a digit of every one that is sure. */
export function slopeDecimals(findings: readonly TrendFinding[]): number {
	const slopes = (some: readonly TrendFinding[]) =>
		some.flatMap(({ segments }) => segments.at(-1)?.slope ?? []);
	const moving = findings.filter(({ direction }) => direction === 'rising' || direction === 'falling');
	return Math.max(
		pointDecimals(slopes(findings)),
		...slopes(moving).map((slope) => pointDecimals([10 * slope]))
	);
}

/** `−17 % a year (−23 to −10)`; beyond a hundredfold, only that. */
export function percentWords({ percentAYear: { value, low, high } }: Segment): string {
	const whole = (percent: number) =>
		percent > mostPercent ? `over ${formatNumber(mostPercent)}` : formatNumber(percent);
	const sign = value >= 0.5 && value <= mostPercent ? '+' : '';
	return `${sign}${whole(value)} % a year (${whole(low)} to ${whole(high)})`;
}

const mostPercent = 9_999;

function signed(points: number, decimals: number): string {
	const text = formatFixed(points, decimals);
	return points > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** `2016–2024`. */
export function windowSpan(window: TrendWindow): string {
	return `${label(window, window.from)}–${label(window, window.to)}`;
}

/** Why the window begins where it does; `null` where it holds all whole periods. */
export function windowReason(window: TrendWindow): string | null {
	if (window.reason === 'whole span') return null;
	if (window.reason === 'filter') return 'as the date filter says';
	if (window.reason === 'most periods')
		return `the last ${formatNumber(window.to - window.from + 1)} whole ${window.unit}s`;
	return `since when nearly every ${window.unit} has 20 papers or more`;
}

/** What trends rest on: `9 years, 2016–2024, as the date filter says; left out: 31 papers in other years`. */
export function windowWords(window: TrendWindow): string {
	const { unit, places, leftOut } = window;
	const parts: [number, string][] = [
		[leftOut.partial, 'in periods covered only in part'],
		[leftOut.outside, `in other ${unit}s`],
		[leftOut.thin, `in ${unit}s with fewer than 20`],
		[leftOut.coarse, `dated more coarsely than the ${unit}`],
		[leftOut.undated, 'undated']
	];
	const without = parts.flatMap(([count, words]) => (count > 0 ? [`${formatPapers(count)} ${words}`] : []));
	const periods = `${formatNumber(places.length)} ${plural(unit, places.length)}`;
	const tested = [periods, windowSpan(window), windowReason(window) ?? []].flat().join(', ');
	return without.length === 0 ? tested : `${tested}; left out: ${without.join(', ')}`;
}

/** Why nothing can be tested. */
export function noWindowWords(none: NoWindow): string {
	if (none.kind === 'none dated') return 'Without dates there is no trend to test';
	if (none.kind === 'too few papers')
		return `Too few papers: no ${listed(none.units, 'or')} at the end has 20`;
	const { unit, periods } = none;
	const have = periods.length === 1 ? 'has' : 'have';
	return `Too few ${unit}s to tell what rises or falls: ${listed(periods)} ${have} enough papers, five such ${unit}s are needed`;
}

function plural(unit: TrendUnit, count: number): string {
	return count === 1 ? unit : `${unit}s`;
}

/** Points and their interval, `+2.1 (0.8 to 3.0)`. Numbers of one column share their decimals. */
export function pointsWords({ value, low, high }: Estimate, decimals: number): string {
	return `${signed(value, decimals)} (${formatFixed(low, decimals)} to ${formatFixed(high, decimals)})`;
}

/** What papers would have to be like for a test, as the start of a sentence. */
export function wouldHelp({ kind }: NoWindow): string {
	if (kind === 'none dated') return 'Papers with dates';
	return kind === 'too few periods' ? 'Papers of more periods' : 'Fewer filters, or more papers,';
}
