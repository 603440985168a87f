import { exp, log } from '../base/math.ts';

/** Tail probabilities, relative error below 1e-10 wherever they do not underflow. */

const halfLogTwoPi = 0.9189385332046727;
/** B(2k) / (2k (2k - 1)), the coefficients of Stirling's series. */
const stirling = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188];
/** From here the terms left out of Stirling's series are below the last bits. */
const stirlingFrom = 15;
const tiny = 1e-300;
const precision = 1e-16;
const mostTerms = 100_000;

/** Natural logarithm of the gamma function of x > 0 (Abramowitz and Stegun 1964, 6.1.41 after 6.1.15). */
export function logGamma(x: number): number {
	let shift = 1;
	let at = x;
	for (; at < stirlingFrom; at++) shift *= at;
	const inverseSquare = 1 / (at * at);
	const series = stirling.reduceRight((sum, coefficient) => sum * inverseSquare + coefficient, 0) / at;
	return (at - 0.5) * log(at) - at + halfLogTwoPi + series - log(shift);
}

/** Lower regularised incomplete gamma function by its series (6.5.29), for x below about a + 1. */
function lowerSeries(a: number, x: number): number {
	let term = 1 / a;
	let sum = term;
	for (let n = 1; n < mostTerms && term > sum * precision; n++) {
		term *= x / (a + n);
		sum += term;
	}
	return sum;
}

/** Upper one by its continued fraction (6.5.31), evaluated after Lentz, for x above about a + 1. */
function upperFraction(a: number, x: number): number {
	let b = x + 1 - a;
	let c = 1 / tiny;
	let d = 1 / b;
	let fraction = d;
	for (let n = 1; n < mostTerms; n++) {
		const numerator = -n * (n - a);
		b += 2;
		d = 1 / nonZero(numerator * d + b);
		c = nonZero(b + numerator / c);
		fraction *= d * c;
		if (Math.abs(d * c - 1) < precision * 4) break;
	}
	return fraction;
}

function nonZero(value: number): number {
	return Math.abs(value) < tiny ? tiny : value;
}

/** Upper regularised incomplete gamma function Q(a, x), for a > 0 and x >= 0. */
function upperGamma(a: number, x: number): number {
	if (x === 0) return 1;
	const scale = exp(a * log(x) - x - logGamma(a));
	return x < a + 1 ? 1 - scale * lowerSeries(a, x) : scale * upperFraction(a, x);
}

/** Probability that chi-square with so many degrees of freedom is at least `statistic`. */
export function chiSquareTail(statistic: number, degreesOfFreedom: number): number {
	if (!(statistic > 0)) return 1;
	return upperGamma(degreesOfFreedom / 2, statistic / 2);
}

/** Probability that a standard normal value is at least as far from 0 as `z`: the two-sided p. */
export function twoSidedNormal(z: number): number {
	return chiSquareTail(z * z, 1);
}

/** Upper part of the incomplete beta function by its continued fraction (26.5.8), for x below about a / (a + b). */
function betaFraction(a: number, b: number, x: number): number {
	let c = 1;
	let d = 1 / nonZero(1 - ((a + b) * x) / (a + 1));
	let fraction = d;
	for (let n = 1; n < mostTerms; n++) {
		const even = (n * (b - n) * x) / ((a + 2 * n - 1) * (a + 2 * n));
		const odd = (-(a + n) * (a + b + n) * x) / ((a + 2 * n) * (a + 2 * n + 1));
		let change = 1;
		for (const numerator of [even, odd]) {
			d = 1 / nonZero(1 + numerator * d);
			c = nonZero(1 + numerator / c);
			change = c * d;
			fraction *= change;
		}
		if (Math.abs(change - 1) < precision * 4) break;
	}
	return fraction;
}

/** Regularised incomplete beta function I_x(a, b), given the complement of x without loss. */
function incompleteBeta(a: number, b: number, x: number, rest: number): number {
	if (x <= 0) return 0;
	if (rest <= 0) return 1;
	const scale = exp(a * log(x) + b * log(rest) + logGamma(a + b) - logGamma(a) - logGamma(b));
	return x < (a + 1) / (a + b + 2)
		? (scale * betaFraction(a, b, x)) / a
		: 1 - (scale * betaFraction(b, a, rest)) / b;
}

/** Probability that Student's t is at least as far from 0 as `t`: the two-sided p. */
export function twoSidedStudent(t: number, degreesOfFreedom: number): number {
	const square = t * t;
	const whole = degreesOfFreedom + square;
	return incompleteBeta(degreesOfFreedom / 2, 0.5, degreesOfFreedom / whole, square / whole);
}

/** The t that Student's t is as far from 0 as with probability `p`, 0 < p < 1, by halving. */
export function studentQuantile(p: number, degreesOfFreedom: number): number {
	let [low, high] = [0, 1];
	while (twoSidedStudent(high, degreesOfFreedom) > p) high *= 2;
	for (let middle = high / 2; middle > low && middle < high; middle = (low + high) / 2) {
		if (twoSidedStudent(middle, degreesOfFreedom) > p) low = middle;
		else high = middle;
	}
	return high;
}

const quantiles = new Map<number, number>();

/** The t beyond which, on either side, 5 % lie; kept, since the same few degrees of freedom are asked for again. */
export function student95(degreesOfFreedom: number): number {
	const known = quantiles.get(degreesOfFreedom) ?? studentQuantile(0.05, degreesOfFreedom);
	quantiles.set(degreesOfFreedom, known);
	return known;
}
