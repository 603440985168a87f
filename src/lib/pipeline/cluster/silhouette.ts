import { dot } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';

/** Euclidean distances of all pairs: points x points. */
export function pairDistances({ rows, columns, data }: Matrix): Matrix {
	const distances = new Float64Array(rows * rows);
	for (let i = 0; i < rows; i++) {
		for (let j = 0; j < i; j++) {
			let squared = 0;
			for (let c = 0; c < columns; c++) {
				const difference = (data[i * columns + c] as number) - (data[j * columns + c] as number);
				squared += difference * difference;
			}
			distances[i * rows + j] = distances[j * rows + i] = Math.sqrt(squared);
		}
	}
	return { rows, columns: rows, data: distances };
}

/**
 * Mean silhouette of a clustering (Rousseeuw 1987), -1 to 1; points alone in their cluster count 0.
 * @param distances points x points
 * @param labels cluster of each point, 0 to k - 1; at least two clusters occur
 */
export function meanSilhouette(distances: Matrix, labels: ArrayLike<number>, k: number): number {
	const n = distances.rows;
	const sizes = new Int32Array(k);
	for (let i = 0; i < n; i++) sizes[labels[i] as number] = (sizes[labels[i] as number] as number) + 1;
	const sums = new Float64Array(k);
	let total = 0;
	for (let i = 0; i < n; i++) {
		const own = labels[i] as number;
		if ((sizes[own] as number) < 2) continue;
		sums.fill(0);
		for (let j = 0; j < n; j++) {
			const label = labels[j] as number;
			sums[label] = (sums[label] as number) + (distances.data[i * n + j] as number);
		}
		const within = (sums[own] as number) / ((sizes[own] as number) - 1);
		let nearest = Infinity;
		for (let c = 0; c < k; c++) {
			if (c !== own && (sizes[c] as number) > 0) {
				nearest = Math.min(nearest, (sums[c] as number) / (sizes[c] as number));
			}
		}
		const larger = Math.max(within, nearest);
		if (larger > 0 && nearest < Infinity) total += (nearest - within) / larger;
	}
	return n === 0 ? 0 : total / n;
}

/** Sum of squared distances of points to their mean. */
export function totalScatter({ rows, columns, data }: Matrix): number {
	const sums = new Float64Array(columns);
	for (let at = 0; at < data.length; at++) {
		const c = at % columns;
		sums[c] = (sums[c] as number) + (data[at] as number);
	}
	return dot(data, 0, data, 0, data.length) - dot(sums, 0, sums, 0, columns) / rows;
}

/**
 * Variance ratio of a clustering (Calinski and Harabasz 1974).
 * @param scatter squared distances of all points to their mean, summed
 * @param inertia squared distances of all points to the mean of their cluster, summed
 * @param k clusters that hold points, at least 2 and below `points`
 */
export function calinskiHarabasz(scatter: number, inertia: number, points: number, k: number): number {
	return inertia <= 0 ? 1 : (((scatter - inertia) / inertia) * (points - k)) / (k - 1);
}
