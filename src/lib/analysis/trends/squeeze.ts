import { log, exp } from '../../base/math.ts';

/** A variance as it was estimated, with its degrees of freedom. */
export interface Variance {
	readonly value: number;
	readonly freedom: number;
}

/** Things below which what all show is not known; the calibration has no fewer. */
const fewest = 5;
/** Below this part of the median a variance is an accident of few residuals. */
const least = 1e-5;

/**
 * Variances of many like things, each drawn towards what all of them show, and worth the more degrees of freedom the
 * more they are alike: empirical Bayes with a scaled inverse chi-square prior, its parameters from the moments of
 * log variances (Smyth 2004, `squeezeVar` of limma). No more degrees of freedom than all have together.
 */
export function squeezed(variances: readonly Variance[]): Variance[] {
	const together = variances.reduce((sum, { freedom }) => sum + freedom, 0);
	const prior = variances.length >= fewest ? priorOf(variances) : null;
	if (!prior) return [...variances];
	return variances.map(({ value, freedom }) => {
		const borrowed = Math.min(prior.freedom, Number.MAX_SAFE_INTEGER);
		return {
			value: (borrowed * prior.value + freedom * value) / (borrowed + freedom),
			freedom: Math.min(together, borrowed + freedom)
		};
	});
}

function priorOf(variances: readonly Variance[]): Variance | null {
	const ordered = variances.map(({ value }) => value).sort((a, b) => a - b);
	const median = ordered[ordered.length >> 1]!;
	if (!(median > 0)) return null;
	const logs = variances.map(({ value, freedom }) => {
		const half = freedom / 2;
		return log(Math.max(value, least * median)) - digamma(half) + log(half);
	});
	const mean = meanOf(logs);
	const spread = logs.reduce((sum, value) => sum + (value - mean) * (value - mean), 0) / (logs.length - 1);
	const excess = spread - meanOf(variances.map(({ freedom }) => trigamma(freedom / 2)));
	if (!(excess > 0)) return { value: exp(mean), freedom: Infinity };
	const half = inverseTrigamma(excess);
	return { value: exp(mean + digamma(half) - log(half)), freedom: 2 * half };
}

const meanOf = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** From here on the asymptotic series hold to the last bits but a few. */
const seriesFrom = 12;

/** Derivative of the logarithm of the gamma function, x > 0 (Abramowitz and Stegun 1964, 6.3.18 after 6.3.5). */
export function digamma(x: number): number {
	let shift = 0;
	for (; x < seriesFrom; x++) shift += 1 / x;
	const y = 1 / (x * x);
	const series =
		y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - (y * 691) / 32760)))));
	return log(x) - 0.5 / x - series - shift;
}

/** Its derivative (6.4.12 after 6.4.6). */
export function trigamma(x: number): number {
	let shift = 0;
	for (; x < seriesFrom; x++) shift += 1 / (x * x);
	const y = 1 / (x * x);
	const series = y * (1 / 6 - y * (1 / 30 - y * (1 / 42 - y * (1 / 30 - y * (5 / 66 - (y * 691) / 2730)))));
	return shift + (1 + 0.5 / x + series) / x;
}

/** The x > 0 with this trigamma, which falls all the way, by halving. */
export function inverseTrigamma(value: number): number {
	let [low, high] = [1, 1];
	while (trigamma(low) < value) low /= 2;
	while (trigamma(high) > value) high *= 2;
	for (let middle = (low + high) / 2; middle > low && middle < high; middle = (low + high) / 2) {
		if (trigamma(middle) > value) low = middle;
		else high = middle;
	}
	return low;
}
