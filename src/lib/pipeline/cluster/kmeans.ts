import { lloyd, type Clustering } from './lloyd.ts';
import { takeRows } from '../space/matrix.ts';
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
const trialIterations = 8;
/** Points that runs are made on where there are so many, whatever the number of clusters. */
const leastTrained = 2000;

/** One run from greedy k-means++ centroids. */
async function run(points: Matrix, k: number, random: Random, pause: Pause): Promise<Clustering> {
	const seeds = seedCentroids(points, k, random);
	await pause();
	return lloyd(points, seeds, { maxIterations: trialIterations, spherical: true }, pause);
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
	let best = await run(trained, k, random, pause);
	for (let restart = 1; restart < options.restarts; restart++) {
		const other = await run(trained, k, random, pause);
		if (other.inertia < best.inertia) best = other;
	}
	return lloyd(points, best.centroids, { maxIterations: mostIterations, unsettled, spherical: true }, pause);
}
