import { describe, expect, it } from 'vitest';

import { trendFindings } from '../../../src/lib/analysis/trends/findings.ts';
import { wideningOf } from '../../../src/lib/analysis/trends/kind-models.ts';
import { dot, lastSlopeDirection } from '../../../src/lib/analysis/trends/logit-fit.ts';
import { choiceOf, paidFor } from '../../../src/lib/analysis/trends/selection.ts';
import { digamma, inverseTrigamma, squeezed, trigamma } from '../../../src/lib/analysis/trends/squeeze.ts';
import { twoSidedNormal } from '../../../src/lib/analysis/tails.ts';
import { createRandom } from '../../../src/lib/pipeline/random.ts';
import { drawCounts } from '../../support/drawn-trends.ts';
import { yearly } from '../../support/yearly-trends.ts';

const range = (length: number) => Array.from({ length }, (_, i) => i);

describe('variances of many kinds', () => {
	it('are drawn towards what all show, as squeezeVar of limma 3.54.1 draws them', () => {
		const values = [0.62, 1.31, 0.97, 2.4, 0.35, 1.08, 0.81, 1.9, 0.55, 4.2];
		const freedoms = [5, 5, 7, 5, 7, 7, 5, 7, 5, 5];
		const expected = [
			1.090157237082965, 1.257437154557858, 1.156886283838256, 1.521690937235587, 0.965055562829015,
			1.190920766597961, 1.136219823054312, 1.444632365352119, 1.073186810672468, 1.958073330648351
		];
		const drawn = squeezed(values.map((value, i) => ({ value, freedom: freedoms[i]! })));
		for (const [i, { value, freedom }] of drawn.entries()) {
			expect(value).toBeCloseTo(expected[i]!, 12);
			expect(freedom).toBeCloseTo(15.62411347445705 + freedoms[i]!, 9);
		}
	});

	it('are as good as one where they are alike, and left alone where there are four', () => {
		const alike = [0.9, 1.1, 1, 0.95, 1.05].map((value) => ({ value, freedom: 5 }));
		for (const { value, freedom } of squeezed(alike)) {
			expect(freedom).toBe(25);
			expect(value).toBeGreaterThan(0.95);
			expect(value).toBeLessThan(1.3);
			expect(value).toBeCloseTo(squeezed(alike)[0]!.value, 9);
		}
		expect(squeezed(alike.slice(0, 4))).toEqual(alike.slice(0, 4));
		expect(squeezed([])).toEqual([]);
	});

	it('rest on the derivatives of the logarithm of gamma, as R 4.2.2 has them', () => {
		for (const [x, first, second] of [
			[0.5, -1.9635100260214231, 4.934802200544679],
			[2.5, 0.7031566406452434, 0.49035775610023491],
			[20, 2.9705239922421489, 0.05127082293520313]
		] as const) {
			expect(digamma(x)).toBeCloseTo(first, 13);
			expect(trigamma(x)).toBeCloseTo(second, 13);
			expect(inverseTrigamma(second)).toBeCloseTo(x, 9);
		}
	});
});

describe('the choice of a joinpoint', () => {
	it('is paid for with no less than it costs, and with less than twice as much', () => {
		const times = range(24);
		const weights = times.map((time) => 50 + 10 * time);
		const lasts = [[], ...times.slice(2, -3).map((last) => [last])];
		const directions = lasts.map((joinpoints) => lastSlopeDirection(times, weights, joinpoints));
		const choice = choiceOf(times, weights);
		const random = createRandom(5);
		const largest = Array.from({ length: 5_000 }, () => {
			const noise = times.map(() => random.normal());
			return Math.max(...directions.map((direction) => Math.abs(dot(direction, noise))));
		});
		for (const z of [2, 2.5, 3]) {
			const frequency = largest.filter((each) => each > z).length / largest.length;
			const paid = paidFor(twoSidedNormal(z), choice);
			expect(paid).toBeGreaterThan(frequency * 0.9);
			expect(paid).toBeLessThan(frequency * 2);
		}
	});

	it('costs nothing where there is none, and never more than each place by itself', () => {
		expect(paidFor(0.01, { places: 1, length: 0 })).toBeCloseTo(0.01, 12);
		expect(paidFor(0.01, { places: 4, length: 100 })).toBeCloseTo(0.04, 12);
		expect(paidFor(0.5, { places: 40, length: 100 })).toBe(1);
		expect(paidFor(0, { places: 4, length: 2 })).toBe(0);
		expect(paidFor(1e-300, { places: 4, length: 2 })).toBeGreaterThan(1e-300);
	});
});

/** Rises and falls that are said of kinds. */
function movesOf(papers: readonly number[], counts: readonly (readonly number[])[]) {
	const { findings } = trendFindings(
		yearly(papers),
		counts.map((own, id) => ({ id, counts: own }))
	);
	return findings.filter(({ direction }) => direction === 'rising' || direction === 'falling').length;
}

describe('what is said', () => {
	it('is no surer where neighbours alternate, and less sure where they are alike', () => {
		expect([-0.9, -0.1, 0].map(wideningOf)).toEqual([1, 1, 1]);
		expect(wideningOf(0.5)).toBeCloseTo(3, 12);
		expect(wideningOf(0.99)).toBeCloseTo(9, 12);
	});

	it('is hardly ever a move where years alternate by chance amounts and nothing else happens', () => {
		const papers = range(11).map((at) => (at % 2 === 0 ? 300 : 900));
		const moves = range(25).map((seed) => {
			const random = createRandom(seed, 3);
			const sizes = range(12).map(() =>
				papers.map((_, at) => Math.exp((at % 2 === 0 ? 1.2 : -1.2) * random.uniform()))
			);
			const all = papers.map((_, at) => sizes.reduce((sum, own) => sum + own[at]!, 0));
			const shares = sizes.map((own) => own.map((size, at) => size / all[at]!));
			const noise = { rho: papers.map(() => 0.002), neighbours: 0, alternation: 0 };
			return movesOf(papers, drawCounts(shares, papers, noise, random));
		});
		expect(moves.reduce((sum, some) => sum + some, 0)).toBeLessThanOrEqual(1);
	});

	it('is a rise of two kinds alone whose shares lie on a line, which no joinpoint betters', () => {
		const papers = range(9).map(() => 2000);
		const own = papers.map((_, at) => 120 + 20 * at);
		const { findings } = trendFindings(
			yearly(papers),
			[own, own.map((some) => 2000 - some)].map((counts, id) => ({ id, counts }))
		);
		expect(findings.map(({ direction, segments }) => [direction, segments.length])).toEqual([
			['rising', 1],
			['falling', 1]
		]);
	});

	it('is no move that sampling alone may make, however smooth the counts', () => {
		const papers = range(12).map(() => 1000);
		const line = (slope: number) => papers.map((_, at) => 100 + slope * at);
		const counts = [1, -1, 1, -1, 1, -1, 0, 0, 0, 0].map(line);
		expect(movesOf(papers, counts)).toBe(0);
	});
});
