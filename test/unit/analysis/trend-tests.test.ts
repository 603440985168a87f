import { describe, expect, it } from 'vitest';

import { bursts } from '../../../src/lib/analysis/burst.ts';
import { logOdds } from '../../../src/lib/analysis/distinguishing-terms.ts';
import { benjaminiHochberg } from '../../../src/lib/analysis/certainty.ts';
import { compareShares } from '../../../src/lib/analysis/newcombe.ts';

const close = (found: readonly number[], wanted: readonly number[], digits = 12) => {
	expect(found).toHaveLength(wanted.length);
	found.forEach((value, place) => expect(value).toBeCloseTo(wanted[place]!, digits));
};

describe('compareShares', () => {
	it('is the chi-square test with Yates’ correction', () => {
		// scipy 1.17.1: chi2_contingency(table, correction=True)
		expect(compareShares(4, 31, 12, 37)).toBeCloseTo(0.10874635756674197, 12);
		expect(compareShares(50, 600, 90, 640)).toBeCloseTo(0.0019618988843139924, 12);
		expect(compareShares(1, 20, 1, 25)).toBeCloseTo(1.0, 12);
		expect(compareShares(0, 5, 0, 7)).toBe(1);
		expect(compareShares(0, 0, 3, 7)).toBe(1);
	});
});

/** statsmodels 0.15.0: `multipletests` with `fdr_bh` and `fdr_by`. */
describe('adjusted p-values', () => {
	const few = [0.5, 0.01, 0.01, 0.9, 0.03];
	const many = [0.001, 0.008, 0.039, 0.041, 0.042, 0.06, 0.074, 0.205, 0.212, 0.216, 0.222, 0.986];

	it('after Benjamini and Hochberg', () => {
		close(benjaminiHochberg(few), [0.625, 0.025, 0.025, 0.9, 0.05]);
		close(
			benjaminiHochberg(many),
			[
				0.012, 0.048, 0.1008, 0.1008, 0.1008, 0.12, 0.12685714285714, 0.24218181818182, 0.24218181818182,
				0.24218181818182, 0.24218181818182, 0.986
			]
		);
	});

	it('of nothing are nothing', () => {
		expect(benjaminiHochberg([])).toEqual([]);
	});
});

/** Kleinberg's cost of a sequence of states, written out: binomial likelihoods and what entering a burst costs. */
function costOf(
	states: readonly boolean[],
	relevant: readonly number[],
	all: readonly number[],
	s = 2,
	gamma = 1
) {
	const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
	const p0 = sum(relevant) / sum(all);
	const logChoose = (n: number, k: number) =>
		Array.from({ length: k }, (_, i) => Math.log((n - i) / (i + 1))).reduce(
			(total, value) => total + value,
			0
		);
	return states.reduce((cost, burst, t) => {
		const p = burst ? s * p0 : p0;
		const [r, d] = [relevant[t]!, all[t]!];
		const fit = -(logChoose(d, r) + r * Math.log(p) + (d - r) * Math.log(1 - p));
		return cost + fit + (burst && !states[t - 1] ? gamma * Math.log(states.length) : 0);
	}, 0);
}

function cheapest(relevant: readonly number[], all: readonly number[], s: number, gamma: number): boolean[] {
	const n = relevant.length;
	const sequences = Array.from({ length: 2 ** n }, (_, code) =>
		Array.from({ length: n }, (_, t) => (code & (1 << t)) !== 0)
	);
	return sequences.reduce((best, states) =>
		costOf(states, relevant, all, s, gamma) < costOf(best, relevant, all, s, gamma) - 1e-12 ? states : best
	);
}

describe('bursts', () => {
	const all = [40, 50, 45, 60, 55, 50, 62, 48, 50, 51];

	it.each([
		[[2, 3, 2, 9, 12, 10, 3, 2, 3, 2], 2, 1],
		[[9, 8, 2, 1, 1, 0, 1, 2, 9, 11], 2, 1],
		[[1, 2, 1, 7, 1, 8, 1, 7, 0, 1], 2, 0.3],
		[[3, 1, 4, 1, 5, 9, 2, 6, 5, 3], 1.5, 0.2],
		[[2, 3, 2, 3, 3, 2, 3, 2, 3, 2], 2, 1]
	])('of %j are the cheapest of all sequences of states', (relevant, scale, gamma) => {
		const found = bursts(relevant, all, { scale, gamma });
		const states = all.map((_, t) => found.some(({ from, to }) => t >= from && t <= to));
		expect(states).toEqual(cheapest(relevant, all, scale, gamma));
	});

	it('are the cheapest for any counts, also at either end', () => {
		let state = 17;
		const below = (limit: number) => (state = (state * 48271) % 2147483647) % limit;
		let atStart = 0;
		for (let round = 0; round < 150; round++) {
			const papers = Array.from({ length: 7 }, () => 20 + below(20));
			const relevant = papers.map(() => (below(4) === 0 ? 4 + below(6) : below(4)));
			const found = bursts(relevant, papers);
			const states = papers.map((_, t) => found.some(({ from, to }) => t >= from && t <= to));
			expect(states).toEqual(cheapest(relevant, papers, 2, 1));
			if (states[0]) atStart++;
		}
		expect(atStart).toBeGreaterThan(3);
	});

	it('weigh what the burst saves', () => {
		const relevant = [2, 3, 2, 9, 12, 10, 3, 2, 3, 2];
		const [burst, ...more] = bursts(relevant, all);
		expect(more).toEqual([]);
		expect(burst).toMatchObject({ from: 3, to: 5 });
		const calm = all.map(() => false);
		const inBurst = all.map((_, t) => t >= 3 && t <= 5);
		const saved = costOf(calm, relevant, all) - costOf(inBurst, relevant, all) + Math.log(10);
		expect(burst!.weight).toBeCloseTo(saved, 10);
	});

	it('skip empty batches without splitting', () => {
		const [burst] = bursts([2, 3, 0, 9, 0, 12, 10, 3, 2, 3, 2], [40, 50, 0, 60, 0, 55, 50, 62, 48, 50, 51]);
		expect(burst).toMatchObject({ from: 3, to: 6 });
		expect(
			bursts([2, 3, 0, 9, 0, 12, 10, 3, 2, 3, 2], [40, 50, 0, 60, 0, 55, 50, 62, 48, 50, 51])
		).toHaveLength(1);
	});

	it('do not exist without papers, or where twice the usual share is more than all', () => {
		expect(bursts([0, 0], [5, 5])).toEqual([]);
		expect(bursts([], [])).toEqual([]);
		expect(bursts([5, 3], [5, 5])).toEqual([]);
	});
});

describe('logOdds', () => {
	const first = [30, 2, 0, 55, 13];
	const second = [10, 4, 7, 60, 20];
	const background = [120, 20, 15, 400, 80];

	/** NumPy 2.4.6, equations of Monroe, Colaresi and Quinn (2008) as fightin-words 1.0.5 has them. */
	it('of a prior as strong as a group', () => {
		const contrasts = logOdds(first, second, background);
		close(
			contrasts.map(({ logOdds }) => logOdds),
			[0.654440600262165, -0.33241637922180933, -1.40411043738946, -0.09128427485555402, -0.2761259276689365]
		);
		close(
			contrasts.map(({ z }) => z),
			[2.792993683129504, -0.5759135428017369, -1.9325171366664957, -0.7093068677720187, -1.046756603224131]
		);
	});

	it('of a weak prior', () => {
		const contrasts = logOdds(first, second, background, 10);
		close(
			contrasts.map(({ logOdds }) => logOdds),
			[
				1.2247188443042014, -0.6320252475220949, -3.4783023735342815, -0.16411510462413584,
				-0.46409206754969023
			]
		);
		close(
			contrasts.map(({ z }) => z),
			[3.60423524492886, -0.775783369933062, -1.663607039792309, -0.9262058719322419, -1.3558354302206388]
		);
	});

	it('only turns its sign when the groups are exchanged', () => {
		const there = logOdds(first, second, background);
		const back = logOdds(second, first, background);
		close(
			back.map(({ z }) => -z),
			there.map(({ z }) => z)
		);
	});
});
