import { checkpoint, type Hooks } from '../dataset/hooks.ts';

import type { Matrix } from './model.ts';
import type { PipelineOptions } from './options.ts';
import { createRandom } from './random.ts';
import type { SparseMatrix } from './sparse.ts';
import { projectRow, truncatedSvd } from './svd.ts';

/** Papers between two checkpoints. */
const chunk = 4000;

/**
 * terms x components: the space of latent semantic analysis for a weighted sample. Fewer components than asked
 * for where the sample has a lower rank, but always one, so that a sample without any term has (zero) vectors.
 */
export async function fitBasis(
	weighted: SparseMatrix,
	options: Pick<PipelineOptions, 'components' | 'oversampling' | 'powerIterations' | 'seed'>,
	hooks: Hooks = {}
): Promise<Matrix> {
	const { basis } = await truncatedSvd(weighted, options, createRandom(options.seed, 1), hooks);
	if (basis.columns > 0) return basis;
	return { rows: weighted.columns, columns: 1, data: new Float64Array(weighted.columns) };
}

/** Scales a vector to unit length in place; a zero vector stays. */
export function scaleToUnit(vector: Float64Array): void {
	let sum = 0;
	for (let c = 0; c < vector.length; c++) sum += (vector[c] as number) * (vector[c] as number);
	if (sum === 0) return;
	const scale = 1 / Math.sqrt(sum);
	for (let c = 0; c < vector.length; c++) vector[c] = (vector[c] as number) * scale;
}

/** papers x components: weighted papers in the space of a basis, each of unit length (or zero). */
export async function projectPapers(
	weighted: SparseMatrix,
	basis: Matrix,
	hooks: Hooks = {}
): Promise<Matrix> {
	const { rows } = weighted;
	const { columns } = basis;
	const data = new Float64Array(rows * columns);
	for (let row = 0; row < rows; row++) {
		if (row % chunk === 0) await checkpoint(hooks, { stage: 'reduce', done: row, total: rows });
		const vector = data.subarray(row * columns, (row + 1) * columns);
		projectRow(weighted, row, basis, vector);
		scaleToUnit(vector);
	}
	return { rows, columns, data };
}
