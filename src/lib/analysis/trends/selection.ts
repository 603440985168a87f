import { exp, log } from '../../base/math.ts';
import { twoSidedNormal } from '../tails.ts';
import { dot, lastSlopeDirection } from './logit-fit.ts';
import { thresholds } from './thresholds.ts';

/** How much there is to choose from where the place of a joinpoint is chosen by what it shows. */
export interface Choice {
	/** Places to choose from, and none. */
	places: number;
	/** How far the tests of neighbouring places are apart, in radians, summed over places: 0 if they all were one. */
	length: number;
}

/**
 * The choice among last joinpoints for the test of the slope since. Each such test is a direction in the space of
 * the observations, and the path of directions over the places has a length.
 *
 * @param weights independent papers that each observation counts as
 */
export function choiceOf(times: readonly number[], weights: readonly number[]): Choice {
	const { segment } = thresholds.joinpoints;
	const lasts = times.slice(segment - 1, times.length - segment);
	const directions = [
		lastSlopeDirection(times, weights, []),
		...lasts.map((last) => lastSlopeDirection(times, weights, [last]))
	];
	const angles = directions.slice(1).map((one, before) => angle(one, directions[before]!));
	return { places: directions.length, length: angles.reduce((sum, each) => sum + each, 0) };
}

/** Chord into arc: twice the arc sine of half the chord, by as many terms as the largest angle needs. */
function angle(one: readonly number[], other: readonly number[]): number {
	const apart = one.map((value, i) => value - other[i]!);
	const half = Math.sqrt(dot(apart, apart)) / 2;
	let [term, sum] = [Math.min(1, half), 0];
	for (let n = 0; n < 60; n++) {
		sum += term / (2 * n + 1);
		term *= (half * half * (2 * n + 1)) / (2 * n + 2);
	}
	return 2 * sum;
}

/**
 * A two-sided p for which the joinpoint was chosen by what it shows, paid for: the largest of many statistics along a
 * path exceeds z at most with the probability that one does, and length / pi times exp(-z^2 / 2) (Davies 1987), or
 * with as many times that of one as there are places (Bonferroni).
 */
export function paidFor(p: number, { places, length }: Choice): number {
	if (!(p > 0)) return p;
	const z = normalBeyond(p);
	return Math.min(1, places * p, p + (length / Math.PI) * exp((-z * z) / 2));
}

/** The z that a normal value is as far from 0 as with probability p, by Newton's method on the logarithm. */
function normalBeyond(p: number): number {
	if (p >= 1) return 0;
	let z = Math.sqrt(-2 * log(p));
	for (let step = 0; step < 6; step++) {
		const tail = twoSidedNormal(z);
		if (!(tail > 0)) break;
		const slope = (-2 * exp((-z * z) / 2)) / (Math.sqrt(2 * Math.PI) * tail);
		z = Math.max(0, z - (log(tail) - log(p)) / slope);
	}
	return z;
}
