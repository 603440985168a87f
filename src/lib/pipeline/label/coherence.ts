import { log } from '../../base/math.ts';

function intersection(a: ArrayLike<number>, b: ArrayLike<number>): number {
	let both = 0;
	for (let i = 0, j = 0; i < a.length && j < b.length;) {
		const difference = (a[i] as number) - (b[j] as number);
		if (difference === 0) both++;
		if (difference <= 0) i++;
		if (difference >= 0) j++;
	}
	return both;
}

/**
 * Normalised pointwise mutual information of two terms by co-occurrence in papers (Bouma 2009):
 * ln(p(a,b) / (p(a) p(b))) / -ln p(a,b); -1 when they never meet, 1 when they always do.
 * @param both papers with both terms
 * @param a papers with the first
 * @param b papers with the second
 * @param papers all papers
 */
export function npmi(both: number, a: number, b: number, papers: number): number {
	if (both === 0) return -1;
	if (both === papers) return 1;
	return log((both * papers) / (a * b)) / -log(both / papers);
}

/**
 * Mean NPMI over all pairs of terms, -1 to 1; 0 for fewer than two terms.
 * @param postings for each term the papers that hold it, ascending
 */
export function coherence(postings: readonly ArrayLike<number>[], papers: number): number {
	let sum = 0;
	let pairs = 0;
	for (const [i, a] of postings.entries()) {
		for (const b of postings.slice(i + 1)) {
			sum += npmi(intersection(a, b), a.length, b.length, papers);
			pairs++;
		}
	}
	return pairs === 0 ? 0 : sum / pairs;
}

/** Share of distinct terms among the top terms of all themes, 0 to 1 (Dieng, Ruiz and Blei 2020); `null` without terms. */
export function diversity(topTerms: readonly (readonly string[])[]): number | null {
	const all = topTerms.flat();
	return all.length === 0 ? null : new Set(all).size / all.length;
}
