import { log } from '../../base/math.ts';

interface Contingency {
	/** Items in each pair of classes that occurs. */
	readonly cells: Float64Array;
	readonly rows: Float64Array;
	readonly columns: Float64Array;
	readonly total: number;
}

/** Counts of pairs of classes, in ascending order of the classes. */
function contingency(a: ArrayLike<number>, b: ArrayLike<number>): Contingency {
	const widths = [a, b].map((labels) => {
		let largest = -1;
		for (let i = 0; i < labels.length; i++) largest = Math.max(largest, labels[i] as number);
		return largest + 1;
	}) as [number, number];
	const cells = new Float64Array(widths[0] * widths[1]);
	const rows = new Float64Array(widths[0]);
	const columns = new Float64Array(widths[1]);
	for (let i = 0; i < a.length; i++) {
		const row = a[i] as number;
		const column = b[i] as number;
		const cell = row * widths[1] + column;
		cells[cell] = (cells[cell] as number) + 1;
		rows[row] = (rows[row] as number) + 1;
		columns[column] = (columns[column] as number) + 1;
	}
	return { cells, rows, columns, total: a.length };
}

const sum = (values: Float64Array, of: (value: number) => number) =>
	values.reduce((total, value) => total + of(value), 0);
const pairs = (count: number) => (count * (count - 1)) / 2;

/**
 * Adjusted Rand index of two clusterings of the same items (Hubert and Arabie 1985): 1 when equal, 0 on average by
 * chance.
 * @param a class of each item, from 0
 * @param b class of each item in the other clustering
 */
export function adjustedRand(a: ArrayLike<number>, b: ArrayLike<number>): number {
	const { cells, rows, columns, total } = contingency(a, b);
	const together = sum(cells, pairs);
	const inRows = sum(rows, pairs);
	const inColumns = sum(columns, pairs);
	const expected = total < 2 ? 0 : (inRows * inColumns) / pairs(total);
	const most = (inRows + inColumns) / 2;
	return most === expected ? 1 : (together - expected) / (most - expected);
}

function entropy(counts: Float64Array, total: number): number {
	return -sum(counts, (count) => (count === 0 ? 0 : (count / total) * log(count / total)));
}

/**
 * V-measure of a clustering against true classes (Rosenberg and Hirschberg 2007), 0 to 1: the harmonic mean of
 * homogeneity and completeness.
 */
export function vMeasure(truth: ArrayLike<number>, found: ArrayLike<number>): number {
	const { cells, rows, columns, total } = contingency(truth, found);
	const ofTruth = entropy(rows, total);
	const ofFound = entropy(columns, total);
	const shared = ofTruth + ofFound - entropy(cells, total);
	const homogeneity = ofTruth === 0 ? 1 : shared / ofTruth;
	const completeness = ofFound === 0 ? 1 : shared / ofFound;
	return homogeneity + completeness === 0
		? 0
		: (2 * homogeneity * completeness) / (homogeneity + completeness);
}
