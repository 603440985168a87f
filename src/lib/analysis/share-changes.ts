import { formatShare } from '../format/format.ts';
import type { Halves } from './halves.ts';
import { level } from './headline.ts';
import type { ThemeSeries } from './theme-series.ts';
import type { TrendFinding } from './trends.ts';
import { compareShares } from './newcombe.ts';

/** A theme in an earlier and a later half. */
export interface ShareChange {
	themeId: number;
	/** Papers in each half. */
	early: number;
	late: number;
	/** Adjusted for the number of themes looked at. */
	p: number;
}

/** Each theme's papers in both halves, its shares compared directly (Bonferroni over themes). */
export function shareChanges(
	themes: ReadonlyMap<number, ThemeSeries>,
	{ early, late }: Halves
): ShareChange[] {
	const over = ({ counts }: ThemeSeries, places: readonly number[]) =>
		places.reduce((sum, place) => sum + counts[place]!, 0);
	return [...themes].map(([themeId, series]) => {
		const [before, after] = [over(series, early.places), over(series, late.places)];
		const p = compareShares(before, early.papers, after, late.papers) * themes.size;
		return { themeId, early: before, late: after, p: Math.min(1, p) };
	});
}

/** The same changes with the p-values of the trend tests; a change against its trend counts as none. */
export function withFindings(
	changes: readonly ShareChange[],
	findings: readonly TrendFinding[],
	halves: Halves
): ShareChange[] {
	const byTheme = new Map(findings.map((finding) => [finding.id, finding]));
	return changes.map((change) => {
		const finding = byTheme.get(change.themeId);
		const agrees = finding?.direction === (difference(change, halves) > 0 ? 'rising' : 'falling');
		return { ...change, p: finding && agrees ? finding.adjusted.benjaminiHochberg : 1 };
	});
}

/** The largest clear change, and the largest clear one the other way; changes too small to print are none. */
export function clearChanges(changes: readonly ShareChange[], halves: Halves): ShareChange[] {
	const { early, late } = halves;
	const differsInPrint = (change: ShareChange) =>
		formatShare(change.early, early.papers) !== formatShare(change.late, late.papers);
	// Rounded, so that equal changes do not trade places for their last bits: growth then comes first.
	const size = (change: ShareChange) => Math.round(Math.abs(difference(change, halves)) * 1e9);
	const clear = changes
		.filter((change) => change.p < level && differsInPrint(change))
		.sort(
			(a, b) => size(b) - size(a) || difference(b, halves) - difference(a, halves) || a.themeId - b.themeId
		);
	const [first] = clear;
	if (!first) return [];
	const opposite = clear.find((change) => difference(change, halves) * difference(first, halves) < 0);
	return opposite ? [first, opposite] : [first];
}

/** How much larger the share is in the later half. */
export function difference(change: ShareChange, { early, late }: Halves): number {
	return change.late / late.papers - change.early / early.papers;
}
