import type { WeightedTerm } from './class-weights.ts';

/** A pair replaces its word when at least this share of the word's weight comes with it. */
const phraseShare = 0.35;
/** Pairs are rarer than words and say more. */
const pairBonus = 1.6;
/** What remains of a term's weight for each chosen term that shares a word with it. */
const overlapPenalty = 0.4;
/** Terms looked at for each one chosen. */
const lookahead = 6;

/** The stems of a term: one, or the two of a pair. */
export type StemsOf = (term: number) => readonly number[];

function dropSubPhrases(terms: readonly WeightedTerm[], stemsOf: StemsOf): WeightedTerm[] {
	const best = new Map<number, number>();
	for (const { term, weight } of terms) {
		const stems = stemsOf(term);
		if (stems.length > 1) for (const stem of stems) best.set(stem, Math.max(best.get(stem) ?? 0, weight));
	}
	return terms.filter(
		({ term, weight }) => stemsOf(term).length > 1 || (best.get(term) ?? 0) < phraseShare * weight
	);
}

/**
 * The most telling terms without repetition, best first: words that mostly come as part of a pair give way to
 * it, and each next term loses weight for every word it shares with those before (maximal marginal relevance,
 * Carbonell and Goldstein 1998, with shared words as similarity).
 */
export function chooseTerms(
	weighted: readonly WeightedTerm[],
	stemsOf: StemsOf,
	count: number
): WeightedTerm[] {
	const boosted = weighted
		.slice(0, count * lookahead)
		.map(({ term, weight }) => ({ term, weight: stemsOf(term).length > 1 ? weight * pairBonus : weight }));
	const left = dropSubPhrases(boosted, stemsOf);
	const chosen: WeightedTerm[] = [];
	while (chosen.length < count && left.length > 0) {
		let best = 0;
		for (let i = 1; i < left.length; i++) {
			const [a, b] = [left[i] as WeightedTerm, left[best] as WeightedTerm];
			if (a.weight > b.weight || (a.weight === b.weight && a.term < b.term)) best = i;
		}
		const [picked] = left.splice(best, 1) as [WeightedTerm];
		chosen.push(picked);
		const stems = new Set(stemsOf(picked.term));
		for (const other of left)
			if (stemsOf(other.term).some((stem) => stems.has(stem))) other.weight *= overlapPenalty;
	}
	return chosen;
}
