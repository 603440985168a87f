import { BoundedAssignment } from './bounded.ts';
import { rowOf, scaleToUnit, squaredLengths } from '../space/matrix.ts';
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

interface LloydOptions {
	readonly maxIterations: number;
	/** Share of the points that may still change their cluster at the end; 0 waits until none does. */
	readonly unsettled?: number;
	/**
	 * Whether clusters gather directions (Dhillon and Modha 2001): points go to the centroid of the largest cosine
	 * however long it is, so that no short centroid collects everything diffuse.
	 */
	readonly spherical: boolean;
}

/** Distances, and bounds of distances, between two pauses: some tens of milliseconds. */
const workPerChunk = 4e5;

/** Means of the clusters; an empty one takes the point that is farthest from its own centroid. */
function means(points: Matrix, assignment: BoundedAssignment, k: number): Matrix {
	const { rows, columns, data } = points;
	const { labels } = assignment;
	const sums = new Float64Array(k * columns);
	const sizes = new Int32Array(k);
	for (let row = 0; row < rows; row++)
		sizes[labels[row] as number] = (sizes[labels[row] as number] as number) + 1;
	if (sizes.includes(0)) fillEmpty(assignment, sizes);
	for (let row = 0; row < rows; row++) {
		const base = (labels[row] as number) * columns;
		for (let c = 0; c < columns; c++) {
			sums[base + c] = (sums[base + c] as number) + (data[row * columns + c] as number);
		}
	}
	for (let c = 0; c < k; c++) {
		for (let at = c * columns; at < (c + 1) * columns; at++) {
			sums[at] = (sums[at] as number) / (sizes[c] as number);
		}
	}
	return { rows: k, columns, data: sums };
}

/** Gives each empty cluster the point that is farthest from its own centroid. */
function fillEmpty(assignment: BoundedAssignment, sizes: Int32Array): void {
	const { labels } = assignment;
	const distances = Float64Array.from(labels, (label, row) => assignment.squared(row, label));
	for (let c = 0; c < sizes.length; c++) {
		if ((sizes[c] as number) > 0) continue;
		const moved = farthest(labels, distances, sizes);
		sizes[labels[moved] as number] = (sizes[labels[moved] as number] as number) - 1;
		labels[moved] = c;
		distances[moved] = 0;
		sizes[c] = 1;
		assignment.forget(moved);
	}
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
	assignment: BoundedAssignment,
	centroids: Matrix,
	spherical: boolean,
	pause: Pause
): Promise<number> {
	assignment.moveTo(
		spherical ? toUnit(centroids) : centroids,
		spherical ? new Float64Array(centroids.rows).fill(1) : squaredLengths(centroids)
	);
	const chunk = Math.max(1, Math.floor(workPerChunk / centroids.rows));
	const points = assignment.labels.length;
	let changed = 0;
	for (let from = 0; from < points; from += chunk) {
		changed += assignment.assign(from, Math.min(points, from + chunk));
		await pause();
	}
	return changed;
}

/**
 * Lloyd's k-means from given centroids, until (nearly) no point changes its cluster.
 * @param initial at most as many rows as there are points
 * @param pause called between chunks of work
 */
export async function lloyd(
	points: Matrix,
	initial: Matrix,
	{ maxIterations, unsettled = 0, spherical }: LloydOptions,
	pause: Pause = () => Promise.resolve()
): Promise<Clustering> {
	const assignment = new BoundedAssignment(points, initial.rows);
	const { labels } = assignment;
	let centroids = initial;
	for (let iteration = 0; iteration < maxIterations; iteration++) {
		const changed = await assignAll(assignment, centroids, spherical, pause);
		if (changed === 0) break;
		centroids = means(points, assignment, initial.rows);
		if (changed <= unsettled * points.rows) break;
	}
	return { centroids, labels, inertia: inertiaOf(points, centroids, labels) };
}

/** Index of the centroid of the largest cosine for each point. */
export async function nearestCentroids(
	points: Matrix,
	centroids: Matrix,
	pause: Pause = () => Promise.resolve()
): Promise<Int32Array> {
	const assignment = new BoundedAssignment(points, centroids.rows);
	await assignAll(assignment, centroids, true, pause);
	return assignment.labels;
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
