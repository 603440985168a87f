import { WasmRoom } from '../../base/wasm.ts';
import { checkpoint, type Hooks } from '../../source/hooks.ts';
import { byKernel, openKernel, padded, putRows } from './kernel.ts';
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

/** Products of one paper after another with a space. */
interface Products {
	/** What `project` gives. */
	readonly wide: Float64Array;
	/** The weights of entries from..to, times the rows of their terms. */
	project(indices: Int32Array, values: Float32Array, from: number, to: number): void;
	/** `wide` turned, into a vector. */
	turn(vector: Float64Array): void;
}

/** Products in plain JavaScript. */
export function plainProducts({ terms, turn }: Space): Products {
	const wide = new Float64Array(terms.columns);
	return {
		wide,
		project: (indices, values, from, to) => projectRow(indices, values, from, to, terms, wide),
		turn: (vector) => {
			vector.fill(0);
			if (!turn) return vector.set(wide);
			const { columns, data } = turn;
			for (let row = 0; row < wide.length; row++) {
				const value = wide[row] as number;
				const base = row * columns;
				for (let c = 0; c < columns; c++)
					vector[c] = (vector[c] as number) + value * (data[base + c] as number);
			}
		}
	};
}

/** Products by the kernel, into whose memory the space is copied, with the same bits. */
export function kernelProducts({ terms, turn }: Space): Products {
	const [width, turned] = [padded(terms.columns), padded(turn?.columns ?? 0)];
	const room = new WasmRoom(
		4 * terms.rows * (width + 2) + 8 * ((turned + 1) * (terms.columns + 1) + width) + 112
	);
	const kernel = openKernel(room);
	const rows = room.narrow(terms.rows * width);
	const [indices, values] = [room.wholes(terms.rows), room.narrow(terms.rows)];
	const wide = room.numbers(width);
	const [matrix, out] = [room.numbers(terms.columns * turned), room.numbers(turned)];
	putRows(terms, rows);
	if (turn) putRows(turn, matrix);
	const place = ({ byteOffset }: { byteOffset: number }) => byteOffset;
	const [own, result] = [wide.subarray(0, terms.columns), out.subarray(0, turn?.columns)];
	return {
		wide: own,
		project: (entries, weights, from, to) => {
			for (let at = from; at < to; at++) {
				indices[at - from] = entries[at] as number;
				values[at - from] = weights[at] as number;
			}
			kernel.project(place(indices), place(values), to - from, place(rows), 8 * width, place(wide));
		},
		turn: (vector) => {
			if (!turn) return vector.set(own);
			kernel.turn(place(wide), terms.columns, place(matrix), 8 * turned, place(out));
			vector.set(result);
		}
	};
}

/**
 * How weighted papers become vectors: each part a unit vector, weighted by the square root of its share, both turned to
 * the leading directions and scaled to unit length; a zero vector for a paper without any term. No term comes twice.
 */
export function createEmbed(space: Space, options: Lengths): Embed {
	const { wide, project, turn } = byKernel(
		() => kernelProducts(space),
		() => plainProducts(space)
	);
	const own = wide.subarray(0, space.directions);
	const company = wide.subarray(space.directions);
	return (indices, values, from, to, length, vector) => {
		const share = company.length === 0 ? 0 : wordShareOf(length, options);
		project(indices, values, from, to);
		scaleTo(own, Math.sqrt(1 - share));
		scaleTo(company, Math.sqrt(share));
		turn(vector);
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
