import { logOdds } from './log-odds.ts';
import { z95 } from './wilson.ts';

interface TermUse {
	term: string;
	first: number;
	second: number;
	all: number;
}

export type Distinguishing<T> = T & { z: number };

/**
 * Terms that one side uses clearly more than the other, the clearest first: |z| of the log-odds ratio beyond 1.96,
 * with the usage of the whole corpus as prior (Monroe, Colaresi and Quinn 2008).
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
	return {
		first: ordered.slice(0, count).filter(({ z }) => z > z95),
		second: ordered
			.slice(-count)
			.reverse()
			.filter(({ z }) => z < -z95)
	};
}
