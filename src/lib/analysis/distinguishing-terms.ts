import { z95 } from './wilson.ts';

interface TermUse {
	term: string;
	/** Papers of each side that hold it. */
	first: number;
	second: number;
}

/** A term and how clearly the shares of papers that hold it differ: above 0 where the first side has more. */
export type Distinguishing<T> = T & { z: number };

/** Papers of its side that a term is shown for: what one paper says sets no side apart. */
const fewestPapers = 2;

/**
 * How clearly two shares differ, in standard errors: the signed root of the chi-square statistic of a 2 x 2 table with
 * Yates' correction (Yates 1934). Its sign is that of `part1 / whole1 - part2 / whole2`, or it is 0.
 */
export function shareContrast(part1: number, whole1: number, part2: number, whole2: number): number {
	const all = whole1 + whole2;
	const parts = part1 + part2;
	const product = whole1 * whole2 * parts * (all - parts);
	if (product === 0) return 0;
	const cross = part1 * whole2 - part2 * whole1;
	return Math.sign(cross) * Math.max(0, Math.abs(cross) - all / 2) * Math.sqrt(all / product);
}

/**
 * Terms that clearly more papers of one side hold, the clearest first: |z| beyond 1.96, where two papers of that side
 * hold it.
 *
 * @param papers of each side
 * @param count terms for each side at most
 */
export function distinguishingTerms<T extends TermUse>(
	terms: readonly T[],
	papers: readonly [first: number, second: number],
	count: number
): { first: Distinguishing<T>[]; second: Distinguishing<T>[] } {
	const scored = terms
		.map((term) => ({ ...term, z: shareContrast(term.first, papers[0], term.second, papers[1]) }))
		.filter(({ z, first, second }) => Math.abs(z) > z95 && (z > 0 ? first : second) >= fewestPapers)
		.sort((a, b) => b.z - a.z || (a.term < b.term ? -1 : 1));
	return {
		first: scored.filter(({ z }) => z > 0).slice(0, count),
		second: scored
			.filter(({ z }) => z < 0)
			.reverse()
			.slice(0, count)
	};
}
