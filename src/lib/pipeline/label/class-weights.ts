import { log } from '../../base/math.ts';

import type { TermCounts } from './term-counts.ts';

/** A term of a node and its weight there. */
export interface WeightedTerm {
	term: number;
	weight: number;
	/** Share of the node's papers that hold the term. */
	share: number;
}

/** Counts over the whole sample. */
export interface Corpus {
	papers: number;
	/** Mean words per published theme: A of the formula. */
	wordsPerTheme: number;
	frequency: Int32Array;
	documents: Int32Array;
	/** How well each term would do in any label, 0 to 1. */
	quality: Float64Array;
}

/** A term in more than this share of the papers says nothing about one theme. */
const commonShare = 0.2;
/** A theme's term stands in at least this share of its papers, and in a few of them. */
const coveredShare = 0.05;

/** Papers of a node that must hold a term. */
function leastPapers(papers: number): number {
	return Math.max(Math.min(papers, 2), Math.min(papers / 4, 3), coveredShare * papers);
}

/**
 * Class-based TF-IDF, tf(t, c) ln(1 + A / f(t)), tf relative to the words of the class (Grootendorst 2022).
 * @param tf occurrences of the term in the class
 * @param words words of the class
 * @param mean A, mean words per class
 * @param f occurrences of the term over all classes
 */
export function classTfIdf(tf: number, words: number, mean: number, f: number): number {
	return (tf / words) * log(1 + mean / f);
}

/**
 * How far a term belongs to a class rather than to the corpus: 1 - 1 / lift, where lift is its share of the
 * class's papers over its share of all papers; 0 at or below the corpus average.
 */
export function keyness(inClass: number, classPapers: number, inCorpus: number, papers: number): number {
	const lift = inClass / classPapers / (inCorpus / papers);
	return lift > 1 ? 1 - 1 / lift : 0;
}

function weigh(counts: TermCounts, corpus: Corpus, strict: boolean): WeightedTerm[] {
	const weighted: WeightedTerm[] = [];
	const least = strict ? leastPapers(counts.papers) : 1;
	for (let i = 0; i < counts.terms.length; i++) {
		const term = counts.terms[i] as number;
		const documents = counts.documents[i] as number;
		const df = corpus.documents[term] as number;
		if (documents < least || (strict && df > commonShare * corpus.papers)) continue;
		const key = strict ? keyness(documents, counts.papers, df, corpus.papers) : 1;
		if (key === 0 || (strict && corpus.quality[term] === 0)) continue;
		const base = classTfIdf(
			counts.frequency[i] as number,
			counts.words,
			corpus.wordsPerTheme,
			corpus.frequency[term] as number
		);
		const share = documents / counts.papers;
		weighted.push({ term, weight: base * key * Math.sqrt(share) * (corpus.quality[term] as number), share });
	}
	return weighted.sort((a, b) => b.weight - a.weight || a.term - b.term);
}

/**
 * The terms of a node, best first: class-based TF-IDF x keyness x the square root of the share of its papers
 * that hold the term. Terms in over 20 % of all papers are left out, unless nothing else is there.
 */
export function weighTerms(counts: TermCounts, corpus: Corpus): WeightedTerm[] {
	const strict = weigh(counts, corpus, true);
	return strict.length >= 3
		? strict
		: [
				...strict,
				...weigh(counts, corpus, false).filter(({ term }) => strict.every((other) => other.term !== term))
			];
}
