import { formatFixed, formatNumber, formatShare } from '../../../format/format.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { TestedTrends, TrendFinding } from '../../../analysis/trends/findings.ts';
import { fromRiseToFall } from '../../../analysis/trends/ranking.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';
import { testedDates } from '../../parts/findings/tested-dates.ts';

/** A theme's trend as the ranking shows it. */
export interface TrendRow {
	finding: TrendFinding;
	/** Share of each tested period, 0 to 1. */
	shares: number[];
	/** First and last day of the tested periods. */
	days: { from: string; to: string };
}

/** The filters behind a count of a theme's tested papers. */
export function testedPapers(
	window: TrendWindow,
	themeId: number,
	days: { from: string; to: string }
): Partial<Filters> {
	return { themes: [themeId], ...testedDates(window, days) };
}

/** Themes that surely rise, from the steepest on, then what is not sure, then those that fall, the steepest last. */
export function rankedTrends({ window, findings }: TestedTrends): TrendRow[] {
	const { axis, places } = window;
	const days = { from: axis[places[0]!]!.start, to: axis[places.at(-1)!]!.end };
	return findings
		.map((finding) => ({ finding, shares: finding.shares.map(([, papers, of]) => papers / of), days }))
		.sort(({ finding: a }, { finding: b }) => fromRiseToFall(a, b));
}

/**
 * Why a row may say “no clear change” beside an interval that leaves out 0; `null` where none does. Intervals are those
 * of single rows, of which 1 in 20 misses its value; words go by p-values adjusted over all.
 *
 * @param what the rows are, `themes`
 */
export function chanceWords(findings: readonly TrendFinding[], what: string): string | null {
	const tested = findings.filter(({ segments }) => segments.length > 0);
	const odd = tested.filter(({ certainty, segments }) => {
		const { low, high } = segments.at(-1)!;
		return certainty === null && (low > 0 || high < 0);
	});
	if (odd.length === 0) return null;
	return (
		`An interval that leaves out 0 is not enough to say more than “no clear change”: by chance alone 1 in 20 does, ` +
		`and here stand ${formatNumber(tested.length)} ${what}.`
	);
}

/** A stretch of periods in which a theme has far more papers than usual. */
export interface BurstRow {
	themeId: number;
	/** `Mar 2024` or `Mar 2024–Jun 2024`. */
	words: string;
	/** First and last day. */
	from: string;
	to: string;
	/** Papers of the theme, and all papers, in the burst and in all tested periods. */
	papers: number;
	all: number;
	usualPapers: number;
	usualAll: number;
	weight: number;
}

/** Bursts of all themes, the weightiest first. */
export function burstRows({ window: { axis }, findings }: TestedTrends): BurstRow[] {
	const sum = (shares: TrendFinding['shares'], at: 1 | 2) =>
		shares.reduce((total, share) => total + share[at], 0);
	return findings
		.flatMap(({ id, bursts, shares }) =>
			bursts.map(({ from, to, weight }) => {
				const inside = shares.filter(([place]) => place >= from && place <= to);
				const [first, last] = [axis[from]!, axis[to]!];
				return {
					themeId: id,
					words: from === to ? first.label : `${first.label}–${last.label}`,
					from: first.start,
					to: last.end,
					papers: sum(inside, 1),
					all: sum(inside, 2),
					usualPapers: sum(shares, 1),
					usualAll: sum(shares, 2),
					weight
				};
			})
		)
		.sort((a, b) => b.weight - a.weight || a.themeId - b.themeId);
}

/** How much more a theme has than usual: its shares as people read them, and how clear that is. */
export const burstWords = ({ papers, all, usualPapers, usualAll, weight }: BurstRow) => ({
	share: formatShare(papers, all),
	usual: formatShare(usualPapers, usualAll),
	weight: formatFixed(weight, 1)
});
