import type { Job } from '../../dataset/pool.ts';
import { adjustedRand } from './agreement.ts';
import { lloyd, nearestCentroids, type Clustering } from './lloyd.ts';
import { takeRows } from '../space/matrix.ts';
import type { CurvePoint, Matrix } from '../model.ts';
import { createRandom, type Random } from '../random.ts';
import { seedCentroids } from './seeding.ts';
import { calinskiHarabasz, meanSilhouette, pairDistances, totalScatter } from './silhouette.ts';

export interface Measured extends Omit<CurvePoint, 'chosen'> {
	/** For each of the two samples its mean silhouette times its separation. */
	readonly parts: readonly [number, number];
}

/** Points that candidates are fitted on, and points whose silhouettes are taken, in each of two samples. */
const fitted = 1600;
const compared = 800;
/** Share of the points in a sample where there are too few for two separate ones. */
const overlap = 0.8;
const iterations = 10;
/** Few themes of few points are fitted several times: a fit costs little and easily goes wrong. Points x themes. */
const restartsWork = 30_000;
const mostRestarts = 8;

interface Sample {
	readonly points: Matrix;
	readonly scatter: number;
	/** Indices of the points whose silhouettes are taken, and their distances. */
	readonly compared: Int32Array;
	readonly distances: Matrix;
}

/** Two samples that every candidate is tried on, and what randomness follows from. */
export interface CurveSetting {
	readonly samples: readonly [Sample, Sample];
	readonly seed: number;
}

/** Streams of randomness: one to draw the samples, and from another on one for each fit of a candidate. */
const [drawing, fitting] = [2, 1000];

function prepareSample(points: Matrix, random: Random): Sample {
	const some = random.sample(points.rows, compared);
	return {
		points,
		scatter: totalScatter(points),
		compared: some,
		distances: pairDistances(takeRows(points, some))
	};
}

/** Two separate samples of the points, or overlapping ones where points are few. */
export function prepareCurve(points: Matrix, seed: number): CurveSetting {
	const random = createRandom(seed, drawing);
	const draw = (from: ArrayLike<number>, size: number) => {
		const chosen = random.sample(from.length, size);
		return Int32Array.from(chosen, (index) => from[index] as number);
	};
	const all = Int32Array.from({ length: points.rows }, (_, row) => row);
	if (points.rows < 2 * fitted) {
		const size = Math.min(fitted, Math.max(1, Math.floor(points.rows * overlap)));
		const [first, second] = [draw(all, size), draw(all, size)];
		return {
			samples: [
				prepareSample(takeRows(points, first), random),
				prepareSample(takeRows(points, second), random)
			],
			seed
		};
	}
	const both = draw(all, 2 * fitted);
	random.shuffle(both);
	return {
		samples: [
			prepareSample(takeRows(points, both.subarray(0, fitted)), random),
			prepareSample(takeRows(points, both.subarray(fitted)), random)
		],
		seed
	};
}

const goOn = () => Promise.resolve();

async function cluster({ points }: Sample, k: number, random: Random): Promise<Clustering> {
	const restarts = Math.max(1, Math.min(mostRestarts, Math.floor(restartsWork / (points.rows * k))));
	let best: Clustering | undefined;
	for (let restart = 0; restart < restarts; restart++) {
		const seeds = seedCentroids(points, k, random);
		const found = await lloyd(points, seeds, { maxIterations: iterations, spherical: true }, goOn);
		if (!best || found.inertia < best.inertia) best = found;
	}
	return best as Clustering;
}

function silhouetteOf({ compared: some, distances }: Sample, labels: Int32Array, k: number): number {
	return meanSilhouette(
		distances,
		Array.from(some, (point) => labels[point] as number),
		k
	);
}

/** Probability that two points drawn at random belong to different themes, 0 to below 1. */
function separationOf(labels: Int32Array, k: number): number {
	const sizes = new Int32Array(k);
	for (const label of labels) sizes[label] = (sizes[label] as number) + 1;
	return 1 - sizes.reduce((sum, size) => sum + (size / labels.length) * (size / labels.length), 0);
}

/**
 * One point of the curve: the themes of two samples, their mean silhouette and variance ratio, and as stability the
 * adjusted Rand index between the themes of the first sample and those that the second sample's centroids make of it.
 */
async function measure(k: number, { samples, seed }: CurveSetting): Promise<Measured> {
	const [a, b] = samples;
	const first = await cluster(a, k, createRandom(seed, fitting + 2 * k));
	const second = await cluster(b, k, createRandom(seed, fitting + 2 * k + 1));
	const variance = (sample: Sample, { inertia }: Clustering) =>
		calinskiHarabasz(sample.scatter, inertia, sample.points.rows, k);
	const silhouettes = [silhouetteOf(a, first.labels, k), silhouetteOf(b, second.labels, k)] as const;
	return {
		k,
		silhouette: (silhouettes[0] + silhouettes[1]) / 2,
		parts: [silhouettes[0] * separationOf(first.labels, k), silhouettes[1] * separationOf(second.labels, k)],
		calinskiHarabasz: (variance(a, first) + variance(b, second)) / 2,
		stability: adjustedRand(first.labels, await nearestCentroids(a.points, second.centroids, goOn))
	};
}

const key = 'curve';

/** Gives every thread what candidates are tried on; `null` takes it away. */
export const holdCurve: Job<CurveSetting | null, void> = {
	name: 'hold curve',
	run(setting, { memory }) {
		if (setting) memory.set(key, setting);
		else memory.delete(key);
	}
};

/** Measures a candidate number of themes. */
export const measureCandidate: Job<number, Measured> = {
	name: 'measure candidate',
	run: (k, { memory }) => measure(k, memory.get(key) as CurveSetting)
};
