import { checkpoint, poolOf, type Hooks } from '../../source/hooks.ts';
import type { Job } from '../../threads/pool.ts';
import { embed } from './layout-embed.ts';
import { dot, takeRows } from '../space/matrix.ts';
import type { MapModel, Matrix } from '../model.ts';
import { createRandom } from '../random.ts';

/**
 * Waits for work that another thread does, or for somebody to cancel it.
 * @throws what the work throws; the signal's reason when cancelled
 */
function untilCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return work;
	return new Promise((resolve, reject) => {
		const cancel = () => reject(signal.reason as Error);
		if (signal.aborted) cancel();
		signal.addEventListener('abort', cancel, { once: true });
		void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
	});
}

/** Landmarks of the map, at most. */
const landmarks = 800;
/** Landmarks that place a paper. */
const anchors = 5;
/** Leaves whose landmarks can place a paper. */
const leavesLookedAt = 6;

/** A share of each leaf's points, and at least one of it, in input order. */
function chooseLandmarks(leafId: Int16Array, leaves: number, seed: number): Int32Array {
	const random = createRandom(seed, 5);
	const members: number[][] = Array.from({ length: leaves }, () => []);
	leafId.forEach((leaf, point) => members[leaf]?.push(point));
	const share = Math.min(1, landmarks / Math.max(1, leafId.length));
	const chosen = members.flatMap((points) => {
		const size = Math.ceil(points.length * share);
		return Array.from(random.sample(points.length, size), (index) => points[index] as number);
	});
	return Int32Array.from(chosen).sort();
}

function toUnitSquare(positions: Float64Array): void {
	for (const axis of [0, 1]) {
		let [least, most] = [Infinity, -Infinity];
		for (let i = axis; i < positions.length; i += 2) {
			least = Math.min(least, positions[i] as number);
			most = Math.max(most, positions[i] as number);
		}
		const range = most - least;
		for (let i = axis; i < positions.length; i += 2) {
			positions[i] = range > 0 ? ((positions[i] as number) - least) / range : 0.5;
		}
	}
}

/** For each leaf the leaves nearest to it, itself first. */
function nearLeavesOf({ rows, columns, data }: Matrix): Int16Array {
	const near = new Int16Array(rows * leavesLookedAt).fill(-1);
	for (let leaf = 0; leaf < rows; leaf++) {
		const similarity = (other: number) =>
			other === leaf ? 2 : dot(data, leaf * columns, data, other * columns, columns);
		Array.from({ length: rows }, (_, other) => ({ other, similarity: similarity(other) }))
			.sort((a, b) => b.similarity - a.similarity || a.other - b.other)
			.slice(0, leavesLookedAt)
			.forEach(({ other }, i) => (near[leaf * leavesLookedAt + i] = other));
	}
	return near;
}

/** For each leaf the landmarks that can place its papers. */
function candidatesOf({ leafId, nearLeaves }: MapModel): Int32Array[] {
	const members: number[][] = Array.from({ length: nearLeaves.length / leavesLookedAt }, () => []);
	leafId.forEach((leaf, landmark) => members[leaf]?.push(landmark));
	return members.map((_, leaf) => {
		const near = nearLeaves.subarray(leaf * leavesLookedAt, (leaf + 1) * leavesLookedAt);
		return Int32Array.from([...near].flatMap((other) => members[other] ?? []));
	});
}

/** Lays landmarks out in another thread. */
export const placeLandmarks: Job<Matrix, Float64Array<ArrayBuffer>> = {
	name: 'place landmarks',
	run: (points) => embed(points, () => Promise.resolve()),
	moves: (positions) => [positions.buffer]
};

/** In another thread where there is one, without a word until it is done. */
async function positionsOf(points: Matrix, hooks: Hooks): Promise<Float64Array> {
	const pool = poolOf(hooks);
	return pool.size > 1
		? untilCancelled(pool.run(placeLandmarks, points), hooks.signal)
		: embed(points, (done, total) => checkpoint(hooks, { stage: 'layout', done, total }));
}

/**
 * A deterministic map of the sample: landmarks drawn evenly from the leaves, laid out by t-SNE.
 * @param vectors points x components, unit rows
 * @param leafId leaf of each point
 */
export async function layoutMap(
	vectors: Matrix,
	leafId: Int16Array,
	leafCentroids: Matrix,
	seed: number,
	hooks: Hooks = {}
): Promise<MapModel> {
	const chosen = chooseLandmarks(leafId, leafCentroids.rows, seed);
	const landmarkVectors = takeRows(vectors, chosen);
	const positions = await positionsOf(landmarkVectors, hooks);
	toUnitSquare(positions);
	return {
		vectors: landmarkVectors,
		positions: { rows: chosen.length, columns: 2, data: positions },
		leafId: Int16Array.from(chosen, (point) => leafId[point] as number),
		nearLeaves: nearLeavesOf(leafCentroids)
	};
}

/** The landmarks nearest to a paper, best first; of equally near ones those that came first. */
class Nearest {
	readonly landmarks = new Int32Array(anchors);
	readonly similarities = new Float64Array(anchors);
	count = 0;

	offer(landmark: number, similarity: number): void {
		const { landmarks, similarities } = this;
		const isFull = this.count === anchors;
		if (isFull && similarity <= (similarities[anchors - 1] as number)) return;
		let at = isFull ? anchors - 1 : this.count++;
		for (; at > 0 && similarity > (similarities[at - 1] as number); at--) {
			landmarks[at] = landmarks[at - 1] as number;
			similarities[at] = similarities[at - 1] as number;
		}
		landmarks[at] = landmark;
		similarities[at] = similarity;
	}
}

/** The mean of landmarks' positions, weighted by inverse squared distance; the middle where there are none. */
function meanPosition({ landmarks, similarities, count }: Nearest, { data }: Matrix): [x: number, y: number] {
	let [sumX, sumY, total] = [0, 0, 0];
	for (let i = 0; i < count; i++) {
		const weight = 1 / (1e-6 + Math.max(0, 2 - 2 * (similarities[i] as number)));
		sumX += weight * (data[(landmarks[i] as number) * 2] as number);
		sumY += weight * (data[(landmarks[i] as number) * 2 + 1] as number);
		total += weight;
	}
	return total > 0 ? [sumX / total, sumY / total] : [0.5, 0.5];
}

/**
 * Positions of papers, 0 to 1: each stands at the mean of the landmarks nearest to it, weighted by inverse
 * squared distance, so that a landmark itself stands where the layout put it.
 */
export function placePapers(
	map: MapModel,
	vectors: Matrix,
	leafId: Int16Array
): { x: Float32Array; y: Float32Array } {
	const candidates = candidatesOf(map);
	const nearest = new Nearest();
	const x = new Float32Array(vectors.rows);
	const y = new Float32Array(vectors.rows);
	const { columns } = vectors;
	for (let row = 0; row < vectors.rows; row++) {
		nearest.count = 0;
		for (const landmark of candidates[leafId[row] as number] as Int32Array) {
			const other = landmark * columns;
			nearest.offer(landmark, dot(vectors.data, row * columns, map.vectors.data, other, columns));
		}
		[x[row], y[row]] = meanPosition(nearest, map.positions);
	}
	return { x, y };
}
