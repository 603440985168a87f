import { kmeansGenerator } from 'ml-kmeans';

import { inertiaOf, lloyd, type Clustering } from './lloyd.ts';
import { fromArrays, takeRows, toArrays } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import type { Random } from '../random.ts';
import { seedCentroids } from './seeding.ts';

type Options = Pick<PipelineOptions, 'restarts' | 'pointsPerCentroid'>;
type Pause = () => Promise<void>;

const mostIterations = 100;
/** Share of the points that may still move at the end: they change the inertia by less than a thousandth. */
const unsettled = 0.002;
/** Iterations of a run that is only compared with others. */
const trialIterations = 5;
/** Points that runs are made on where there are so many, whatever the number of clusters. */
const leastTrained = 1000;

/** One run of ml-kmeans from greedy k-means++ centroids, with its inertia over the points. */
async function run(points: Matrix, arrays: number[][], k: number, random: Random, pause: Pause) {
	const seeds = seedCentroids(points, k, random);
	await pause();
	let centroids = seeds;
	let labels = new Int32Array(points.rows);
	const steps = kmeansGenerator(arrays, seeds.rows, {
		initialization: toArrays(seeds),
		maxIterations: trialIterations
	});
	for (const step of steps) {
		centroids = fromArrays(step.centroids, points.columns);
		labels = Int32Array.from(step.clusters);
		await pause();
	}
	return { centroids, inertia: inertiaOf(points, centroids, labels) };
}

/**
 * k-means: several runs on a random part of the points, the best of which is refined on all of them.
 * Fewer than k clusters come back when there are fewer distinct points.
 * @param pause called between chunks of work
 */
export async function kmeans(
	points: Matrix,
	k: number,
	options: Options,
	random: Random,
	pause: Pause = () => Promise.resolve()
): Promise<Clustering> {
	const trained = takeRows(
		points,
		random.sample(points.rows, Math.max(leastTrained, k * options.pointsPerCentroid))
	);
	const arrays = toArrays(trained);
	let best = await run(trained, arrays, k, random, pause);
	for (let restart = 1; restart < options.restarts; restart++) {
		const other = await run(trained, arrays, k, random, pause);
		if (other.inertia < best.inertia) best = other;
	}
	return lloyd(points, best.centroids, { maxIterations: mostIterations, unsettled, spherical: true }, pause);
}
