import { describe, expect, it } from 'vitest';

import { exp, log } from '../../../src/lib/base/math.ts';

/** Expected values: mpmath 1.3.0 at 60 digits, rounded once. */
const relative = (value: number, wanted: number) => Math.abs(value / wanted - 1);

describe('log', () => {
	it.each([
		[5e-324, -744.4400719213812],
		[1e-310, -713.8013788281542],
		[2.5e-308, -708.2799179102919],
		[0.1, -2.3025850929940455],
		[0.7071067811865475, -0.34657359027997275],
		[0.999999999999, -9.999778782803785e-13],
		[1.0000000000000002, 2.2204460492503128e-16],
		[1.4142135623730951, 0.3465735902799727],
		[2, 0.6931471805599453],
		[10, 2.302585092994046],
		[123456.789, 11.723646487185881],
		[1.7e308, 709.7268368932282]
	] as const)('of %d', (x, wanted) => {
		expect(relative(log(x), wanted)).toBeLessThan(4.5e-16);
	});
});

describe('exp', () => {
	it.each([
		[-745, 5e-324],
		[-708.5, 2.006132305331306e-308],
		[-50.25, 1.5021118919431522e-22],
		[-1e-10, 0.9999999999],
		[0.3, 1.3498588075760032],
		[1, 2.718281828459045],
		[12.5, 268337.2865208745],
		[700.1, 1.120899771073261e304],
		[709.7, 1.6549840276802644e308]
	] as const)('of %d', (x, wanted) => {
		expect(relative(exp(x), wanted)).toBeLessThan(4.5e-16);
	});
});

describe('at the ends', () => {
	it('of log', () => {
		expect([log(1), log(0), log(-1), log(Infinity), log(NaN)]).toEqual([0, -Infinity, NaN, Infinity, NaN]);
	});

	it('of exp', () => {
		expect([exp(0), exp(710), exp(-746), exp(-Infinity), exp(NaN)]).toEqual([1, Infinity, 0, 0, NaN]);
	});
});
