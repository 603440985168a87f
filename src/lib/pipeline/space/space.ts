import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { rowOf, scaleToUnit } from './matrix.ts';
import type { Matrix, Space } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { projectRow } from './sparse-rows.ts';
import type { TokenisedPapers } from '../text/tokens.ts';
import type { BuiltVocabulary } from '../text/vocabulary.ts';
import type { WeightedPapers } from './weighting.ts';
import { fitWordVectors } from './word-vectors.ts';
import { createRandom } from '../random.ts';
import type { SparseMatrix } from './sparse.ts';
import { truncatedSvd } from './svd.ts';

/**
 * terms x components: the space of latent semantic analysis for a weighted sample. Fewer components than asked
 * for where the sample has a lower rank, but always one, so that a sample without any term has (zero) vectors.
 */
async function fitBasis(
	weighted: SparseMatrix,
	options: Pick<PipelineOptions, 'components' | 'oversampling' | 'powerIterations' | 'seed'>,
	hooks: Hooks = {}
): Promise<Matrix> {
	const { basis } = await truncatedSvd(weighted, options, createRandom(options.seed, 1), hooks);
	if (basis.columns > 0) return basis;
	return { rows: weighted.columns, columns: 1, data: new Float64Array(weighted.columns) };
}

/** Papers between two checkpoints. */
const chunk = 2000;
/** Mean share of word vectors below which papers are so long that they do without. */
const leastShare = 0.05;

type Lengths = Pick<PipelineOptions, 'wordShare' | 'wordLength'>;

/**
 * Share of word vectors in the vector of a paper: short texts hold too few words to meet each other, long ones
 * say more by their own words.
 * @param length kept words of the paper
 */
export function wordShareOf(length: number, { wordShare, wordLength }: Lengths): number {
	const ratio = length / wordLength;
	return wordShare / (1 + ratio * ratio);
}

/** Components that a sample supports: no more than the square root of its papers, so that small ones are smoothed. */
export function componentsFor(papers: number, most: number): number {
	return Math.max(1, Math.min(most, Math.ceil(Math.sqrt(papers))));
}

function meanShare(lengths: Int32Array, options: Lengths): number {
	let sum = 0;
	for (const length of lengths) sum += wordShareOf(length, options);
	return lengths.length === 0 ? 0 : sum / lengths.length;
}

type Embed = (
	indices: Int32Array,
	values: Float32Array,
	from: number,
	to: number,
	length: number,
	vector: Float64Array
) => void;

/**
 * How weighted papers become vectors: latent semantic analysis beside the weighted mean of their words' vectors,
 * blended by length and scaled to unit length; a zero vector for a paper without any term.
 */
export function createEmbed({ basis, words }: Space, options: Lengths): Embed {
	const own = new Float64Array(basis.columns);
	const company = new Float64Array(words.columns);
	return (indices, values, from, to, length, vector) => {
		const share = words.columns === 0 ? 0 : wordShareOf(length, options);
		projectRow(indices, values, from, to, basis, own);
		scaleToUnit(own);
		const ownScale = Math.sqrt(1 - share);
		for (let c = 0; c < own.length; c++) vector[c] = (own[c] as number) * ownScale;
		if (words.columns === 0) return;
		projectRow(indices, values, from, to, words, company);
		scaleToUnit(company);
		const companyScale = Math.sqrt(share);
		for (let c = 0; c < company.length; c++) vector[own.length + c] = (company[c] as number) * companyScale;
		scaleToUnit(vector);
	};
}

/** Fits the space of a sample: its latent semantic analysis and, where papers are short, word vectors. */
export async function fitSpace(
	tokens: TokenisedPapers,
	weighted: WeightedPapers,
	built: BuiltVocabulary,
	options: PipelineOptions,
	hooks: Hooks = {}
): Promise<Space> {
	const reduced = { ...options, components: componentsFor(weighted.rows, options.components) };
	const basis = await fitBasis(weighted, reduced, hooks);
	const words =
		meanShare(weighted.lengths, options) < leastShare
			? { rows: basis.rows, columns: 0, data: new Float64Array(0) }
			: await fitWordVectors(tokens, built, reduced, hooks);
	return { basis, words };
}

/** papers x components: the vectors of the weighted sample. */
export async function embedPapers(
	weighted: WeightedPapers,
	space: Space,
	options: PipelineOptions,
	hooks: Hooks = {}
): Promise<Matrix> {
	const { rows, offsets, indices, values, lengths } = weighted;
	const columns = space.basis.columns + space.words.columns;
	const vectors: Matrix = { rows, columns, data: new Float64Array(rows * columns) };
	const embed = createEmbed(space, options);
	for (let row = 0; row < rows; row++) {
		if (row % chunk === 0) await checkpoint(hooks, { stage: 'reduce', done: row, total: rows });
		const [from, to] = [offsets[row] as number, offsets[row + 1] as number];
		embed(indices, values, from, to, lengths[row] as number, rowOf(vectors, row));
	}
	return vectors;
}
