import { describe, expect, it } from 'vitest';

import { bursts } from '../../../src/lib/analysis/burst.ts';
import { shareContrast } from '../../../src/lib/analysis/distinguishing-terms.ts';
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

describe('shareContrast', () => {
	// Python 3.11.7: NormalDist().inv_cdf(1 - p / 2) of the p above, and the sum over the four cells.
	it('is the signed root of chi-square with Yates’ correction', () => {
		expect(shareContrast(4, 31, 12, 37)).toBeCloseTo(-1.6038534593659468, 12);
		expect(shareContrast(90, 640, 50, 600)).toBeCloseTo(3.095940252941513, 12);
		expect(shareContrast(40, 100, 2, 120)).toBeCloseTo(7.03124793165259, 12);
		expect(shareContrast(0, 5, 0, 7)).toBe(0);
		expect(shareContrast(5, 5, 7, 7)).toBe(0);
		expect(shareContrast(0, 0, 3, 7)).toBe(0);
	});
});
