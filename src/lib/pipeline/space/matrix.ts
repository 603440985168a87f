import type { Matrix } from '../model.ts';

/** A row as a view; writing to it writes to the matrix. */
export function rowOf({ columns, data }: Matrix, row: number): Float64Array {
	return data.subarray(row * columns, (row + 1) * columns);
}

/** The given rows, copied in the given order. */
export function takeRows(matrix: Matrix, rows: ArrayLike<number>): Matrix {
	const { columns } = matrix;
	const data = new Float64Array(rows.length * columns);
	for (let i = 0; i < rows.length; i++) data.set(rowOf(matrix, rows[i] as number), i * columns);
	return { rows: rows.length, columns, data };
}

/** Product of a[i..] and b[j..] over `length` entries, in four interleaved sums added in a fixed order. */
export function dot(a: Float64Array, i: number, b: Float64Array, j: number, length: number): number {
	let s0 = 0;
	let s1 = 0;
	let s2 = 0;
	let s3 = 0;
	let at = 0;
	for (; at + 3 < length; at += 4) {
		s0 += (a[i + at] as number) * (b[j + at] as number);
		s1 += (a[i + at + 1] as number) * (b[j + at + 1] as number);
		s2 += (a[i + at + 2] as number) * (b[j + at + 2] as number);
		s3 += (a[i + at + 3] as number) * (b[j + at + 3] as number);
	}
	for (; at < length; at++) s0 += (a[i + at] as number) * (b[j + at] as number);
	return s0 + s1 + (s2 + s3);
}

/** Squared Euclidean distance of two equally long vectors, in four interleaved sums, which do not wait for each other. */
export function squaredDistance(a: ArrayLike<number>, b: ArrayLike<number>): number {
	const length = a.length;
	let s0 = 0;
	let s1 = 0;
	let s2 = 0;
	let s3 = 0;
	let at = 0;
	for (; at + 3 < length; at += 4) {
		const d0 = (a[at] as number) - (b[at] as number);
		const d1 = (a[at + 1] as number) - (b[at + 1] as number);
		const d2 = (a[at + 2] as number) - (b[at + 2] as number);
		const d3 = (a[at + 3] as number) - (b[at + 3] as number);
		s0 += d0 * d0;
		s1 += d1 * d1;
		s2 += d2 * d2;
		s3 += d3 * d3;
	}
	for (; at < length; at++) {
		const d = (a[at] as number) - (b[at] as number);
		s0 += d * d;
	}
	return s0 + s1 + (s2 + s3);
}

/** Squared Euclidean length of each row. */
export function squaredLengths({ rows, columns, data }: Matrix): Float64Array {
	const lengths = new Float64Array(rows);
	for (let row = 0; row < rows; row++) lengths[row] = dot(data, row * columns, data, row * columns, columns);
	return lengths;
}

/** Rows as arrays, as ml-kmeans takes them. */
export function toArrays(matrix: Matrix): number[][] {
	return Array.from({ length: matrix.rows }, (_, row) => Array.from(rowOf(matrix, row)));
}

/** The matrix of equally long rows. */
export function fromArrays(rows: readonly (readonly number[])[], columns: number): Matrix {
	const data = new Float64Array(rows.length * columns);
	rows.forEach((row, i) => data.set(row, i * columns));
	return { rows: rows.length, columns, data };
}

/** Scales a vector to unit length in place; a zero vector stays. */
export function scaleToUnit(vector: Float64Array | Float32Array): void {
	let sum = 0;
	for (let c = 0; c < vector.length; c++) sum += (vector[c] as number) * (vector[c] as number);
	if (sum === 0) return;
	const scale = 1 / Math.sqrt(sum);
	for (let c = 0; c < vector.length; c++) vector[c] = (vector[c] as number) * scale;
}
