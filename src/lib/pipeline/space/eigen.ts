import type { Matrix } from '../model.ts';

interface Eigen {
	/** Largest first. */
	readonly values: Float64Array;
	/** One eigenvector for each column, of unit length, in the order of `values`. */
	readonly vectors: Matrix;
}

const mostSweeps = 60;

function offDiagonal(a: Float64Array, n: number): number {
	let sum = 0;
	for (let i = 0; i < n; i++) {
		for (let j = i + 1; j < n; j++) sum += (a[i * n + j] as number) * (a[i * n + j] as number);
	}
	return sum;
}

/** Rotates columns p and q of a row-major n x n matrix. */
function rotateColumns(a: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
	for (let i = 0; i < n; i++) {
		const x = a[i * n + p] as number;
		const y = a[i * n + q] as number;
		a[i * n + p] = c * x - s * y;
		a[i * n + q] = s * x + c * y;
	}
}

function rotateRows(a: Float64Array, n: number, p: number, q: number, c: number, s: number): void {
	for (let j = 0; j < n; j++) {
		const x = a[p * n + j] as number;
		const y = a[q * n + j] as number;
		a[p * n + j] = c * x - s * y;
		a[q * n + j] = s * x + c * y;
	}
}

/** Makes the entry (p, q) vanish by a rotation (Golub and Van Loan, Matrix Computations, 8.5). */
function annihilate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
	const apq = a[p * n + q] as number;
	if (apq === 0) return;
	const theta = ((a[q * n + q] as number) - (a[p * n + p] as number)) / (2 * apq);
	const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
	const c = 1 / Math.sqrt(t * t + 1);
	const s = t * c;
	rotateColumns(a, n, p, q, c, s);
	rotateRows(a, n, p, q, c, s);
	rotateColumns(vectors, n, p, q, c, s);
}

/**
 * All eigenvalues and eigenvectors of a small symmetric matrix, by cyclic Jacobi rotations.
 * @param symmetric n x n, left as it is
 */
export function eigenSymmetric(symmetric: Matrix): Eigen {
	const n = symmetric.rows;
	const a = symmetric.data.slice();
	const vectors = new Float64Array(n * n);
	for (let i = 0; i < n; i++) vectors[i * n + i] = 1;
	let trace = 0;
	for (let i = 0; i < n; i++) trace += Math.abs(a[i * n + i] as number);
	const tolerance = trace * trace * 1e-32;
	for (let sweep = 0; sweep < mostSweeps && offDiagonal(a, n) > tolerance; sweep++) {
		for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) annihilate(a, vectors, n, p, q);
	}
	const order = Array.from({ length: n }, (_, i) => i);
	order.sort((i, j) => (a[j * n + j] as number) - (a[i * n + i] as number) || i - j);
	const sorted = new Float64Array(n * n);
	order.forEach((from, to) => {
		for (let i = 0; i < n; i++) sorted[i * n + to] = vectors[i * n + from] as number;
	});
	return {
		values: Float64Array.from(order, (i) => a[i * n + i] as number),
		vectors: { rows: n, columns: n, data: sorted }
	};
}
