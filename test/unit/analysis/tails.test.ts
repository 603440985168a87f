import { describe, expect, it } from 'vitest';

import {
	chiSquareTail,
	logGamma,
	student95,
	studentQuantile,
	twoSidedNormal,
	twoSidedStudent
} from '../../../src/lib/analysis/tails.ts';

/** Expected values: scipy 1.17.1 (`chi2.sf`, `norm.sf`, `gammaln`). */
const relative = (value: number, wanted: number) => Math.abs(value / wanted - 1);

describe('chiSquareTail', () => {
	it.each([
		[1e-8, 1, 0.9999202115440526],
		[0.5, 1, 0.47950012218695337],
		[3.84, 1, 0.05004352124870519],
		[30, 1, 4.3204630578274955e-8],
		[200, 1, 2.0884875837625688e-45],
		[900, 1, 9.813427854296455e-198],
		[0.1, 2, 0.951229424500714],
		[7.3, 3, 0.06292623645904312],
		[50, 49, 0.43343669725576084],
		[49, 50, 0.5134950836412907],
		[700, 19, 3.5937063026613934e-136],
		[1200, 1000, 1.2255942330622893e-5],
		[2, 200, 1],
		[300, 7, 6.0496418565564134e-61]
	])('of %d with %i degrees of freedom', (statistic, degrees, wanted) => {
		expect(relative(chiSquareTail(statistic, degrees), wanted)).toBeLessThan(1e-11);
	});

	it('is certain at nothing', () => {
		expect(chiSquareTail(0, 3)).toBe(1);
		expect(chiSquareTail(-1, 3)).toBe(1);
	});
});

describe('twoSidedNormal', () => {
	it.each([
		[0, 1],
		[1e-6, 0.9999992021154392],
		[0.3, 0.7641771556220948],
		[1, 0.31731050786291415],
		[1.959963984540054, 0.05],
		[5, 5.733031437583866e-7],
		[12, 3.552964224155306e-33],
		[37, 1.1451142445047853e-299]
	])('of %d', (z, wanted) => {
		expect(relative(twoSidedNormal(z), wanted)).toBeLessThan(1e-11);
		expect(twoSidedNormal(-z)).toBe(twoSidedNormal(z));
	});
});

describe('logGamma', () => {
	it.each([
		[0.25, 1.2880225246980774],
		[0.5, 0.5723649429247],
		[2.5, 0.2846828704729192],
		[10, 12.801827480081469],
		[15.5, 26.536914491115613],
		[170.25, 702.7206616776805],
		[12345.5, 103958.24296512322]
	])('of %d', (x, wanted) => {
		expect(relative(logGamma(x), wanted)).toBeLessThan(1e-14);
	});

	it('of 1 is 0', () => {
		expect(Math.abs(logGamma(1))).toBeLessThan(1e-14);
	});
});

describe("Student's t", () => {
	// R 4.2.2: 2 * pt(-t, df), qt(1 - p / 2, df).
	it.each([
		[2.5, 7, 0.04099221858575287],
		[0.01, 3, 0.9926491114128519],
		[40, 2.5, 0.0001419563429049339],
		[1, 1, 0.4999999999999996],
		[6, 55, 1.608862785489118e-7],
		[12, 20, 1.359555702588068e-10],
		[1.96, 1000, 0.05027318495574872]
	])('beyond %d on either side with %d degrees of freedom', (t, degrees, wanted) => {
		expect(relative(twoSidedStudent(t, degrees), wanted)).toBeLessThan(1e-11);
		expect(twoSidedStudent(-t, degrees)).toBe(twoSidedStudent(t, degrees));
	});

	it('is certainly at least as far as nothing', () => {
		expect(twoSidedStudent(0, 4)).toBe(1);
	});

	it('has quantiles', () => {
		expect(studentQuantile(0.05, 10)).toBeCloseTo(2.228138851986274, 12);
		expect(studentQuantile(0.001, 3)).toBeCloseTo(12.92397863668796, 11);
		expect(student95(10)).toBe(student95(10));
		expect(student95(10)).toBeCloseTo(2.228138851986274, 12);
	});
});
