import { halves, type Stretch } from '../../../analysis/halves.ts';
import type { Trends } from '../../../analysis/trends/findings.ts';
import { fromRiseToFall } from '../../../analysis/trends/ranking.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';
import type { Filters } from '../../../queries/filters/filters.ts';

/** Words that are looked at, and those of them that are shown, at most. */
export const lookedAt = 15;
const shown = 5;

/** Chance that one of all words that were compared is shown although its share does not rise. */
const chance = 0.01;

/** The filters of the earlier and the later half of a window’s papers; `null` where it has no two halves. */
export function halvesOf(
	{ axis, from, to }: TrendWindow,
	filters: Filters
): { early: Filters; late: Filters } | null {
	const found = halves(axis.slice(from, to + 1));
	if (!found) return null;
	const side = ({ dates }: Stretch): Filters => ({
		...filters,
		dated: [],
		date: { range: dates, unknown: false }
	});
	return { early: side(found.early), late: side(found.late) };
}

/**
 * Which of the words surely rise, the fastest first. They were picked from many, because they look like it: so many
 * are allowed for (Bonferroni).
 * @param compared words that were looked at to find these
 */
export function risingOf(words: readonly string[], trends: Trends, compared: number): string[] {
	if (trends.kind !== 'tested') return [];
	return trends.findings
		.filter(({ direction, p }) => direction === 'rising' && p !== null && p * compared < chance)
		.sort(fromRiseToFall)
		.slice(0, shown)
		.map(({ id }) => words[id] as string);
}
