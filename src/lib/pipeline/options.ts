import type { Sampling } from '../source/sample-draw.ts';
import { noRules, type WordRules } from '../words/word-rules.ts';

/** How papers become themes. Every option changes the result and is recorded in the manifest. */
export interface PipelineOptions extends WordRules {
	/** Number of published themes, or `auto` to choose it from the curve. */
	themes: 'auto' | number;
	/** Any integer; the same seed gives the same result on every host. */
	seed: number;
	weighting: 'bm25' | 'tfidf';
	/** BM25 saturation, above 0. */
	k1: number;
	/** BM25 length normalisation, 0 to 1. */
	b: number;
	/** A term must stand in at least this many papers; `auto` is 5, or 2 below 500 papers. */
	minDf: 'auto' | number;
	/** A term may stand in at most this share of the papers, 0 to 1. */
	maxDfShare: number;
	/** Components of latent semantic analysis, and of word vectors, at most; never more than the square root of the papers. */
	components: number;
	/** Numbers in the vector of a paper, at most; never more than the square root of the papers. */
	width: number;
	/** Largest share of word vectors in the vector of a paper, 0 to below 1; 0 does without them. */
	wordShare: number;
	/** Share of word vectors that longer papers keep. */
	leastWordShare: number;
	/** Kept words of a paper at which the largest share has fallen to half. */
	wordLength: number;
	/** Kept words on either side that a word keeps company with. */
	window: number;
	oversampling: number;
	powerIterations: number;
	/** Papers that the model is fitted on, at most, and UTF-16 units of their texts: long texts need fewer papers. */
	sampleSize: number;
	sampleCharacters: number;
	/** Papers per centroid that restarts of k-means are compared on; the best are refined on all papers. */
	pointsPerCentroid: number;
	restarts: number;
	/** Leaves fitted for each published theme. */
	leavesPerTheme: number;
	/** Terms kept for each theme. */
	termsPerTheme: number;
	/** Whether to fit the themes anew several times and say how often their papers stay together. */
	stability: boolean;
}

export const defaultOptions: PipelineOptions = {
	themes: 'auto',
	seed: 42,
	weighting: 'bm25',
	k1: 1.2,
	b: 0.75,
	minDf: 'auto',
	maxDfShare: 0.5,
	components: 50,
	width: 40,
	wordShare: 0.75,
	leastWordShare: 0.3,
	wordLength: 20,
	window: 8,
	oversampling: 10,
	powerIterations: 4,
	sampleSize: 20_000,
	sampleCharacters: 12_000_000,
	pointsPerCentroid: 32,
	restarts: 10,
	leavesPerTheme: 2.5,
	termsPerTheme: 20,
	stability: false,
	...noRules
};

/** How the sample is drawn that the model is fitted on. */
export function samplingOf({ sampleSize, sampleCharacters, seed }: PipelineOptions): Sampling {
	return { size: sampleSize, characters: sampleCharacters, seed };
}
