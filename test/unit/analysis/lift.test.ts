import { describe, expect, it } from 'vitest';

import { liftedTerms, liftOf } from '../../../src/lib/analysis/lift.ts';

describe('how much more often something holds in one group', () => {
	it('agrees with scipy.stats.contingency.relative_risk (SciPy 1.14, the example of its documentation)', () => {
		const { lift, atLeast } = liftOf(27, 122, 44, 487);
		expect(lift).toBeCloseTo(2.4495156482861398, 12);
		expect(atLeast).toBeCloseTo(1.5836990926700116, 12);
	});

	it('adds halves where it holds nowhere in one group (7.5 of 40.5 against .5 of 960.5)', () => {
		const { lift, atLeast } = liftOf(7, 40, 0, 960);
		expect(lift).toBeCloseTo(355.7407407407407, 9);
		expect(atLeast).toBeCloseTo(20.67259916843347, 9);
	});

	it('is one where the shares are the same', () => {
		expect(liftOf(10, 50, 100, 500).lift).toBeCloseTo(1, 12);
	});
});

describe('terms by lift', () => {
	const sizes = { inside: 100, rest: 1000 };
	const terms = [
		{ term: 'usual', inside: 60, rest: 590 },
		{ term: 'often', inside: 60, rest: 100 },
		{ term: 'sure', inside: 40, rest: 5 },
		{ term: 'rare', inside: 3, rest: 9 },
		{ term: 'seldom', inside: 5, rest: 400 }
	];

	it('come by what their lift is at least, and leave out what chance may give', () => {
		expect(liftedTerms(terms, sizes, 10).map(({ term }) => term)).toEqual(['sure', 'often']);
		expect(liftedTerms(terms, sizes, 1).map(({ term }) => term)).toEqual(['sure']);
	});

	it('are none where there is nothing to compare with', () => {
		expect(liftedTerms(terms, { inside: 100, rest: 0 }, 10)).toEqual([]);
		expect(liftedTerms([], sizes, 10)).toEqual([]);
	});
});
