import type { Vocabulary } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { breakId, type TokenisedPapers, stemDocuments } from './tokens.ts';

type Limits = Pick<PipelineOptions, 'minDf' | 'maxDfShare'>;

export interface BuiltVocabulary {
	readonly vocabulary: Vocabulary;
	/** Term id of each stem, -1 where the stem is not a term. */
	readonly termOfStem: Int32Array;
	/** Whether the limits left no term at all and were dropped. */
	readonly relaxed: boolean;
}

function byCodeUnit(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Papers that must hold a term of a corpus of this size, where nobody says otherwise. */
export function defaultMinimum(papers: number): number {
	if (papers >= 500) return 5;
	return papers >= 10 ? 2 : 1;
}

function keptStems(tokens: TokenisedPapers, frequency: Int32Array, least: number, most: number): number[] {
	const kept: number[] = [];
	for (let stem = 0; stem < frequency.length; stem++) {
		const count = frequency[stem] as number;
		if (count >= least && count <= most) kept.push(stem);
	}
	return kept.sort((a, b) => byCodeUnit(tokens.stems[a] as string, tokens.stems[b] as string));
}

function countTerms(tokens: TokenisedPapers, termOfStem: Int32Array): number {
	let count = 0;
	for (const surface of tokens.surfaceIds) {
		if (surface !== breakId && (termOfStem[tokens.stemOfSurface[surface] as number] as number) >= 0) count++;
	}
	return count;
}

/**
 * The stems that stand in enough papers of a sample, but not in too many. A sample so small or so uniform that
 * nothing would be left keeps all its stems.
 */
export function buildVocabulary(tokens: TokenisedPapers, limits: Limits): BuiltVocabulary {
	const papers = tokens.offsets.length - 1;
	const frequency = stemDocuments(tokens);
	const least = limits.minDf === 'auto' ? defaultMinimum(papers) : limits.minDf;
	const most = Math.max(1, limits.maxDfShare * papers);
	let kept = keptStems(tokens, frequency, least, most);
	const relaxed = kept.length === 0;
	if (relaxed) kept = keptStems(tokens, frequency, 1, papers);

	const termOfStem = new Int32Array(tokens.stems.length).fill(-1);
	kept.forEach((stem, term) => (termOfStem[stem] = term));
	const vocabulary: Vocabulary = {
		terms: kept.map((stem) => tokens.stems[stem] as string),
		documentFrequency: Int32Array.from(kept, (stem) => frequency[stem] as number),
		papers,
		meanLength: countTerms(tokens, termOfStem) / papers
	};
	return { vocabulary, termOfStem, relaxed };
}
