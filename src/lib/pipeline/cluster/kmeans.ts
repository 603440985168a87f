import { kmeansGenerator } from 'ml-kmeans';

import { poolOf, type Hooks } from '../../source/hooks.ts';
import { runAll, type Job } from '../../threads/pool.ts';
import { inertiaOf, lloyd, type Clustering } from './lloyd.ts';
import { rowProducts } from '../space/kernel.ts';
import { fromArrays, squaredDistance, takeRows, toArrays } from '../space/matrix.ts';
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

const goOn: Pause = () => Promise.resolve();

/** Centroids of a run, and its inertia over the points. */
interface Trial {
	readonly centroids: Matrix;
	readonly inertia: number;
}

/** One run of ml-kmeans from given centroids. */
async function tryFrom(points: Matrix, arrays: number[][], seeds: Matrix, pause: Pause): Promise<Trial> {
	let centroids = seeds;
	let labels = new Int32Array(points.rows);
	const steps = kmeansGenerator(arrays, seeds.rows, {
		initialization: toArrays(seeds),
		maxIterations: trialIterations,
		distanceFunction: squaredDistance
	});
	for (const step of steps) {
		centroids = fromArrays(step.centroids, points.columns);
		labels = Int32Array.from(step.clusters);
		await pause();
	}
	return { centroids, inertia: inertiaOf(points, centroids, labels) };
}

const refine = (points: Matrix, { centroids }: Trial, pause: Pause) =>
	lloyd(points, centroids, { ...toTheEnd, spherical: true }, pause);

/** The runs that promise most. */
const promising = (trials: readonly Trial[]) =>
	[...trials].sort((a, b) => a.inertia - b.inertia).slice(0, refined);

function lowest(found: readonly Clustering[]): Clustering {
	return found.reduce((best, other) => (other.inertia < best.inertia ? other : best));
}

/** A k-means whose chances are drawn: what is left to do is the same wherever it is done. */
export interface Drawn {
	readonly points: Matrix;
	/** The random part of the points that runs are made on. */
	readonly trained: Matrix;
	/** Where each run begins. */
	readonly seeds: readonly Matrix[];
}

/**
 * Draws what k-means leaves to chance.
 * @param pause called between chunks of work
 */
export async function drawKmeans(
	points: Matrix,
	k: number,
	{ restarts, pointsPerCentroid }: Options,
	random: Random,
	pause: Pause = goOn
): Promise<Drawn> {
	const size = Math.max(leastTrained, k * pointsPerCentroid);
	const trained = takeRows(points, random.sample(points.rows, size));
	const productsWith = rowProducts(trained);
	const seeds: Matrix[] = [];
	while (seeds.length < Math.max(1, restarts)) {
		seeds.push(seedCentroids(trained, k, random, productsWith));
		await pause();
	}
	return { points, trained, seeds };
}

async function finish({ points, trained, seeds }: Drawn, pause: Pause): Promise<Clustering> {
	const arrays = toArrays(trained);
	const trials: Trial[] = [];
	for (const seed of seeds) trials.push(await tryFrom(trained, arrays, seed, pause));
	const found: Clustering[] = [];
	for (const trial of promising(trials)) found.push(await refine(points, trial, pause));
	return lowest(found);
}

/** Does what is left of a k-means. */
export const finishKmeans: Job<Drawn, Clustering> = {
	name: 'finish k-means',
	run: (drawn) => finish(drawn, goOn),
	moves: ({ labels, centroids }) => [labels.buffer, centroids.data.buffer] as ArrayBuffer[]
};

/** Makes one run. */
export const tryCentroids: Job<{ points: Matrix; seeds: Matrix }, Trial> = {
	name: 'try centroids',
	run: ({ points, seeds }) => tryFrom(points, toArrays(points), seeds, goOn)
};

/** Refines one run on all points. */
export const refineTrial: Job<{ points: Matrix; trial: Trial }, Clustering> = {
	name: 'refine centroids',
	run: ({ points, trial }) => refine(points, trial, goOn),
	moves: ({ labels, centroids }) => [labels.buffer, centroids.data.buffer] as ArrayBuffer[]
};

/**
 * Does what is left of several k-means, each in a thread where there are several.
 * @param ended called after each
 * @returns the clusterings in the order given
 */
export async function finishAll(
	drawn: readonly Drawn[],
	hooks: Hooks,
	pause: Pause,
	ended: Pause
): Promise<Clustering[]> {
	const pool = poolOf(hooks);
	if (pool.size > 1) return runAll(pool, finishKmeans, drawn, ended);
	const found: Clustering[] = [];
	for (const one of drawn) {
		found.push(await finish(one, pause));
		await ended();
	}
	return found;
}

/**
 * k-means: several runs of ml-kmeans on a random part of the points, the best three of which are refined on all of them
 * as spherical k-means; the one of the lowest inertia wins. Runs are made side by side where there are threads, with the
 * same result. Fewer than k clusters come back when there are fewer distinct points.
 * @param pause called between chunks of work
 */
export async function kmeans(
	points: Matrix,
	k: number,
	options: Options,
	random: Random,
	hooks: Hooks = {},
	pause: Pause = goOn
): Promise<Clustering> {
	const drawn = await drawKmeans(points, k, options, random, pause);
	const pool = poolOf(hooks);
	if (pool.size === 1 || drawn.seeds.length === 1) return finish(drawn, pause);
	const starts = drawn.seeds.map((seeds) => ({ points: drawn.trained, seeds }));
	const trials = promising(await runAll(pool, tryCentroids, starts, pause));
	const chosen = trials.map((trial) => ({ points, trial }));
	return lowest(await runAll(pool, refineTrial, chosen, pause));
}
