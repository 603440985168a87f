import { dot } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';

/** Euclidean distances of points from each other, each pair once: those of point i to the ones before it from i (i - 1) / 2 on. */
export interface Pairs {
	readonly points: number;
	readonly distances: Float64Array;
}

export function pairDistances({ rows, columns, data }: Matrix): Pairs {
	const distances = new Float64Array((rows * (rows - 1)) / 2);
	let at = 0;
	for (let i = 0; i < rows; i++) {
		for (let j = 0; j < i; j++) {
			let squared = 0;
			for (let c = 0; c < columns; c++) {
				const difference = (data[i * columns + c] as number) - (data[j * columns + c] as number);
				squared += difference * difference;
			}
			distances[at++] = Math.sqrt(squared);
		}
	}
	return { points: rows, distances };
}

/** The distances of one point to all, 0 to itself. */
export function distancesFrom({ points, distances }: Pairs, point: number): Float64Array {
	const row = new Float64Array(points);
	const start = (point * (point - 1)) / 2;
	for (let j = 0; j < point; j++) row[j] = distances[start + j] as number;
	for (let i = point + 1; i < points; i++) row[i] = distances[(i * (i - 1)) / 2 + point] as number;
	return row;
}

/** points x k: the distances of each point to those of each cluster, added up in the order of these. */
function sumsByCluster({ points, distances }: Pairs, labels: ArrayLike<number>, k: number): Float64Array {
	const sums = new Float64Array(points * k);
	let at = 0;
	for (let i = 0; i < points; i++) {
		const own = labels[i] as number;
		for (let j = 0; j < i; j++) {
			const distance = distances[at++] as number;
			const [mine, other] = [i * k + (labels[j] as number), j * k + own];
			sums[mine] = (sums[mine] as number) + distance;
			sums[other] = (sums[other] as number) + distance;
		}
	}
	return sums;
}

/**
 * Mean silhouette of a clustering (Rousseeuw 1987), -1 to 1; points alone in their cluster count 0.
 * @param labels cluster of each point, 0 to k - 1; at least two clusters occur
 */
export function meanSilhouette(pairs: Pairs, labels: ArrayLike<number>, k: number): number {
	const n = pairs.points;
	const sizes = new Int32Array(k);
	for (let i = 0; i < n; i++) sizes[labels[i] as number] = (sizes[labels[i] as number] as number) + 1;
	const sums = sumsByCluster(pairs, labels, k);
	let total = 0;
	for (let i = 0; i < n; i++) {
		const own = labels[i] as number;
		if ((sizes[own] as number) < 2) continue;
		const within = (sums[i * k + own] as number) / ((sizes[own] as number) - 1);
		let nearest = Infinity;
		for (let c = 0; c < k; c++) {
			if (c !== own && (sizes[c] as number) > 0) {
				nearest = Math.min(nearest, (sums[i * k + c] as number) / (sizes[c] as number));
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
