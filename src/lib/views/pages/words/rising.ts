import { distinguishingTerms } from '../../../analysis/distinguishing-terms.ts';
import { halves, type Stretch } from '../../../analysis/halves.ts';
import type { Trends } from '../../../analysis/trends/findings.ts';
import { fromRiseToFall } from '../../../analysis/trends/ranking.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';
import type { TermComparison } from '../../../queries/comparison/comparison.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { Site } from '../../../state/site.ts';

/** Terms that are looked at, and those of them that are shown, at most. */
const lookedAt = 20;
const shown = 5;

/** Chance that one of all terms that were compared is shown although its share does not rise. */
const chance = 0.01;

/** A term of themes, as it is searched for: several words in quotes. */
export interface ThemeTerm {
	readonly search: string;
	/** Of its words. */
	readonly stems: readonly string[];
}

/** What themes are told apart and named by, once each: what the papers are about rather than how they are written. */
export function themeTerms({ themes, tree }: Pick<Site, 'themes' | 'tree'>): string[] {
	const named = tree.flatMap(({ names = [] }) => names.flatMap(({ terms }) => terms));
	const known = new Map<string, string>();
	for (const term of [...themes.flatMap(({ terms }) => terms), ...named]) {
		const key = term.toLowerCase();
		if (!term.includes('"') && !known.has(key))
			known.set(key, /[^\p{L}\p{N}]/u.test(term) ? `"${term}"` : term);
	}
	return [...known.values()];
}

/**
 * The terms whose words more papers of the later half hold than of the earlier, on average over the words, the
 * clearest first.
 * @param halves papers of the earlier and the later half, and those that hold each stem
 */
export function likelyTerms(
	terms: readonly ThemeTerm[],
	halves: Pick<TermComparison, 'first' | 'second' | 'terms'>
): ThemeTerm[] {
	const papers = [halves.first, halves.second] as const;
	const { first, second } = distinguishingTerms(halves.terms, papers, halves.terms.length);
	const gain = new Map([...first, ...second].map(({ term, z }) => [term, -z]));
	const mean = ({ stems }: ThemeTerm) =>
		stems.reduce((sum, stem) => sum + (gain.get(stem) ?? 0), 0) / stems.length;
	return terms
		.filter(({ stems }) => stems.length > 0)
		.map((term) => ({ term, mean: mean(term) }))
		.filter((one) => one.mean > 0)
		.sort((a, b) => b.mean - a.mean || (a.term.search < b.term.search ? -1 : 1))
		.slice(0, lookedAt)
		.map(({ term }) => term);
}

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
 * Which of the terms surely rise, the fastest first, and none that shares a word with a faster one that is shown. They
 * were picked from many, because they look like it: so many are allowed for (Bonferroni).
 * @param compared terms that were looked at to find these
 */
export function risingOf(terms: readonly ThemeTerm[], trends: Trends, compared: number): string[] {
	if (trends.kind !== 'tested') return [];
	const used = new Set<string>();
	return trends.findings
		.filter(({ direction, p }) => direction === 'rising' && p !== null && p * compared < chance)
		.sort(fromRiseToFall)
		.flatMap(({ id }) => {
			const { search, stems } = terms[id]!;
			const isNew = !stems.some((stem) => used.has(stem));
			if (isNew) for (const stem of stems) used.add(stem);
			return isNew ? [search] : [];
		})
		.slice(0, shown);
}
