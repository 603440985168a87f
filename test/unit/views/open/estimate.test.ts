import { describe, expect, it } from 'vitest';

import { stages, type StageProgress } from '../../../../src/lib/source/hooks.ts';
import { Estimate, leftWords } from '../../../../src/lib/views/parts/opening/estimate.ts';

const at = (stage: StageProgress['stage'], done: number, total: number | null): StageProgress => ({
	stage,
	done,
	total
});

function noted(...reports: StageProgress[]): Estimate {
	const estimate = new Estimate();
	for (const report of reports) estimate.note(report);
	return estimate;
}

describe('the estimate of a build', () => {
	it('says nothing while nobody knows how many papers there are', () => {
		const estimate = noted(at('read', 512, null));
		expect(estimate.share).toBeNull();
		expect(estimate.left(10)).toBeNull();
	});

	it('goes from nothing to all, and never back', () => {
		const estimate = noted(at('read', 0, 4000));
		let before = 0;
		for (const stage of stages) {
			for (const done of [0, 50, 100]) {
				estimate.note(stage === 'read' ? at('read', done * 40, 4000) : at(stage, done, 100));
				const share = estimate.share ?? NaN;
				expect(share).toBeGreaterThanOrEqual(before);
				before = share;
			}
		}
		expect(before).toBeCloseTo(1, 10);
	});

	it('does not take the second reading, while papers are assigned, for the first', () => {
		const estimate = noted(at('read', 4000, 4000), at('assign', 2000, 4000));
		const { share } = estimate;
		estimate.note(at('read', 256, 4000));
		expect(estimate.stage).toBe('assign');
		expect(estimate.share).toBe(share);
	});

	it('takes the rest to go on as what is done', () => {
		const estimate = noted(at('read', 4000, 4000), at('layout', 0, 1));
		const share = estimate.share ?? NaN;
		expect(share).toBeGreaterThan(0.1);
		expect(estimate.left(30)).toBeCloseTo(30 / share - 30, 10);
	});
});

it.each([
	[null, ''],
	[2, 'a few seconds left'],
	[18.2, 'about 20 seconds left'],
	[58, 'about a minute left'],
	[61, 'about a minute left'],
	[100, 'about 2 minutes left'],
	[290, 'about 5 minutes left']
])('%s seconds are in words "%s"', (seconds, words) => {
	expect(leftWords(seconds)).toBe(words);
});
