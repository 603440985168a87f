import { checkpoint, type Hooks } from '../dataset/hooks.ts';

import { rowOf, scaleToUnit } from './matrix.ts';
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

/** papers x components: weighted papers in the space of a basis, each of unit length (or zero). */
export async function projectPapers(
	weighted: SparseMatrix,
	basis: Matrix,
	hooks: Hooks = {}
): Promise<Matrix> {
	const { rows, offsets, indices, values } = weighted;
	const { columns } = basis;
	const vectors: Matrix = { rows, columns, data: new Float64Array(rows * columns) };
	for (let row = 0; row < rows; row++) {
		if (row % chunk === 0) await checkpoint(hooks, { stage: 'reduce', done: row, total: rows });
		const vector = rowOf(vectors, row);
		projectRow(indices, values, offsets[row] as number, offsets[row + 1] as number, basis, vector);
		scaleToUnit(vector);
	}
	return vectors;
}
