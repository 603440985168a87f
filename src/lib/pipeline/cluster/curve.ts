import type { Job } from '../../threads/pool.ts';
import { adjustedRand } from './agreement.ts';
import { lloyd, nearestCentroids, type Clustering } from './lloyd.ts';
import { rowProducts, type RowProducts } from '../space/kernel.ts';
import { takeRows } from '../space/matrix.ts';
import type { CurvePoint, Matrix } from '../model.ts';
import { createRandom, type Random } from '../random.ts';
import { seedCentroids } from './seeding.ts';
import { calinskiHarabasz, meanSilhouette, pairDistances, totalScatter, type Pairs } from './silhouette.ts';

export interface Measured extends Omit<CurvePoint, 'chosen'> {
	/** For each of the samples its mean silhouette times its separation. */
	readonly parts: readonly number[];
}

/** Samples that every candidate is tried on. */
const sampleCount = 4;
/** Points that candidates are fitted on, and points whose silhouettes are taken, in each of the samples. */
const fitted = 2400;
const compared = 1600;
/** Largest share of the points in a sample where there are too few for separate ones. */
const overlap = 0.8;
const iterations = 10;
/** Few themes of few points are fitted several times: a fit costs little and easily goes wrong. Points x themes. */
const restartsWork = 30_000;
const mostRestarts = 8;

interface Drawn {
	readonly points: Matrix;
	/** Indices of the points whose silhouettes are taken. */
	readonly compared: Int32Array;
}

interface Sample extends Drawn {
	readonly scatter: number;
	readonly productsWith: RowProducts;
	/** Distances of the points that are compared. */
	readonly pairs: Pairs;
}

/** Samples that every candidate is tried on, and what randomness follows from. */
interface CurveSetting<S extends Drawn = Drawn> {
	readonly samples: readonly S[];
	readonly seed: number;
}

/** Streams of randomness: one to draw the samples, and from another on one for each fit of a candidate. */
const [drawing, fitting] = [2, 1000];

function prepareSample({ points, compared: some }: Drawn): Sample {
	return {
		points,
		compared: some,
		scatter: totalScatter(points),
		productsWith: rowProducts(points),
		pairs: pairDistances(takeRows(points, some))
	};
}

/** Places of separate samples of equal size, or of overlapping ones where points are few. */
function drawSamples(points: number, random: Random): Int32Array[] {
	const each = Array.from({ length: sampleCount });
	if (points < sampleCount * fitted) {
		const size = Math.min(fitted, Math.max(1, Math.floor(points * overlap)));
		return each.map(() => random.sample(points, size));
	}
	const all = random.sample(points, sampleCount * fitted);
	random.shuffle(all);
	return each.map((_, i) => all.subarray(i * fitted, (i + 1) * fitted));
}

/** Draws the samples that numbers of themes are tried on. */
export function prepareCurve(points: Matrix, seed: number): CurveSetting {
	const random = createRandom(seed, drawing);
	const samples = drawSamples(points.rows, random).map((some) => ({
		points: takeRows(points, some),
		compared: random.sample(some.length, compared)
	}));
	return { samples, seed };
}

const goOn = () => Promise.resolve();

async function cluster({ points, productsWith }: Sample, k: number, random: Random): Promise<Clustering> {
	const restarts = Math.max(1, Math.min(mostRestarts, Math.floor(restartsWork / (points.rows * k))));
	let best: Clustering | undefined;
	for (let restart = 0; restart < restarts; restart++) {
		const seeds = seedCentroids(points, k, random, productsWith);
		const found = await lloyd(points, seeds, { maxIterations: iterations, spherical: true }, goOn);
		if (!best || found.inertia < best.inertia) best = found;
	}
	return best as Clustering;
}

function silhouetteOf({ compared: some, pairs }: Sample, labels: Int32Array, k: number): number {
	return meanSilhouette(
		pairs,
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

export const mean = (values: readonly number[]) =>
	values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * One point of the curve: the themes of each sample, their mean silhouette and variance ratio, and as stability the
 * mean adjusted Rand index between the themes of a sample and those that the next sample's centroids make of it.
 */
async function measure(k: number, { samples, seed }: CurveSetting<Sample>): Promise<Measured> {
	const [silhouettes, parts, variances, agreements]: number[][] = [[], [], [], []] as const;
	const found: Clustering[] = [];
	for (const [place, sample] of samples.entries()) {
		found.push(await cluster(sample, k, createRandom(seed, fitting + samples.length * k + place)));
	}
	for (const [place, sample] of samples.entries()) {
		const { labels, inertia } = found[place] as Clustering;
		const { centroids } = found[(place + 1) % found.length] as Clustering;
		const silhouette = silhouetteOf(sample, labels, k);
		silhouettes.push(silhouette);
		parts.push(silhouette * separationOf(labels, k));
		variances.push(calinskiHarabasz(sample.scatter, inertia, sample.points.rows, k));
		agreements.push(adjustedRand(labels, await nearestCentroids(sample.points, centroids, goOn)));
	}
	return {
		k,
		silhouette: mean(silhouettes),
		parts,
		calinskiHarabasz: mean(variances),
		stability: mean(agreements)
	};
}

const key = 'curve';

/** Gives every thread what candidates are tried on, whose distances it finds by itself; `null` takes it away. */
export const holdCurve: Job<CurveSetting | null, void> = {
	name: 'hold curve',
	run(setting, { memory }) {
		if (setting) memory.set(key, { ...setting, samples: setting.samples.map(prepareSample) });
		else memory.delete(key);
	}
};

/** Measures a candidate number of themes. */
export const measureCandidate: Job<number, Measured> = {
	name: 'measure candidate',
	run: (k, { memory }) => measure(k, memory.get(key) as CurveSetting<Sample>)
};
