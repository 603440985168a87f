import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { rowOf, scaleToUnit } from './matrix.ts';
import type { Matrix, Space } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { projectRow } from './sparse-rows.ts';
import type { WeightedPapers } from './weighting.ts';

type Lengths = Pick<PipelineOptions, 'wordShare' | 'leastWordShare' | 'wordLength'>;

/**
 * Share of word vectors in the vector of a paper: short texts hold too few words to meet each other, long ones
 * say more by their own words.
 * @param length kept words of the paper
 */
export function wordShareOf(length: number, { wordShare, leastWordShare, wordLength }: Lengths): number {
	const ratio = length / wordLength;
	return Math.max(leastWordShare, wordShare / (1 + ratio * ratio));
}

/**
 * The space of two parts, not turned.
 * @param basis terms x components: right singular vectors of weighted papers
 * @param words terms x components: vectors of words; no columns where papers do without
 * @param emphasis what the weight of each term is multiplied by
 */
export function joinParts(basis: Matrix, words: Matrix, emphasis?: Float64Array): Space {
	const { rows } = basis;
	const columns = basis.columns + words.columns;
	const data = new Float32Array(rows * columns);
	for (let row = 0; row < rows; row++) {
		const parts = [...rowOf(basis, row), ...rowOf(words, row)];
		const factor = emphasis?.[row] ?? 1;
		data.set(
			parts.map((value) => value * factor),
			row * columns
		);
	}
	return { terms: { rows, columns, data }, directions: basis.columns, turn: null };
}

/** Length of the vectors of a space. */
export const widthOf = ({ terms, turn }: Space): number => turn?.columns ?? terms.columns;

type Embed = (
	indices: Int32Array,
	values: Float32Array,
	from: number,
	to: number,
	length: number,
	vector: Float64Array
) => void;

/** out = vector times a matrix. */
function turned(vector: Float64Array, { columns, data }: Matrix, out: Float64Array): void {
	out.fill(0);
	for (let row = 0; row < vector.length; row++) {
		const value = vector[row] as number;
		const base = row * columns;
		for (let c = 0; c < columns; c++) out[c] = (out[c] as number) + value * (data[base + c] as number);
	}
}

/**
 * How weighted papers become vectors: each part a unit vector, weighted by the square root of its share, both turned to
 * the leading directions and scaled to unit length; a zero vector for a paper without any term.
 */
export function createEmbed({ terms, directions, turn }: Space, options: Lengths): Embed {
	const wide = new Float64Array(terms.columns);
	const own = wide.subarray(0, directions);
	const company = wide.subarray(directions);
	return (indices, values, from, to, length, vector) => {
		const share = company.length === 0 ? 0 : wordShareOf(length, options);
		projectRow(indices, values, from, to, terms, wide);
		scaleTo(own, Math.sqrt(1 - share));
		scaleTo(company, Math.sqrt(share));
		if (turn) turned(wide, turn, vector);
		else vector.set(wide);
		scaleToUnit(vector);
	};
}

/** Scales a vector to a length in place; a zero vector stays. */
function scaleTo(vector: Float64Array, length: number): void {
	scaleToUnit(vector);
	for (let c = 0; c < vector.length; c++) vector[c] = (vector[c] as number) * length;
}

/** Papers between two checkpoints. */
const chunk = 2000;

/**
 * papers x components: the vectors of weighted papers.
 * @param papers places of those that are wanted; all by default
 */
export async function embedPapers(
	{ rows, offsets, indices, values, lengths }: WeightedPapers,
	space: Space,
	options: Lengths,
	hooks: Hooks = {},
	papers: ArrayLike<number> = { length: rows }
): Promise<Matrix> {
	const columns = widthOf(space);
	const vectors: Matrix = { rows: papers.length, columns, data: new Float64Array(papers.length * columns) };
	const embed = createEmbed(space, options);
	for (let i = 0; i < papers.length; i++) {
		if (i % chunk === 0) await checkpoint(hooks, { stage: 'reduce', done: i, total: papers.length });
		const row = papers[i] ?? i;
		const [from, to] = [offsets[row] as number, offsets[row + 1] as number];
		embed(indices, values, from, to, lengths[row] as number, rowOf(vectors, i));
	}
	return vectors;
}
