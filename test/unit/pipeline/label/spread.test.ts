import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { Spread } from '../../../../src/lib/pipeline/label/spread.ts';

function unevenness(sizes: readonly number[], counts: readonly number[]): number {
	const spread = new Spread(sizes);
	const total = counts.reduce((sum, count) => sum + count, 0);
	return spread.unevenness(
		counts.reduce((sum, count, group) => sum + spread.term(count, total, group), 0),
		total
	);
}

describe('Spread', () => {
	it('is 0 for things spread as their groups are, and high for those in one group', () => {
		expect(unevenness([100, 200, 300], [10, 20, 30])).toBe(0);
		// All 90 in a group that holds a third: ln 3 each, less (groups - 1) / 2 in all, over the entropy ln 3.
		expect(unevenness([100, 100, 100], [90, 0, 0])).toBeCloseTo(1 - 1 / 90 / Math.log(3), 12);
	});

	it('finds nothing, on average, in what chance did, however rare it is', () => {
		const random = createRandom(3);
		const groups = 12;
		for (const total of [3, 8, 30, 200]) {
			const spread = new Spread(Array.from({ length: groups }, () => 50));
			let mean = 0;
			const repeats = 2000;
			for (let i = 0; i < repeats; i++) {
				const counts = new Array<number>(groups).fill(0);
				for (let n = 0; n < total; n++) counts[random.integer(groups)]! += 1;
				const sum = counts.reduce((all, count, group) => all + spread.term(count, total, group), 0);
				mean += sum / repeats;
			}
			// The expectation under chance lies at the edge of what counts: a little more is uneven, a little less is not.
			expect(spread.unevenness(mean * 0.85, total)).toBe(0);
			expect(spread.unevenness(mean * 1.15, total)).toBeGreaterThan(0);
		}
	});

	it('says nothing of a single group or of no thing', () => {
		expect(unevenness([5], [3])).toBe(0);
		expect(unevenness([5, 5], [0, 0])).toBe(0);
	});

	it('copes with empty groups', () => {
		expect(unevenness([100, 0, 100], [40, 0, 0])).toBeGreaterThan(0.9);
	});
});
