import { eigenSymmetric } from './eigen.ts';
import { byKernel, openKernel, padded, putRows } from './kernel.ts';
import { WasmRoom } from '../../base/wasm.ts';
import { dot } from './matrix.ts';
import type { Matrix } from '../model.ts';

/** Directions whose Gram eigenvalue is smaller than this share of the largest count as absent. */
export const rankTolerance = 1e-13;
/** Share of a column's squared length that must lie outside the columns before it for one step to be precise. */
const independent = 1e-8;

/** Fills the upper half of a square matrix with the lower. */
function mirrored(n: number, data: Float64Array): Matrix {
	for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) data[j * n + i] = data[i * n + j] as number;
	return { rows: n, columns: n, data };
}

/** `innerProducts` in plain JavaScript. */
export function plainInnerProducts(a: Matrix, b: Matrix): Matrix {
	const n = a.columns;
	const out = new Float64Array(n * n);
	const zeros = new Float64Array(n);
	const rowOf = ({ rows, data }: Matrix, row: number) =>
		row < rows ? data.subarray(row * n, (row + 1) * n) : zeros;
	for (let row = 0; row < a.rows; row += 4) {
		const [a0, a1, a2, a3] = [rowOf(a, row), rowOf(a, row + 1), rowOf(a, row + 2), rowOf(a, row + 3)];
		const [b0, b1, b2, b3] = [rowOf(b, row), rowOf(b, row + 1), rowOf(b, row + 2), rowOf(b, row + 3)];
		for (let i = 0; i < n; i++) {
			const [x0, x1] = [a0[i] as number, a1[i] as number];
			const [x2, x3] = [a2[i] as number, a3[i] as number];
			const base = i * n;
			for (let j = 0; j <= i; j++) {
				out[base + j] =
					(out[base + j] as number) +
					(x0 * (b0[j] as number) + x1 * (b1[j] as number)) +
					(x2 * (b2[j] as number) + x3 * (b3[j] as number));
			}
		}
	}
	return mirrored(n, out);
}

/** Rows that are copied at a time: those of two matrices stay near the processor. */
const copied = 128;

/** `innerProducts` by the kernel, with the same bits. */
export function kernelInnerProducts(a: Matrix, b: Matrix): Matrix {
	const [n, wide] = [a.columns, padded(a.columns)];
	const room = new WasmRoom(8 * wide * (2 * copied + wide) + 48);
	const kernel = openKernel(room);
	const parts = [a, b].map((matrix) => ({ matrix, held: room.numbers(copied * wide) }));
	const sums = room.numbers(wide * wide);
	const addresses = parts.map(({ held }) => held.byteOffset) as [number, number];
	for (let from = 0; from < a.rows; from += copied) {
		const rows = Math.min(copied, a.rows - from);
		for (const { matrix, held } of parts) {
			if (rows < copied) held.fill(0);
			putRows({ rows, columns: n, data: matrix.data.subarray(from * n, (from + rows) * n) }, held);
		}
		kernel.gram(...addresses, rows, 8 * wide, sums.byteOffset);
	}
	const out = new Float64Array(n * n);
	for (let i = 0; i < n; i++) out.set(sums.subarray(i * wide, i * wide + n), i * n);
	return mirrored(n, out);
}

/** Products from which on the kernel is worth its start. */
const worthTheKernel = 1e6;

/** Transpose of a times b, where that is symmetric: columns x columns, four rows at a time. */
export function innerProducts(a: Matrix, b: Matrix): Matrix {
	const plain = () => plainInnerProducts(a, b);
	if (a.rows * a.columns * a.columns < worthTheKernel) return plain();
	return byKernel(() => kernelInnerProducts(a, b), plain);
}

/** v times the first `kept` columns of `rotation`, each scaled. */
export function rotate(v: Matrix, rotation: Matrix, kept: number, scale: (column: number) => number): Matrix {
	const { rows, columns: n, data } = v;
	const turned = new Float64Array(n * kept);
	for (let j = 0; j < kept; j++) {
		for (let i = 0; i < n; i++)
			turned[j * n + i] = (rotation.data[i * rotation.columns + j] as number) * scale(j);
	}
	const out = new Float64Array(rows * kept);
	for (let row = 0; row < rows; row++) {
		for (let j = 0; j < kept; j++) out[row * kept + j] = dot(data, row * n, turned, j * n, n);
	}
	return { rows, columns: kept, data: out };
}

/** Lower triangular factor of a positive definite matrix (Cholesky), or `null` where columns nearly depend on each other. */
function cholesky({ rows: n, data }: Matrix): Float64Array | null {
	const lower = new Float64Array(n * n);
	for (let i = 0; i < n; i++) {
		for (let j = 0; j <= i; j++) {
			const rest = (data[i * n + j] as number) - dot(lower, i * n, lower, j * n, j);
			if (i !== j) lower[i * n + j] = rest / (lower[j * n + j] as number);
			else if (!(rest > independent * (data[i * n + i] as number))) return null;
			else lower[i * n + i] = Math.sqrt(rest);
		}
	}
	return lower;
}

/** v times the inverse of the transposed factor. */
function solve(v: Matrix, lower: Float64Array): Matrix {
	const { rows, columns: n } = v;
	const data = v.data.slice();
	for (let row = 0; row < rows; row++) {
		const base = row * n;
		for (let j = 0; j < n; j++) {
			const rest = (data[base + j] as number) - dot(data, base, lower, j * n, j);
			data[base + j] = rest / (lower[j * n + j] as number);
		}
	}
	return { rows, columns: n, data };
}

/** By the eigenvectors of the Gram matrix; twice, for precision. Fewer columns come back where the rank is lower. */
function byEigenvectors(v: Matrix): Matrix {
	let result = v;
	for (let pass = 0; pass < 2; pass++) {
		const { values, vectors } = eigenSymmetric(innerProducts(result, result));
		const least = (values[0] ?? 0) * rankTolerance;
		let kept = 0;
		while (kept < values.length && (values[kept] as number) > least) kept++;
		result = rotate(result, vectors, kept, (j) => 1 / Math.sqrt(values[j] as number));
	}
	return result;
}

/**
 * A basis of the columns of v: orthonormal to rounding after two steps of Cholesky QR (Yamamoto and others 2015),
 * well conditioned after one.
 */
export function orthonormalise(v: Matrix, steps: 1 | 2): Matrix {
	let result = v;
	for (let step = 0; step < steps; step++) {
		const lower = cholesky(innerProducts(result, result));
		if (!lower) return byEigenvectors(result);
		result = solve(result, lower);
	}
	return result;
}
