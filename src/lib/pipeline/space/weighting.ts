import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { log } from '../../base/math.ts';

import type { Vocabulary } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { scaleToUnit } from './matrix.ts';
import { TermCounter, type SparseMatrix } from './sparse.ts';
import { breakId, type TokenisedPapers } from '../text/tokens.ts';

type Scheme = Pick<PipelineOptions, 'weighting' | 'k1' | 'b'>;

/** Papers between two checkpoints. */
const chunk = 4000;

/** Weighs the terms of one paper into the first `counter.size` places of `weights`, scaled to unit length. */
type Weigh = (counter: TermCounter, weights: Float32Array) => void;

/**
 * BM25 as a weight of terms in papers: idf tf (k1 + 1) / (tf + k1 (1 - b + b length / mean length)) with
 * idf = ln(1 + (N - df + 0.5) / (df + 0.5)) (Robertson and Zaragoza 2009; the 1 + is Lucene's).
 */
function bm25({ documentFrequency, papers, meanLength }: Vocabulary, { k1, b }: Scheme): Weigh {
	const idf = Float64Array.from(documentFrequency, (df) => log(1 + (papers - df + 0.5) / (df + 0.5)));
	return (counter, weights) => {
		const saturation = k1 * (1 - b + (b * counter.length) / meanLength);
		for (let i = 0; i < counter.size; i++) {
			const term = counter.terms[i] as number;
			const frequency = counter.countOf(term);
			weights[i] = ((idf[term] as number) * frequency * (k1 + 1)) / (frequency + saturation);
		}
		scaleToUnit(weights.subarray(0, counter.size));
	};
}

/** (1 + ln tf) (ln((1 + N) / (1 + df)) + 1): scikit-learn's smooth, sublinear TF-IDF. */
function tfidf({ documentFrequency, papers }: Vocabulary): Weigh {
	const idf = Float64Array.from(documentFrequency, (df) => log((1 + papers) / (1 + df)) + 1);
	return (counter, weights) => {
		for (let i = 0; i < counter.size; i++) {
			const term = counter.terms[i] as number;
			weights[i] = (1 + log(counter.countOf(term))) * (idf[term] as number);
		}
		scaleToUnit(weights.subarray(0, counter.size));
	};
}

/** The weighting that the options name, for papers of a vocabulary. */
export function createWeigh(vocabulary: Vocabulary, scheme: Scheme): Weigh {
	return scheme.weighting === 'tfidf' ? tfidf(vocabulary) : bm25(vocabulary, scheme);
}

/** Counts the terms among a paper's surface ids. */
export function countTerms(
	counter: TermCounter,
	surfaceIds: Int32Array,
	stemOfSurface: ArrayLike<number>,
	termOfStem: ArrayLike<number>
): void {
	counter.clear();
	for (let at = 0; at < surfaceIds.length; at++) {
		const surface = surfaceIds[at] as number;
		if (surface === breakId) continue;
		const term = termOfStem[stemOfSurface[surface] as number] as number;
		if (term >= 0) counter.add(term);
	}
}

/** Papers x terms, each row of unit length (or empty). */
export interface WeightedPapers extends SparseMatrix {
	/** Kept words of each paper. */
	readonly lengths: Int32Array;
}

/** The weighted sample. */
export async function weighPapers(
	tokens: TokenisedPapers,
	vocabulary: Vocabulary,
	termOfStem: Int32Array,
	scheme: Scheme,
	hooks: Hooks = {}
): Promise<WeightedPapers> {
	const weigh = createWeigh(vocabulary, scheme);
	const papers = tokens.offsets.length - 1;
	const counter = new TermCounter(vocabulary.terms.length);
	const weights = new Float32Array(vocabulary.terms.length);
	const offsets = new Int32Array(papers + 1);
	const lengths = new Int32Array(papers);
	let indices = new Int32Array(tokens.surfaceIds.length);
	let values = new Float32Array(tokens.surfaceIds.length);
	for (let paper = 0; paper < papers; paper++) {
		if (paper % chunk === 0) await checkpoint(hooks, { stage: 'vocabulary', done: paper, total: papers });
		const ids = tokens.surfaceIds.subarray(tokens.offsets[paper], tokens.offsets[paper + 1]);
		countTerms(counter, ids, tokens.stemOfSurface, termOfStem);
		weigh(counter, weights);
		lengths[paper] = counter.length;
		const start = offsets[paper] as number;
		indices.set(counter.terms.subarray(0, counter.size), start);
		values.set(weights.subarray(0, counter.size), start);
		offsets[paper + 1] = start + counter.size;
	}
	indices = indices.slice(0, offsets[papers]);
	values = values.slice(0, offsets[papers]);
	return { rows: papers, columns: vocabulary.terms.length, offsets, indices, values, lengths };
}
