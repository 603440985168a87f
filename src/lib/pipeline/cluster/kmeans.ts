import { kmeansGenerator } from 'ml-kmeans';

import { inertiaOf, lloyd, type Clustering } from './lloyd.ts';
import { fromArrays, takeRows, toArrays } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import type { Random } from '../random.ts';
import { seedCentroids } from './seeding.ts';

type Options = Pick<PipelineOptions, 'restarts' | 'pointsPerCentroid'>;
type Pause = () => Promise<void>;

/** The points that may still move at the end, as a share, change the inertia by less than a thousandth. */
const toTheEnd = { maxIterations: 100, unsettled: 0.002 };
/** Runs that are refined on all points. */
const refined = 3;
/** Iterations of a run that is only compared with others. */
const trialIterations = 8;
/** Points that runs are made on where there are so many, whatever the number of clusters. */
const leastTrained = 2000;

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
 * k-means: several runs of ml-kmeans on a random part of the points, the best three of which are refined on all of them
 * as spherical k-means; the one of the lowest inertia wins.
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
	const runs: Awaited<ReturnType<typeof run>>[] = [];
	while (runs.length < Math.max(1, options.restarts)) runs.push(await run(trained, arrays, k, random, pause));
	const promising = runs.sort((a, b) => a.inertia - b.inertia).slice(0, refined);
	let best: Clustering | undefined;
	for (const { centroids } of promising) {
		const found = await lloyd(points, centroids, { ...toTheEnd, spherical: true }, pause);
		if (!best || found.inertia < best.inertia) best = found;
	}
	return best as Clustering;
}
