import { describe, expect, it } from 'vitest';

import { adjustedRand, vMeasure } from '../../../../src/lib/pipeline/cluster/agreement.ts';

const a = [0, 0, 0, 1, 1, 2, 2, 2, 3, 3, 1, 0];
const b = [1, 1, 0, 0, 0, 2, 2, 1, 3, 3, 0, 1];

describe('adjustedRand', () => {
	it('is that of scikit-learn 1.9.1', () => {
		expect(adjustedRand(a, b)).toBeCloseTo(0.48801128349788436, 12);
	});

	it('is 1 for equal groupings under other names, and 0 where one has a single group', () => {
		expect(adjustedRand([0, 0, 1, 2], [2, 2, 0, 1])).toBe(1);
		expect(adjustedRand([0, 0, 1, 1], [0, 0, 0, 0])).toBe(0);
	});
});

describe('vMeasure', () => {
	it('is that of scikit-learn 1.9.1', () => {
		expect(vMeasure(a, b)).toBeCloseTo(0.7315622998573799, 12);
	});
});
