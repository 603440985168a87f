import { describe, expect, it } from 'vitest';

import { kruskalWallis } from '../../../src/lib/analysis/kruskal-wallis.ts';
import { mannWhitney, magnitudeOfDelta } from '../../../src/lib/analysis/mann-whitney.ts';
import { tally } from '../../../src/lib/analysis/tally.ts';

const sample = (values: readonly number[]) => tally(values.map((value) => ({ value, count: 1 })));
const a = sample([1, 2, 2, 3, 5, 5, 5, 8, 40]);
const b = sample([2, 3, 4, 4, 6, 9, 12]);
const c = sample([1, 1, 1, 2, 2, 7]);

describe('mannWhitney', () => {
	/** scipy 1.17.1: `mannwhitneyu(x, y, method='asymptotic')`; NumPy 2.4.6: mean sign of all differences. */
	it.each([
		['a and b', a, b, 26.5, 0.6313183757629801, -0.15873015873015872],
		['a and c', a, c, 41.5, 0.09170920539655444, 0.5370370370370371],
		['b and c', b, c, 36, 0.03594741188714436, 0.7142857142857143]
	])('of %s', (_, first, second, u, p, delta) => {
		const result = mannWhitney(first, second)!;
		expect(result.u).toBe(u);
		expect(result.p).toBeCloseTo(p, 12);
		expect(result.delta).toBeCloseTo(delta, 14);
	});

	it('only turns its sign when the samples are exchanged', () => {
		const [there, back] = [mannWhitney(a, c)!, mannWhitney(c, a)!];
		expect(back.delta).toBe(-there.delta);
		expect(back.p).toBe(there.p);
		expect(back.u + there.u).toBe(9 * 6);
	});

	it('sees no difference where every value is the same, and nothing without values', () => {
		expect(mannWhitney(sample([3, 3]), sample([3]))).toEqual({ u: 1, p: 1, delta: 0 });
		expect(mannWhitney([], a)).toBeNull();
	});
});

describe('magnitudeOfDelta', () => {
	it('changes at .147, .33 and .474', () => {
		const words = [0, 0.1469, 0.147, -0.3299, 0.33, -0.4739, 0.474, -1].map(magnitudeOfDelta);
		expect(words).toEqual([
			'negligible',
			'negligible',
			'small',
			'small',
			'medium',
			'medium',
			'large',
			'large'
		]);
	});
});

describe('kruskalWallis', () => {
	it('corrects for ties', () => {
		// scipy 1.17.1: kruskal(a, b, c); epsilon-squared is H / (n - 1) by definition
		const result = kruskalWallis([a, b, c])!;
		expect(result.h).toBeCloseTo(5.1371277617675215, 12);
		expect(result.p).toBeCloseTo(0.07664553854647509, 12);
		expect(result).toMatchObject({ degreesOfFreedom: 2, n: 22 });
		expect(result.epsilonSquared).toBeCloseTo(5.1371277617675215 / 21, 12);
	});

	it('reaches epsilon-squared 1 when no ranks are shared', () => {
		const groups = [sample([1, 1, 1]), sample([2, 2, 2])];
		expect(kruskalWallis(groups)!.epsilonSquared).toBeCloseTo(1, 12);
	});

	it('needs two groups and two values', () => {
		expect(kruskalWallis([a, []])).toBeNull();
		expect(kruskalWallis([sample([4]), sample([4, 4])])).toBeNull();
	});
});
