import { describe, expect, it } from 'vitest';

import { effectiveSampleRatio } from '../../../src/lib/analysis/hamed-rao.ts';
import { mannKendall } from '../../../src/lib/analysis/mann-kendall.ts';
import { medianSlope, senSlope } from '../../../src/lib/analysis/sen-slope.ts';

const series = (values: readonly number[], times: readonly number[] = values.map((_, place) => place)) => ({
	times,
	values
});

/** Fifteen values without significant autocorrelation, and twelve with ties (NumPy 2.4.6, default_rng(3)). */
const plain = [
	0.317, 0.204, 0.24, 0.227, 0.219, 0.223, 0.137, 0.141, 0.113, 0.294, 0.32, 0.317, 0.318, 0.3, 0.262
];
const tied = [0.19, 0.09, 0.15, 0.15, 0.09, 0.05, 0.2, 0.09, 0.1, 0.18, 0.14, 0.12];
/** An autoregressive series of order 1 (0.9) with a trend (default_rng(5)): ranks depend on earlier ones. */
const dependent = [
	0.3, 0.288, 0.2671, 0.2702, 0.2868, 0.3164, 0.323, 0.316, 0.3055, 0.3272, 0.3647, 0.3717, 0.3483, 0.3331,
	0.371, 0.3775, 0.3451, 0.3494, 0.332, 0.3274
];
/** A trend with noise (default_rng(3)): a negative autocorrelation would narrow the variance. */
const rising = [
	0.0946, 0.0991, 0.128, 0.0943, 0.1102, 0.1377, 0.1356, 0.1298, 0.1454, 0.0794, 0.1604, 0.1248, 0.1146,
	0.1575, 0.17, 0.1511, 0.1425, 0.1685, 0.1709, 0.2041, 0.1949, 0.1879, 0.2102, 0.1879
];

function permutations(values: readonly number[]): number[][] {
	if (values.length < 2) return [[...values]];
	return values.flatMap((first, place) =>
		permutations(values.filter((_, other) => other !== place)).map((rest) => [first, ...rest])
	);
}

function score(values: readonly number[]): number {
	return values.reduce(
		(sum, value, later) =>
			sum + values.slice(0, later).reduce((all, earlier) => all + Math.sign(value - earlier), 0),
		0
	);
}

describe('mannKendall below ten observations', () => {
	/** p of all permutations, Python 3.11 `itertools`; where nothing is tied, scipy 1.17.1 `kendalltau(method='exact')` agrees. */
	it.each([
		[[1, 2, 3, 4], 6, 0.08333333333333333],
		[[1, 2, 3, 4, 5], 10, 0.016666666666666666],
		[[3, 1, 4, 2, 5, 6, 7], 15, 0.03015873015873016],
		[[2, 1, 2, 3, 3, 5, 3], 13, 0.05238095238095238],
		[[0, 0, 0, 1, 2, 2, 4], 17, 0.004761904761904762],
		[[5, 4, 4, 3, 3, 1, 2], -17, 0.007936507936507936]
	])('of %j', (values, s, p) => {
		const result = mannKendall(series(values));
		expect(result).toMatchObject({ s, method: 'exact', n: values.length });
		expect(result.p).toBeCloseTo(p, 14);
	});

	it('counts every order of the values once, ties included', () => {
		for (const values of [[1, 1, 2, 2, 2, 3], [0, 0, 0, 0, 1], [4, 2, 2, 7, 1, 7], [1]]) {
			const scores = permutations(values).map(score);
			const share = (least: number) => scores.filter((s) => Math.abs(s) >= least).length / scores.length;
			const { s, p, critical } = mannKendall(series(values));
			expect(p).toBeCloseTo(share(Math.abs(s)), 14);
			const significant = scores.map(Math.abs).filter((size) => share(size) <= 0.05);
			expect(critical).toBe(significant.length > 0 ? Math.min(...significant) : Infinity);
		}
	});

	it('is exact up to nine', () => {
		// scipy 1.17.1: kendalltau(method='exact')
		const nine = mannKendall(series([2, 1, 4, 3, 6, 5, 8, 7, 9]));
		expect(nine).toMatchObject({ s: 28, method: 'exact' });
		expect(nine.p).toBeCloseTo(0.0024250440917107582, 14);
		expect(mannKendall(series([2, 1, 4, 3, 6, 5, 8, 7, 10, 9])).method).not.toBe('exact');
	});

	it('has no significant score with four observations', () => {
		expect(mannKendall(series([1, 2, 3, 4])).critical).toBe(Infinity);
		expect(mannKendall(series([1, 2, 3, 4, 5])).critical).toBe(10);
	});

	it('finds nothing where nothing varies', () => {
		expect(mannKendall(series([0, 0, 0, 0, 0, 0]))).toEqual({
			s: 0,
			p: 1,
			method: 'exact',
			critical: Infinity,
			n: 6
		});
	});
});

describe('mannKendall from ten observations on', () => {
	/**
	 * pymannkendall 1.4.3: `original_test` and, for the dependent series, `hamed_rao_modification_test`. For the
	 * rising one that test has a ratio of 0.847 and p 7.0e-7; without narrowing it is scipy 1.17.1's
	 * 2 norm.sf(184 / sqrt(1624.33)).
	 */
	it.each([
		['plain', plain, 18, 0.39961229623182826, 'normal'],
		['tied', tied, -2, 0.9447209573441271, 'normal'],
		['dependent', dependent, 102, 0.009752102801402929, 'hamed-rao'],
		['rising', rising, 185, 4.985075772506374e-6, 'normal']
	] as const)('of the %s series', (_, values, s, p, method) => {
		const result = mannKendall(series(values));
		expect(result).toMatchObject({ s, method });
		expect(result.p / p).toBeCloseTo(1, 9);
	});

	it('rejects scores from 1.96 standard deviations and the continuity correction on', () => {
		expect(mannKendall(series(plain)).critical).toBeCloseTo(
			1 + 1.959963984540054 * Math.sqrt(407.3333333333333),
			10
		);
	});

	it('widens the variance as pymannkendall 1.4.3 does, and never narrows it', () => {
		expect(effectiveSampleRatio(series(dependent))).toBeCloseTo(1.6075590291518267, 12);
		expect(effectiveSampleRatio(series(rising))).toBe(1);
		expect(effectiveSampleRatio(series(plain))).toBe(1);
	});

	it('measures lags in periods, so that a gap is not a short step', () => {
		const gaps = dependent.map((_, place) => place * 3);
		const spread = effectiveSampleRatio(series(dependent, gaps));
		expect(spread).not.toBe(effectiveSampleRatio(series(dependent)));
	});

	it('finds nothing where nothing varies', () => {
		const flat = Array.from({ length: 14 }, () => 0.2);
		expect(mannKendall(series(flat))).toMatchObject({ s: 0, p: 1, critical: Infinity });
	});
});

describe('senSlope', () => {
	/** scipy 1.17.1: `theilslopes(values, times, 0.95)`. */
	it.each([
		['plain', plain, undefined, [0.0043, -0.0085, 0.0113]],
		['tied', tied, undefined, [0, -0.013333333333333336, 0.01]],
		[
			'gapped',
			[0.19, 0.094, 0.158, 0.17, 0.114, 0.086, 0.24, 0.134, 0.148, 0.24, 0.204, 0.188],
			[0, 1, 2, 5, 6, 9, 10, 11, 12, 15, 16, 17],
			[0.004, -0.004, 0.01025]
		]
	] as const)('of the %s series', (_, values, times, [slope, lower, upper]) => {
		const data = series(values, times);
		const result = senSlope(data, mannKendall(data).critical);
		expect(result.slope).toBeCloseTo(slope, 14);
		expect(result.interval!.lower).toBeCloseTo(lower, 14);
		expect(result.interval!.upper).toBeCloseTo(upper, 14);
	});

	it('holds 0 just when the exact test finds no trend', () => {
		for (const values of permutations([1, 2, 4, 8, 16, 32]).filter((_, place) => place % 7 === 0)) {
			const data = series(values);
			const test = mannKendall(data);
			const { interval } = senSlope(data, test.critical);
			expect(interval!.lower > 0 || interval!.upper < 0).toBe(test.p <= 0.05);
		}
	});

	it('has no interval where no score is significant', () => {
		const data = series([1, 2, 3, 4]);
		expect(senSlope(data, mannKendall(data).critical)).toEqual({ slope: 1, interval: null });
		expect(medianSlope(series([7]))).toBe(0);
	});
});
