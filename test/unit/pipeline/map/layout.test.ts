import { describe, expect, it } from 'vitest';

import { affinities } from '../../../../src/lib/pipeline/map/layout-affinities.ts';
import { embed } from '../../../../src/lib/pipeline/map/layout-embed.ts';
import { formulaPoints } from '../../../support/points.ts';
import { trustworthiness } from '../../../bench/trustworthiness.ts';

const points = formulaPoints();
const pause = () => Promise.resolve();

describe('affinities', () => {
	it('are those of scikit-learn 1.9.1 (_joint_probabilities, perplexity 19) where all others are neighbours', async () => {
		const { first, second, affinity } = await affinities(points, 59 / 3, pause);
		expect(affinity.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0.5, 12);
		const of = (i: number, j: number) =>
			affinity[first.findIndex((a, pair) => a === i && second[pair] === j)] as number;
		const expected = [
			[1, 0, 1.6672058648928025e-5],
			[4, 0, 0.0012761158727583285],
			[17, 5, 0.0008009921785644919],
			[40, 36, 0.001526679029761258],
			[59, 58, 1.3403695371707263e-5]
		] as const;
		for (const [i, j, value] of expected) expect(of(i, j)).toBeCloseTo(value, 6);
	});

	it('are kept for three neighbours for each unit of perplexity, and their pairs', async () => {
		const { affinity } = await affinities(points, 5, pause);
		expect(affinity.length).toBeGreaterThanOrEqual((60 * 15) / 2);
		expect(affinity.length).toBeLessThan(60 * 15);
	});
});

describe('embed', () => {
	it('keeps neighbours together, and gives the same bits each time', async () => {
		const [once, again] = [await embed(points, pause), await embed(points, pause)];
		expect(again).toEqual(once);
		expect(trustworthiness(points, { rows: 60, columns: 2, data: once }, 7)).toBeGreaterThan(0.85);
	});
});
