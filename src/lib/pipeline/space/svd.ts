import { checkpoint, type Hooks } from '../../dataset/hooks.ts';

import { eigenSymmetric } from './eigen.ts';
import type { Matrix } from '../model.ts';
import type { Random } from '../random.ts';
import type { SparseMatrix } from './sparse.ts';

export interface SvdOptions {
	/** Singular triplets wanted; fewer come back when the rank is lower. */
	readonly components: number;
	readonly oversampling: number;
	readonly powerIterations: number;
}

export interface Svd {
	/** Largest first. */
	readonly singularValues: Float64Array;
	/** columns x components: right singular vectors; the largest entry of each is positive. */
	readonly basis: Matrix;
}

/** Multiplications between two checkpoints: some tens of milliseconds. */
const workPerChunk = 2e7;

/** Directions whose Gram eigenvalue is smaller than this share of the largest count as absent. */
const rankTolerance = 1e-13;

/** y = the sparse row that stands in `indices` and `values` from..to, times v. */
export function projectRow(
	indices: Int32Array,
	values: Float32Array,
	from: number,
	to: number,
	v: Matrix,
	y: Float64Array
): void {
	const { columns, data } = v;
	y.fill(0);
	for (let at = from; at < to; at++) {
		const weight = values[at] as number;
		const base = (indices[at] as number) * columns;
		for (let c = 0; c < columns; c++) y[c] = (y[c] as number) + weight * (data[base + c] as number);
	}
}

/** Adds the outer product of a row of `a` and y to `out`. */
function spreadRow(a: SparseMatrix, row: number, y: Float64Array, out: Float64Array): void {
	const columns = y.length;
	const end = a.offsets[row + 1] as number;
	for (let at = a.offsets[row] as number; at < end; at++) {
		const weight = a.values[at] as number;
		const base = (a.indices[at] as number) * columns;
		for (let c = 0; c < columns; c++) out[base + c] = (out[base + c] as number) + weight * (y[c] as number);
	}
}

/** Calls `visit` with each row of a v, with checkpoints in between. */
async function eachProjection(
	a: SparseMatrix,
	v: Matrix,
	visit: (y: Float64Array, row: number) => void,
	pause: () => Promise<void>
): Promise<void> {
	const y = new Float64Array(v.columns);
	let work = 0;
	for (let row = 0; row < a.rows; row++) {
		projectRow(a.indices, a.values, a.offsets[row] as number, a.offsets[row + 1] as number, v, y);
		visit(y, row);
		work += 2 * ((a.offsets[row + 1] as number) - (a.offsets[row] as number)) * v.columns;
		if (work < workPerChunk) continue;
		work = 0;
		await pause();
	}
}

/** Transpose of v times v. */
function gram(v: Matrix): Matrix {
	const { rows, columns: n, data } = v;
	const out = new Float64Array(n * n);
	for (let row = 0; row < rows; row++) addOuter(data.subarray(row * n, (row + 1) * n), out);
	return { rows: n, columns: n, data: mirrored(out, n) };
}

function addOuter(y: Float64Array, out: Float64Array): void {
	const n = y.length;
	for (let i = 0; i < n; i++) {
		const yi = y[i] as number;
		if (yi === 0) continue;
		for (let j = i; j < n; j++) out[i * n + j] = (out[i * n + j] as number) + yi * (y[j] as number);
	}
}

function mirrored(upper: Float64Array, n: number): Float64Array {
	for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) upper[i * n + j] = upper[j * n + i] as number;
	return upper;
}

/** v times the first `kept` columns of `rotation`, each scaled. */
function rotate(v: Matrix, rotation: Matrix, kept: number, scale: (column: number) => number): Matrix {
	const { rows, columns: n, data } = v;
	const turned = new Float64Array(n * kept);
	for (let i = 0; i < n; i++) {
		for (let j = 0; j < kept; j++) turned[i * kept + j] = (rotation.data[i * n + j] as number) * scale(j);
	}
	const out = new Float64Array(rows * kept);
	for (let row = 0; row < rows; row++) {
		for (let i = 0; i < n; i++) {
			const value = data[row * n + i] as number;
			if (value === 0) continue;
			for (let j = 0; j < kept; j++) {
				out[row * kept + j] = (out[row * kept + j] as number) + value * (turned[i * kept + j] as number);
			}
		}
	}
	return { rows, columns: kept, data: out };
}

/** An orthonormal basis of the columns of v, by the eigenvectors of its Gram matrix; twice, for precision. */
function orthonormalise(v: Matrix): Matrix {
	let result = v;
	for (let pass = 0; pass < 2; pass++) {
		const { values, vectors } = eigenSymmetric(gram(result));
		const least = (values[0] ?? 0) * rankTolerance;
		let kept = 0;
		while (kept < values.length && (values[kept] as number) > least) kept++;
		result = rotate(result, vectors, kept, (j) => 1 / Math.sqrt(values[j] as number));
	}
	return result;
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

/**
 * Leading right singular vectors of a sparse matrix by randomised subspace iteration with re-orthogonalised power
 * iterations (Halko, Martinsson and Tropp 2011, algorithm 4.4). It works on the side of the columns, a row at a
 * time, so that its memory does not grow with the rows.
 */
export async function truncatedSvd(
	a: SparseMatrix,
	options: SvdOptions,
	random: Random,
	hooks: Hooks = {}
): Promise<Svd> {
	const width = Math.min(options.components + options.oversampling, a.rows, a.columns);
	const passes = options.powerIterations + 2;
	const pause = (pass: number) => () => checkpoint(hooks, { stage: 'reduce', done: pass, total: passes });
	const start = Float64Array.from({ length: a.columns * width }, () => random.normal());
	let v: Matrix = orthonormalise({ rows: a.columns, columns: width, data: start });
	for (let pass = 0; pass <= options.powerIterations; pass++) {
		const out = new Float64Array(a.columns * v.columns);
		await eachProjection(a, v, (y, row) => spreadRow(a, row, y, out), pause(pass));
		await pause(pass)();
		v = orthonormalise({ rows: a.columns, columns: v.columns, data: out });
		await pause(pass + 1)();
	}
	const small = new Float64Array(v.columns * v.columns);
	await eachProjection(a, v, (y) => addOuter(y, small), pause(passes - 1));
	const { values, vectors } = eigenSymmetric({
		rows: v.columns,
		columns: v.columns,
		data: mirrored(small, v.columns)
	});
	const least = (values[0] ?? 0) * rankTolerance;
	let kept = 0;
	while (kept < Math.min(options.components, values.length) && (values[kept] as number) > least) kept++;
	const basis = rotate(v, vectors, kept, () => 1);
	fixSigns(basis);
	await pause(passes)();
	return { singularValues: Float64Array.from(values.subarray(0, kept), Math.sqrt), basis };
}
