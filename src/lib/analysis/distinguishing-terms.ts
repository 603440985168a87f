import { z95 } from './wilson.ts';
import { log } from '../base/math.ts';

interface TermContrast {
	/** Log of the odds ratio of the term between the two groups; positive where the first uses it more. */
	logOdds: number;
	/** The same in units of its standard error: what terms are ranked by. */
	z: number;
}

/**
 * How much more one group uses each term than another: log-odds ratio with an informative Dirichlet prior
 * (Monroe, Colaresi and Quinn 2008, equations 16, 20, 22 and 23). The prior draws rare terms to the usage of
 * the whole corpus.
 *
 * @param first occurrences of each term in the first group
 * @param second occurrences in the second group, same terms
 * @param background occurrences in the whole corpus, same terms, all above 0
 * @param strength weight of the prior, in occurrences; by default those of the mean group
 */
export function logOdds(
	first: readonly number[],
	second: readonly number[],
	background: readonly number[],
	strength = (total(first) + total(second)) / 2
): TermContrast[] {
	const scale = strength / total(background);
	const [all1, all2] = [total(first) + strength, total(second) + strength];
	return background.map((usual, term) => {
		const one = (first[term] as number) + usual * scale;
		const two = (second[term] as number) + usual * scale;
		const difference = log(one / (all1 - one)) - log(two / (all2 - two));
		return { logOdds: difference, z: difference / Math.sqrt(1 / one + 1 / two) };
	});
}

function total(counts: readonly number[]): number {
	return counts.reduce((sum, count) => sum + count, 0);
}

interface TermUse {
	term: string;
	first: number;
	second: number;
	all: number;
	/** Papers of each side that hold it. */
	firstPapers: number;
	secondPapers: number;
}

/** Papers of its side that a term is shown for: what one paper repeats sets no side apart. */
const fewestPapers = 2;

export type Distinguishing<T> = T & { z: number };

/**
 * Terms that one side uses clearly more than the other, the clearest first: |z| of the log-odds ratio beyond 1.96,
 * with the usage of the whole corpus as prior (Monroe, Colaresi and Quinn 2008), where two papers of that side hold it.
 *
 * @param count terms for each side at most
 */
export function distinguishingTerms<T extends TermUse>(
	terms: readonly T[],
	count: number
): { first: Distinguishing<T>[]; second: Distinguishing<T>[] } {
	const used = (of: (term: T) => number) => terms.reduce((sum, term) => sum + of(term), 0);
	if (used(({ first }) => first) === 0 || used(({ second }) => second) === 0)
		return { first: [], second: [] };
	const contrasts = logOdds(
		terms.map(({ first }) => first),
		terms.map(({ second }) => second),
		terms.map(({ all }) => all)
	);
	const scored = terms.map((term, place) => ({ ...term, z: contrasts[place]!.z }));
	const ordered = scored.sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1));
	const shown = (some: Distinguishing<T>[], papers: (term: T) => number) =>
		some.filter((term) => Math.abs(term.z) > z95 && papers(term) >= fewestPapers).slice(0, count);
	return {
		first: shown(
			ordered.filter(({ z }) => z > 0),
			({ firstPapers }) => firstPapers
		),
		second: shown(ordered.filter(({ z }) => z < 0).reverse(), ({ secondPapers }) => secondPapers)
	};
}
