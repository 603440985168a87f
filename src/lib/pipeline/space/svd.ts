import { checkpoint, poolOf, type Hooks } from '../../source/hooks.ts';

import { eigenSymmetric } from './eigen.ts';
import type { Matrix } from '../model.ts';
import type { Random } from '../random.ts';
import { NormalProduct } from './normal-product.ts';
import { innerProducts, orthonormalise, rankTolerance, rotate } from './orthonormal.ts';
import type { SparseMatrix } from './sparse.ts';

interface SvdOptions {
	/** Singular triplets wanted; fewer come back when the rank is lower. */
	readonly components: number;
	readonly oversampling: number;
	readonly powerIterations: number;
}

interface Svd {
	/** Largest first. */
	readonly singularValues: Float64Array;
	/** columns x components: right singular vectors; the largest entry of each is positive. */
	readonly basis: Matrix;
}

/** Turns each column so that its entry of largest magnitude (the first of equals) is positive. */
function fixSigns({ rows, columns, data }: Matrix): void {
	for (let c = 0; c < columns; c++) {
		let largest = 0;
		for (let row = 0; row < rows; row++) {
			const value = data[row * columns + c] as number;
			if (Math.abs(value) > Math.abs(largest)) largest = value;
		}
		if (largest >= 0) continue;
		for (let row = 0; row < rows; row++) data[row * columns + c] = -(data[row * columns + c] as number);
	}
}

/** The leading singular vectors that lie in an orthonormal basis, given what the normal product makes of it. */
function leading(v: Matrix, product: Matrix, components: number): Svd {
	const { values, vectors } = eigenSymmetric(innerProducts(v, product));
	const least = (values[0] ?? 0) * rankTolerance;
	let kept = 0;
	while (kept < Math.min(components, values.length) && (values[kept] as number) > least) kept++;
	const basis = rotate(v, vectors, kept, () => 1);
	fixSigns(basis);
	return { singularValues: Float64Array.from(values.subarray(0, kept), Math.sqrt), basis };
}

/**
 * Leading right singular vectors of a sparse matrix by randomised subspace iteration with re-orthogonalised power
 * iterations (Halko, Martinsson and Tropp 2011, algorithm 4.4). It works on the side of the columns, a row at a
 * time, so that its memory does not grow with the rows.
 */
export async function truncatedSvd(
	a: SparseMatrix,
	options: SvdOptions,
	random: Random,
	hooks: Hooks = {},
	name = 'svd'
): Promise<Svd> {
	const columns = Math.min(options.components + options.oversampling, a.rows, a.columns);
	const passes = options.powerIterations + 2;
	let pass = 0;
	const pause = () => checkpoint(hooks, { stage: 'reduce', done: pass, total: passes });
	const normal = await NormalProduct.hold(a, poolOf(hooks), name);
	try {
		const start = Float64Array.from({ length: a.columns * columns }, () => random.normal());
		let v: Matrix = { rows: a.columns, columns, data: start };
		for (; pass <= options.powerIterations; pass++) {
			v = orthonormalise(await normal.times(v, pause), pass === options.powerIterations ? 2 : 1);
			await pause();
		}
		const found = leading(v, await normal.times(v, pause), options.components);
		pass++;
		await pause();
		return found;
	} finally {
		await normal.letGo();
	}
}
