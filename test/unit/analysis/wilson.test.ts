import { describe, expect, it } from 'vitest';

import { wilson, shareIntervals } from '../../../src/lib/analysis/wilson.ts';

/** scipy 1.17.1: `binomtest(part, whole).proportion_ci(0.95, 'wilson')`. */
const reference = [
	[0, 10, 0, 0.27753279986288926],
	[1, 10, 0.017876213095072896, 0.4041500267952385],
	[7, 25, 0.14283853850956568, 0.4757660519036158],
	[43, 612, 0.052578722338295046, 0.09330534820274333],
	[1000, 1000, 0.9961732415144449, 1],
	[3, 9868, 0.00010339710985136745, 0.0008935251828887149]
] as const;

describe('wilson', () => {
	it.each(reference)('%i of %i papers', (part, whole, lower, upper) => {
		const interval = wilson(part, whole)!;
		expect(interval.lower).toBeCloseTo(lower, 12);
		expect(interval.upper).toBeCloseTo(upper, 12);
	});

	it('takes another level of confidence', () => {
		// scipy 1.17.1, confidence 0.90
		const interval = wilson(7, 25, 1.6448536269514722)!;
		expect(interval.lower).toBeCloseTo(0.1595383619520701, 12);
		expect(interval.upper).toBeCloseTo(0.4434291806905924, 12);
	});

	it('is nothing without papers', () => {
		expect(wilson(0, 0)).toBeNull();
	});
});

describe('shareIntervals', () => {
	it('has one for each theme and period, none where there are no papers', () => {
		const intervals = shareIntervals(
			[
				{ id: 4, counts: [7, 0, 0] },
				{ id: 9, counts: [18, 0, 10] }
			],
			[{ papers: 25 }, { papers: 0 }, { papers: 10 }]
		);
		expect([...intervals.keys()]).toEqual([4, 9]);
		expect(intervals.get(4)![0]!.low).toBeCloseTo(0.14283853850956568, 12);
		expect(intervals.get(4)![0]!.high).toBeCloseTo(0.4757660519036158, 12);
		expect(intervals.get(4)![1]).toBeNull();
		expect(intervals.get(4)![2]!.high).toBeCloseTo(0.27753279986288926, 12);
		expect(intervals.get(9)![2]!.high).toBe(1);
	});
});
