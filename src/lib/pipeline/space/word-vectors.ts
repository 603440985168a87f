import { checkpoint, type Hooks } from '../../source/hooks.ts';

import { cooccurrences } from './cooccurrence.ts';
import { rowOf, scaleToUnit } from './matrix.ts';
import type { Matrix } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { positiveInformation } from './ppmi.ts';
import { createRandom } from '../random.ts';
import type { SparseMatrix } from './sparse.ts';
import { projectRow } from './sparse-rows.ts';
import { truncatedSvd, type SvdOptions } from './svd.ts';
import type { TokenisedPapers } from '../text/tokens.ts';
import type { BuiltVocabulary } from '../text/vocabulary.ts';

/** Tokens that co-occurrences are counted in, at most. */
const mostTokens = 1_000_000;

/** All papers, or as many drawn at random as make up the tokens that are counted. */
function countedPapers({ offsets, surfaceIds }: TokenisedPapers, seed: number): Int32Array {
	const papers = offsets.length - 1;
	const share = Math.min(1, mostTokens / Math.max(1, surfaceIds.length));
	return createRandom(seed, 7).sample(papers, Math.ceil(papers * share));
}

/**
 * The company that terms keep: positive pointwise mutual information within a window, terms x terms, of all papers or of
 * a random part.
 */
export async function companyOf(
	tokens: TokenisedPapers,
	{ vocabulary, termOfStem }: BuiltVocabulary,
	{ window, seed }: Pick<PipelineOptions, 'window' | 'seed'>,
	hooks: Hooks = {}
): Promise<SparseMatrix> {
	const papers = countedPapers(tokens, seed);
	const pause = () => checkpoint(hooks, { stage: 'reduce', done: 0, total: null });
	const counts = await cooccurrences(tokens, termOfStem, vocabulary.terms.length, papers, window, pause);
	return positiveInformation(counts, pause);
}

/**
 * Vectors of the terms from the company they keep, reduced to its leading left singular vectors, each times the square
 * root of its singular value (Levy, Goldberg and Dagan 2015).
 * @param company terms x terms
 * @returns terms x components, unit rows (or zero for a term without company)
 */
export async function fitWordVectors(
	company: SparseMatrix,
	options: Pick<PipelineOptions, 'seed'> & SvdOptions,
	hooks: Hooks = {}
): Promise<Matrix> {
	const random = createRandom(options.seed, 6);
	const { basis, singularValues } = await truncatedSvd(company, options, random, hooks);
	const { columns } = basis;
	const { rows, offsets, indices, values } = company;
	const vectors: Matrix = { rows, columns, data: new Float64Array(rows * columns) };
	for (let term = 0; term < rows; term++) {
		const vector = rowOf(vectors, term);
		projectRow(indices, values, offsets[term] as number, offsets[term + 1] as number, basis, vector);
		for (let c = 0; c < columns; c++) {
			vector[c] = (vector[c] as number) / Math.sqrt(singularValues[c] as number);
		}
		scaleToUnit(vector);
	}
	return vectors;
}
