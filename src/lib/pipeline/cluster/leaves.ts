import { rowOf, scaleToUnit } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';

/** The smallest leaf worth naming, in papers. */
const smallestLeaf = 5;

/** Groups of points, largest first. */
export interface Groups {
	/** Point indices of each group, ascending. */
	readonly members: readonly Int32Array[];
	/** Mean of each group. */
	readonly means: Matrix;
}

/**
 * Leaves of each theme: one at least, the rest in proportion to size (Webster's highest averages), as long as a
 * leaf keeps a readable number of papers on average.
 */
export function leafCounts(sizes: readonly number[], total: number): number[] {
	const counts = sizes.map(() => 1);
	for (let given = sizes.length; given < total; given++) {
		let next = -1;
		let highest = 0;
		sizes.forEach((size, theme) => {
			const count = counts[theme] as number;
			const average = size / (count + 0.5);
			if (size < smallestLeaf * (count + 1) || average <= highest) return;
			highest = average;
			next = theme;
		});
		if (next < 0) break;
		counts[next] = (counts[next] as number) + 1;
	}
	return counts;
}

/** The mean of the given points. */
export function meanOf(points: Matrix, members: Int32Array): Float64Array {
	const mean = new Float64Array(points.columns);
	for (const member of members) {
		const row = rowOf(points, member);
		for (let c = 0; c < mean.length; c++) mean[c] = (mean[c] as number) + (row[c] as number);
	}
	return mean.map((sum) => sum / members.length);
}

function stack(rows: readonly Float64Array[], columns: number): Matrix {
	const data = new Float64Array(rows.length * columns);
	rows.forEach((row, i) => data.set(row, i * columns));
	return { rows: rows.length, columns, data };
}

/**
 * Some points in groups, which come largest first, then by their first point.
 * @param labels group of each of the members, below k
 */
export function groupsOf(points: Matrix, members: Int32Array, labels: Int32Array, k: number): Groups {
	const parts: number[][] = Array.from({ length: k }, () => []);
	labels.forEach((label, i) => parts[label]?.push(members[i] as number));
	const sorted = parts
		.filter((part) => part.length > 0)
		.sort((a, b) => b.length - a.length || (a[0] as number) - (b[0] as number))
		.map((part) => Int32Array.from(part));
	return {
		members: sorted,
		means: stack(
			sorted.map((part) => meanOf(points, part)),
			points.columns
		)
	};
}

/** The rows scaled to unit length. */
export function unitRows(matrix: Matrix): Matrix {
	const copy: Matrix = { ...matrix, data: matrix.data.slice() };
	for (let row = 0; row < copy.rows; row++) scaleToUnit(rowOf(copy, row));
	return copy;
}
