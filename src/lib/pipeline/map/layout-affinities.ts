import { exp, log } from '../../base/math.ts';

import { distancesFrom, pairDistances } from '../cluster/silhouette.ts';
import type { Matrix } from '../model.ts';

/** Steps of the bisection that finds a point's bandwidth. */
const steps = 50;
/** Points between two pauses: some tens of milliseconds for a thousand of them. */
const rowsPerPause = 100;
/** Difference of entropies, in nats, that is close enough. */
const tolerance = 1e-4;
/** Neighbours of a point for each unit of perplexity; those beyond have next to no affinity (van der Maaten 2014). */
const neighboursPerPerplexity = 3;

/** Pairs of points that attract each other. */
export interface Affinities {
	/** The two points of each pair. */
	readonly first: Int32Array;
	readonly second: Int32Array;
	/** Symmetric affinity, (p(j|i) + p(i|j)) / 2n: summing to 1/2 over the pairs. */
	readonly affinity: Float64Array;
}

/** Indices of the points nearest to another one, ascending; of those equally far the first. */
function nearestOf(distances: Float64Array, i: number, count: number): Int32Array {
	const others = distances.slice();
	others[i] = Infinity;
	const farthest = others.slice().sort()[count - 1] as number;
	const found = new Int32Array(count);
	let size = 0;
	for (let j = 0; j < others.length; j++) if ((others[j] as number) < farthest) found[size++] = j;
	for (let j = 0; size < count; j++) if (others[j] === farthest) found[size++] = j;
	return found;
}

/** Fills `weights` with p(j|i) over the nearest points for a precision, and gives its entropy in nats. */
function conditional(squared: Float64Array, weights: Float64Array, precision: number): number {
	const least = squared.reduce((low, value) => Math.min(low, value), Infinity);
	let total = 0;
	let mean = 0;
	for (let at = 0; at < squared.length; at++) {
		const exponent = precision * ((squared[at] as number) - least);
		const weight = exp(-exponent);
		weights[at] = weight;
		total += weight;
		mean += weight * exponent;
	}
	for (let at = 0; at < weights.length; at++) weights[at] = (weights[at] as number) / total;
	return log(total) + mean / total;
}

/** Finds by bisection the bandwidth at which the weights have the wanted entropy. */
function fitBandwidth(squared: Float64Array, weights: Float64Array, wanted: number): void {
	let [low, high, precision] = [0, Infinity, 1];
	for (let step = 0; step < steps; step++) {
		const entropy = conditional(squared, weights, precision);
		if (Math.abs(entropy - wanted) < tolerance) break;
		if (entropy > wanted) low = precision;
		else high = precision;
		precision = high === Infinity ? precision * 2 : (low + high) / 2;
	}
}

/** Keeps the pairs that have any affinity. */
function pairsOf(joint: Float64Array, n: number): Affinities {
	const [first, second, affinity]: [number[], number[], number[]] = [[], [], []];
	for (let i = 0; i < n; i++) {
		for (let j = 0; j < i; j++) {
			const value = (joint[i * n + j] as number) + (joint[j * n + i] as number);
			if (value === 0) continue;
			first.push(i);
			second.push(j);
			affinity.push(value);
		}
	}
	return {
		first: Int32Array.from(first),
		second: Int32Array.from(second),
		affinity: Float64Array.from(affinity)
	};
}

/**
 * Symmetric affinities of t-SNE, with each point's bandwidth found by bisection so that its distribution over its
 * nearest neighbours has the given perplexity (van der Maaten and Hinton 2008, section 2).
 * @param points at least 3
 * @param pause called between chunks of work
 */
export async function affinities(
	points: Matrix,
	perplexity: number,
	pause: () => Promise<void>
): Promise<Affinities> {
	const n = points.rows;
	const pairs = pairDistances(points);
	await pause();
	const count = Math.min(n - 1, Math.ceil(neighboursPerPerplexity * perplexity));
	const joint = new Float64Array(n * n);
	const weights = new Float64Array(count);
	for (let i = 0; i < n; i++) {
		if (i % rowsPerPause === 0) await pause();
		const row = distancesFrom(pairs, i);
		const near = nearestOf(row, i, count);
		const squared = Float64Array.from(near, (j) => (row[j] as number) * (row[j] as number));
		fitBandwidth(squared, weights, log(perplexity));
		near.forEach((j, at) => (joint[i * n + j] = (weights[at] as number) / (2 * n)));
	}
	return pairsOf(joint, n);
}
