import { checkpoint, sideBySide, type Hooks } from '../source/hooks.ts';
import { kmeans } from './cluster/kmeans.ts';
import type { Matrix, Space } from './model.ts';
import type { PipelineOptions } from './options.ts';
import { createRandom } from './random.ts';
import { embedPapers, joinParts } from './space/embed.ts';
import { emphasise, termEmphasis } from './space/emphasis.ts';
import { innerProducts } from './space/orthonormal.ts';
import type { SparseMatrix } from './space/sparse.ts';
import { leadingDirections, truncatedSvd, type SvdOptions } from './space/svd.ts';
import type { WeightedPapers } from './space/weighting.ts';
import { companyOf, fitWordVectors } from './space/word-vectors.ts';
import { thinned, type TokenisedPapers } from './text/tokens.ts';
import type { BuiltVocabulary } from './text/vocabulary.ts';

/** Groups for each theme that is asked for, and in all where the number is not known yet. */
const groupsPerTheme = 3;
const groupsForAuto = 48;
/** Papers that a group has on average, at least. */
const papersPerGroup = 10;
/** Part of the power iterations that each of three searches gets, since the later ones begin where the first ended. */
const partOfIterations = 0.5;
/** Papers that the leading directions are found from: many times as many as there are numbers in a vector. */
const turningPapers = 4000;

/** Components that a sample supports: no more than the square root of its papers, so that small ones are smoothed. */
export function componentsFor(papers: number, most: number): number {
	return Math.max(1, Math.min(most, Math.ceil(Math.sqrt(papers))));
}

/**
 * terms x components: the directions of latent semantic analysis for a weighted sample. Fewer components than asked
 * for where the sample has a lower rank, but always one, so that a sample without any term has (zero) vectors.
 */
async function directionsOf(
	weighted: SparseMatrix,
	options: SvdOptions & Pick<PipelineOptions, 'seed'>,
	stream: number,
	hooks: Hooks
): Promise<Matrix> {
	const { basis } = await truncatedSvd(weighted, options, createRandom(options.seed, stream), hooks);
	if (basis.columns > 0) return basis;
	return { rows: weighted.columns, columns: 1, data: new Float64Array(weighted.columns) };
}

/** Groups of papers, finer than themes, that tell which terms matter. */
async function groupPapers(vectors: Matrix, options: PipelineOptions, hooks: Hooks) {
	const wanted = options.themes === 'auto' ? groupsForAuto : groupsPerTheme * options.themes;
	const count = Math.max(1, Math.min(wanted, Math.floor(vectors.rows / papersPerGroup)));
	const pause = () => checkpoint(hooks, { stage: 'reduce', done: 0, total: null });
	const once = { restarts: 1, pointsPerCentroid: options.pointsPerCentroid };
	const { labels } = await kmeans(vectors, count, once, createRandom(options.seed, 9), hooks, pause);
	return { labels, count };
}

function scaledRows(matrix: Matrix, factors: Float64Array): Matrix {
	const { columns } = matrix;
	return { ...matrix, data: matrix.data.map((v, at) => v * (factors[Math.floor(at / columns)] as number)) };
}

/** The space turned to the leading directions of some of the papers' vectors. */
async function turnSpace(
	weighted: WeightedPapers,
	space: Space,
	options: PipelineOptions,
	hooks: Hooks
): Promise<Space> {
	const some = thinned(weighted.rows, turningPapers);
	const vectors = await embedPapers(weighted, space, options, hooks, some);
	const products = innerProducts(vectors, vectors);
	const width = componentsFor(weighted.rows, options.width);
	return { ...space, turn: leadingDirections(products, width, createRandom(options.seed, 11)) };
}

/**
 * Fits the space of a sample. Papers are seen by their terms' weights, as latent semantic analysis and as the mean of
 * their words' vectors; groups of papers found there tell which terms set papers apart; papers are seen again with
 * these terms emphasised, and reduced to their leading directions.
 */
export async function fitSpace(
	tokens: TokenisedPapers,
	weighted: WeightedPapers,
	built: BuiltVocabulary,
	options: PipelineOptions,
	hooks: Hooks = {}
): Promise<Space> {
	const reduced = {
		...options,
		components: componentsFor(weighted.rows, options.components),
		powerIterations: Math.ceil(options.powerIterations * partOfIterations)
	};
	const directions = () => directionsOf(weighted, reduced, 1, hooks);
	const count = () => (options.wordShare === 0 ? null : companyOf(tokens, built, options, hooks));
	const [basis, company] = await sideBySide(directions, count, hooks);
	const words = company
		? await fitWordVectors(company, { ...reduced, start: basis }, hooks)
		: { rows: weighted.columns, columns: 0, data: new Float64Array(0) };
	const seen = await embedPapers(weighted, joinParts(basis, words), options, hooks);
	const groups = await groupPapers(seen, options, hooks);
	const emphasis = termEmphasis(weighted, groups.labels, groups.count);
	const start = scaledRows(basis, emphasis);
	const anew = await directionsOf(emphasise(weighted, emphasis), { ...reduced, start }, 10, hooks);
	return turnSpace(weighted, joinParts(anew, words, emphasis), options, hooks);
}
