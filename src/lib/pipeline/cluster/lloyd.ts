import { dot, rowOf, scaleToUnit, squaredLengths } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';

type Pause = () => Promise<void>;

export interface Clustering {
	/** One row for each cluster: the mean of its points. */
	readonly centroids: Matrix;
	/** Cluster of each point. */
	readonly labels: Int32Array;
	/** Sum of squared distances of the points to the centroid of their cluster. */
	readonly inertia: number;
}

export interface LloydOptions {
	readonly maxIterations: number;
	/**
	 * Whether clusters gather directions (Dhillon and Modha 2001): points go to the centroid of the largest cosine
	 * however long it is, so that no short centroid collects everything diffuse.
	 */
	readonly spherical: boolean;
}

/** Multiplications between two pauses: some tens of milliseconds. */
const workPerChunk = 2e7;

/** Puts points [from, to) into the cluster of their nearest centroid (the lowest of equals). */
function assignRange(
	points: Matrix,
	centroids: Matrix,
	halfLengths: Float64Array,
	labels: Int32Array,
	distances: Float64Array,
	from: number,
	to: number
): number {
	const { columns, data } = points;
	let changed = 0;
	for (let row = from; row < to; row++) {
		const base = row * columns;
		let best = 0;
		let bestScore = -Infinity;
		for (let c = 0; c < centroids.rows; c++) {
			const score = dot(data, base, centroids.data, c * columns, columns) - (halfLengths[c] as number);
			if (score <= bestScore) continue;
			bestScore = score;
			best = c;
		}
		if (labels[row] !== best) changed++;
		labels[row] = best;
		distances[row] = Math.max(0, dot(data, base, data, base, columns) - 2 * bestScore);
	}
	return changed;
}

/** Means of the clusters; an empty one takes the point that is farthest from its own centroid. */
function means(points: Matrix, labels: Int32Array, distances: Float64Array, k: number): Matrix {
	const { rows, columns, data } = points;
	const sums = new Float64Array(k * columns);
	const sizes = new Int32Array(k);
	for (let row = 0; row < rows; row++)
		sizes[labels[row] as number] = (sizes[labels[row] as number] as number) + 1;
	for (let c = 0; c < k; c++) {
		if ((sizes[c] as number) > 0) continue;
		const moved = farthest(labels, distances, sizes);
		sizes[labels[moved] as number] = (sizes[labels[moved] as number] as number) - 1;
		labels[moved] = c;
		distances[moved] = 0;
		sizes[c] = 1;
	}
	for (let row = 0; row < rows; row++) {
		const base = (labels[row] as number) * columns;
		for (let c = 0; c < columns; c++) {
			sums[base + c] = (sums[base + c] as number) + (data[row * columns + c] as number);
		}
	}
	for (let at = 0; at < sums.length; at++) {
		sums[at] = (sums[at] as number) / (sizes[Math.floor(at / columns)] as number);
	}
	return { rows: k, columns, data: sums };
}

function farthest(labels: Int32Array, distances: Float64Array, sizes: Int32Array): number {
	let found = -1;
	for (let row = 0; row < distances.length; row++) {
		if ((sizes[labels[row] as number] as number) < 2) continue;
		if (found < 0 || (distances[row] as number) > (distances[found] as number)) found = row;
	}
	return found;
}

function toUnit(centroids: Matrix): Matrix {
	const data = centroids.data.slice();
	for (let row = 0; row < centroids.rows; row++) scaleToUnit(rowOf({ ...centroids, data }, row));
	return { ...centroids, data };
}

/** One assignment of every point; gives how many changed their cluster. */
async function assignAll(
	points: Matrix,
	centroids: Matrix,
	spherical: boolean,
	labels: Int32Array,
	distances: Float64Array,
	pause: Pause
): Promise<number> {
	const compared = spherical ? toUnit(centroids) : centroids;
	const halves = spherical ? new Float64Array(centroids.rows) : squaredLengths(centroids).map((x) => x / 2);
	const chunk = Math.max(1, Math.floor(workPerChunk / (centroids.rows * points.columns)));
	let changed = 0;
	for (let from = 0; from < points.rows; from += chunk) {
		const to = Math.min(points.rows, from + chunk);
		changed += assignRange(points, compared, halves, labels, distances, from, to);
		await pause();
	}
	return changed;
}

/**
 * Lloyd's k-means from given centroids, until no point changes its cluster.
 * @param initial at most as many rows as there are points
 * @param pause called between chunks of work
 */
export async function lloyd(
	points: Matrix,
	initial: Matrix,
	{ maxIterations, spherical }: LloydOptions,
	pause: Pause = () => Promise.resolve()
): Promise<Clustering> {
	const labels = new Int32Array(points.rows).fill(-1);
	const distances = new Float64Array(points.rows);
	let centroids = initial;
	for (let iteration = 0; iteration < maxIterations; iteration++) {
		const changed = await assignAll(points, centroids, spherical, labels, distances, pause);
		if (changed === 0) break;
		centroids = means(points, labels, distances, initial.rows);
	}
	return { centroids, labels, inertia: inertiaOf(points, centroids, labels) };
}

/** Index of the centroid of the largest cosine for each point. */
export async function nearestCentroids(
	points: Matrix,
	centroids: Matrix,
	pause: Pause = () => Promise.resolve()
): Promise<Int32Array> {
	const labels = new Int32Array(points.rows).fill(-1);
	await assignAll(points, centroids, true, labels, new Float64Array(points.rows), pause);
	return labels;
}

/** Sum of squared distances of points to the centroid of their cluster. */
export function inertiaOf(points: Matrix, centroids: Matrix, labels: Int32Array): number {
	const { rows, columns, data } = points;
	let sum = 0;
	for (let row = 0; row < rows; row++) {
		const base = (labels[row] as number) * columns;
		for (let c = 0; c < columns; c++) {
			const difference = (data[row * columns + c] as number) - (centroids.data[base + c] as number);
			sum += difference * difference;
		}
	}
	return sum;
}
