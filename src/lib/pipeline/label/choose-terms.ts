import type { WeightedTerm } from './class-weights.ts';

/** Longest ending by which two stems of one word differ: "pars" and "parser", "dialog" and "dialogu". */
const longestEnding = 2;
const shortestStem = 3;
/** A stem of so many letters is half of the other at least: "math" of "mathemat". */
const shortestHalf = 4;

function sameWord(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (short === long) return true;
	const ending = short.length >= shortestHalf ? short.length : longestEnding;
	return short.length >= shortestStem && long.length - short.length <= ending && long.startsWith(short);
}

/** Whether a word abbreviates a phrase: its letters are the initials, with at most one more between them. */
function abbreviates(word: string, phrase: readonly string[]): boolean {
	if (phrase.length < 2 || word.length < phrase.length || word.length > phrase.length + 1) return false;
	let at = 0;
	for (const letter of word) if (phrase[at]?.startsWith(letter)) at++;
	return at === phrase.length;
}

/** Whether two terms, as stems, repeat each other: they share a word, or one abbreviates the other. */
export function areAlike(a: readonly string[], b: readonly string[]): boolean {
	return (
		a.some((word) => b.some((other) => sameWord(word, other))) ||
		a.some((word) => abbreviates(word, b)) ||
		b.some((word) => abbreviates(word, a))
	);
}

/** A phrase replaces a shorter term within it when it has at least this share of its weight. */
const phraseShare = 0.35;
/** Phrases are rarer than words and say more. */
const phraseBonus = 1.6;
/** What remains of a term's weight for each chosen term that it repeats. */
const repeated = 0.4;
/** Terms looked at for each one chosen. */
const lookahead = 6;

/** The words of a term, by what tells them apart: one, or those of a phrase. */
type WordsOf = (term: number) => readonly (number | string)[];
/** Whether two terms repeat each other. */
export type Alike = (a: number, b: number) => boolean;

/** Whether the words of one term follow each other in those of a longer one. */
export function isWithin(inner: ReturnType<WordsOf>, outer: ReturnType<WordsOf>): boolean {
	if (inner.length >= outer.length) return false;
	for (let shift = 0; shift + inner.length <= outer.length; shift++) {
		if (inner.every((word, i) => word === outer[shift + i])) return true;
	}
	return false;
}

function dropSubPhrases(terms: readonly WeightedTerm[], wordsOf: WordsOf): WeightedTerm[] {
	const worded = terms.map((term) => ({ ...term, words: wordsOf(term.term) }));
	const phrases = worded.filter(({ words }) => words.length > 1);
	return terms.filter(({ weight }, at) => {
		const { words } = worded[at]!;
		return !phrases.some((phrase) => phrase.weight >= phraseShare * weight && isWithin(words, phrase.words));
	});
}

function heaviest(terms: readonly WeightedTerm[]): number {
	let best = 0;
	for (let i = 1; i < terms.length; i++) {
		const [a, b] = [terms[i] as WeightedTerm, terms[best] as WeightedTerm];
		if (a.weight > b.weight || (a.weight === b.weight && a.term < b.term)) best = i;
	}
	return best;
}

/**
 * The most telling terms without repetition, best first: terms that mostly come as part of a phrase give way to
 * it, and each next term loses weight for every one before that it repeats (maximal marginal relevance, Carbonell
 * and Goldstein 1998).
 */
export function chooseTerms(
	weighted: readonly WeightedTerm[],
	wordsOf: WordsOf,
	alike: Alike,
	count: number
): WeightedTerm[] {
	const boosted = weighted
		.slice(0, count * lookahead)
		.map((term) => ({ ...term, weight: term.weight * (wordsOf(term.term).length > 1 ? phraseBonus : 1) }));
	const left = dropSubPhrases(boosted, wordsOf);
	const chosen: WeightedTerm[] = [];
	while (chosen.length < count && left.length > 0) {
		const [picked] = left.splice(heaviest(left), 1) as [WeightedTerm];
		chosen.push(picked);
		for (const other of left) if (alike(picked.term, other.term)) other.weight *= repeated;
	}
	return chosen;
}
