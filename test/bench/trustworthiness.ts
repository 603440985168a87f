import type { Matrix } from '../../src/lib/pipeline/model.ts';

function squaredDistances({ rows, columns, data }: Matrix, from: number): Float64Array {
	const distances = new Float64Array(rows);
	for (let other = 0; other < rows; other++) {
		for (let c = 0; c < columns; c++) {
			const difference = (data[from * columns + c] as number) - (data[other * columns + c] as number);
			distances[other] = (distances[other] as number) + difference * difference;
		}
	}
	return distances;
}

function others(distances: Float64Array, self: number): number[] {
	return Array.from(distances.keys())
		.filter((point) => point !== self)
		.sort((a, b) => (distances[a] as number) - (distances[b] as number) || a - b);
}

/**
 * How far neighbours on a map are neighbours in truth, 0 to 1 (Venna and Kaski 2001, as scikit-learn defines it): each
 * of a point's k nearest on the map that is not among its k nearest in truth costs how far beyond k it truly ranks.
 * @param k below half of the points
 */
export function trustworthiness(truth: Matrix, map: Matrix, k: number): number {
	const n = truth.rows;
	let cost = 0;
	for (let point = 0; point < n; point++) {
		const rank = new Int32Array(n);
		others(squaredDistances(truth, point), point).forEach((other, at) => (rank[other] = at + 1));
		for (const other of others(squaredDistances(map, point), point).slice(0, k)) {
			cost += Math.max(0, (rank[other] as number) - k);
		}
	}
	return 1 - (2 * cost) / (n * k * (2 * n - 3 * k - 1));
}
