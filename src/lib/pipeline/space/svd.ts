import { checkpoint, poolOf, type Hooks } from '../../source/hooks.ts';

import { eigenSymmetric } from './eigen.ts';
import type { Matrix } from '../model.ts';
import type { Random } from '../random.ts';
import { NormalProduct } from './normal-product.ts';
import { innerProducts, orthonormalise, rankTolerance, rotate } from './orthonormal.ts';
import type { SparseMatrix } from './sparse.ts';

export interface SvdOptions {
	/** Singular triplets wanted; fewer come back when the rank is lower. */
	readonly components: number;
	readonly oversampling: number;
	readonly powerIterations: number;
	/** columns x any number: directions to begin with, beside random ones. */
	readonly start?: Matrix;
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

/** rows x columns: the given directions where there are any, random ones for the rest. */
function startOf(rows: number, columns: number, random: Random, given: Matrix | undefined): Matrix {
	const data = Float64Array.from({ length: rows * columns }, () => random.normal());
	for (let row = 0; given && row < rows; row++) {
		const some = given.data.subarray(row * given.columns, (row + 1) * given.columns);
		data.set(some.subarray(0, columns), row * columns);
	}
	return { rows, columns, data };
}

/** Random directions beside those that are wanted of a small matrix, and multiplications by it. */
const [denseOversampling, densePasses] = [10, 10];

/** n x components: the leading eigenvectors of a small positive semidefinite matrix, n x n, by subspace iteration. */
export function leadingDirections(symmetric: Matrix, components: number, random: Random): Matrix {
	const { rows } = symmetric;
	const columns = Math.min(components + denseOversampling, rows);
	let v = startOf(rows, columns, random, undefined);
	for (let pass = 1; pass <= densePasses; pass++) {
		v = orthonormalise(
			rotate(symmetric, v, v.columns, () => 1),
			pass === densePasses ? 2 : 1
		);
	}
	return leading(
		v,
		rotate(symmetric, v, v.columns, () => 1),
		components
	).basis;
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
	const normal = await NormalProduct.hold(a, poolOf(hooks), name, columns);
	try {
		let v = startOf(a.columns, columns, random, options.start);
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
