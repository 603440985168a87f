import { checkpoint, type Hooks } from '../dataset/hooks.ts';

import { adjustedRand } from './agreement.ts';
import { lloyd, type Clustering } from './lloyd.ts';
import { takeRows } from './matrix.ts';
import type { CurvePoint, Matrix } from './model.ts';
import { createRandom, type Random } from './random.ts';
import { seedCentroids } from './seeding.ts';
import { calinskiHarabasz, meanSilhouette, pairDistances, totalScatter } from './silhouette.ts';

/** Points that candidates are fitted on, and points whose silhouettes are taken. */
const fitted = 4000;
const compared = 1500;
/** Share of the fitted points in each of the two overlapping subsamples. */
const overlap = 0.8;
const mostThemes = 100;
const iterations = 25;
/** Papers a theme should have on average, at least. */
const leastPapers = 8;

export interface ChosenK {
	readonly k: number;
	readonly curve: readonly CurvePoint[];
}

/** Candidate numbers of themes for a sample: every one up to 8, then steps of about an eighth. */
export function candidates(papers: number): number[] {
	const largest = Math.min(mostThemes, Math.floor(papers / leastPapers));
	const found: number[] = [];
	for (let k = 2; k <= largest; k += Math.max(1, Math.floor(k / 7))) found.push(k);
	return found;
}

interface Setting {
	readonly points: Matrix;
	readonly scatter: number;
	/** Indices of the points whose silhouettes are taken, and their distances. */
	readonly compared: Int32Array;
	readonly distances: Matrix;
	readonly random: Random;
	pause(): Promise<void>;
}

function cluster(points: Matrix, k: number, { random, pause }: Setting): Promise<Clustering> {
	const seeds = seedCentroids(points, k, random);
	return lloyd(points, seeds, { maxIterations: iterations, spherical: true }, () => pause());
}

/** Adjusted Rand index between the clusterings of two overlapping subsamples, over what they share. */
async function stability(k: number, setting: Setting): Promise<number> {
	const { points, random } = setting;
	const clusterOf: Int32Array[] = [];
	for (let fit = 0; fit < 2; fit++) {
		const part = random.sample(points.rows, Math.floor(points.rows * overlap));
		const { labels } = await cluster(takeRows(points, part), k, setting);
		const all = new Int32Array(points.rows).fill(-1);
		part.forEach((point, i) => (all[point] = labels[i] as number));
		clusterOf.push(all);
	}
	const [a, b] = clusterOf as [Int32Array, Int32Array];
	const shared = Array.from(a.keys()).filter((i) => (a[i] as number) >= 0 && (b[i] as number) >= 0);
	return adjustedRand(
		shared.map((i) => a[i] as number),
		shared.map((i) => b[i] as number)
	);
}

async function measure(k: number, setting: Setting): Promise<Omit<CurvePoint, 'chosen'>> {
	const { labels, inertia } = await cluster(setting.points, k, setting);
	const sampled = Array.from(setting.compared, (point) => labels[point] as number);
	return {
		k,
		silhouette: meanSilhouette(setting.distances, sampled, k),
		calinskiHarabasz: calinskiHarabasz(setting.scatter, inertia, setting.points.rows, k),
		stability: await stability(k, setting)
	};
}

/** The fewest themes whose silhouette comes close to the best. */
function pick(curve: readonly Omit<CurvePoint, 'chosen'>[]): number {
	const best = Math.max(...curve.map(({ silhouette }) => silhouette));
	return curve.find(({ silhouette }) => silhouette >= 0.9 * best)?.k ?? 1;
}

/** Fits every candidate on a part of the points and proposes a number of themes from the curve. */
export async function chooseK(points: Matrix, seed: number, hooks: Hooks = {}): Promise<ChosenK> {
	const random = createRandom(seed, 2);
	const sample = takeRows(points, random.sample(points.rows, fitted));
	const some = random.sample(sample.rows, compared);
	const ks = candidates(sample.rows);
	let done = 0;
	const setting: Setting = {
		points: sample,
		scatter: totalScatter(sample),
		compared: some,
		distances: pairDistances(takeRows(sample, some)),
		random,
		pause: () => checkpoint(hooks, { stage: 'choose', done, total: ks.length })
	};
	const measured: Omit<CurvePoint, 'chosen'>[] = [];
	for (const k of ks) {
		measured.push(await measure(k, setting));
		done++;
		await setting.pause();
	}
	const k = pick(measured);
	return { k, curve: measured.map((point) => ({ ...point, chosen: point.k === k })) };
}
