import type { Hooks } from '../../source/hooks.ts';

import type { Matrix } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { createRandom } from '../random.ts';
import type { SparseMatrix } from './sparse.ts';
import { truncatedSvd } from './svd.ts';

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
