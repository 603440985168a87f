import { describe, expect, it } from 'vitest';

import {
	formatCompact,
	formatDate,
	formatFixed,
	formatNumber,
	formatPapers,
	formatPapersOf,
	formatPeriod,
	formatPercentTick,
	formatShare
} from '../../../src/lib/format/format.ts';

describe('numbers', () => {
	it.each([
		[0, 0, '0'],
		[999, 0, '999'],
		[1000, 0, '1,000'],
		[1234567, 0, '1,234,567'],
		[-1234.56, 1, '−1,234.6'],
		[2.5, 1, '2.5'],
		[3, 1, '3'],
		[-0.04, 1, '0'],
		[Number.NaN, 0, '–']
	])('%d with %d decimals is %s', (value, decimals, text) => {
		expect(formatNumber(value, decimals)).toBe(text);
	});

	it.each([
		[0.3, 2, '0.30'],
		[-1.254, 2, '−1.25'],
		[-0.004, 2, '0.00'],
		[7, 0, '7']
	])('%d with exactly %d decimals is %s', (value, decimals, text) => {
		expect(formatFixed(value, decimals)).toBe(text);
	});

	it('says how many of all papers, unless it is all of them', () => {
		expect([formatPapersOf(41, 75), formatPapersOf(75, 75), formatPapersOf(0, 1234)]).toEqual([
			'41 of 75 papers',
			'75 papers',
			'0 of 1,234 papers'
		]);
	});

	it.each([
		[9999, '9,999'],
		[12_000, '12k'],
		[120_345, '120k'],
		[1_500_000, '1.5m'],
		[2e9, '2bn']
	])('%d is %s on an axis', (value, text) => {
		expect(formatCompact(value)).toBe(text);
	});

	it('counts papers in words', () => {
		expect([formatPapers(1), formatPapers(0), formatPapers(9868)]).toEqual([
			'1 paper',
			'0 papers',
			'9,868 papers'
		]);
	});
});

describe('shares', () => {
	it.each([
		[3, 75, '4 %'],
		[0, 75, '0 %'],
		[75, 75, '100 %'],
		[1, 1000, '0.1 %'],
		[1, 10_000, '<0.1 %'],
		[1, 199, '1 %'],
		[999, 1000, '>99 %'],
		[123, 1000, '12 %'],
		[45, 1000, '4.5 %'],
		[994, 10_000, '9.9 %'],
		[995, 10_000, '10 %'],
		[9_996, 100_000, '10 %'],
		[50, 1000, '5.0 %'],
		[0, 1000, '0 %'],
		[1, 0, '–']
	])('%d of %d is %s', (part, whole, text) => {
		expect(formatShare(part, whole)).toBe(text);
	});

	it('labels ticks without floating-point dust', () => {
		expect([0.1 + 0.2, 0.05, 0.125].map(formatPercentTick)).toEqual(['30 %', '5 %', '12.5 %']);
	});
});

describe('periods', () => {
	it('are named by their unit', () => {
		expect(formatPeriod('2024-01-01', 'year')).toBe('2024');
		expect(formatPeriod('2024-03-01', 'month')).toBe('Mar 2024');
		const quarters = ['2024-01-01', '2024-04-01', '2024-07-01', '2024-10-01'];
		expect(quarters.map((start) => formatPeriod(start, 'quarter'))).toEqual([
			'Q1 2024',
			'Q2 2024',
			'Q3 2024',
			'Q4 2024'
		]);
	});
});

describe('dates', () => {
	it('states them as finely as the source does', () => {
		expect(formatDate('2024-03-07')).toBe('7 Mar 2024');
		expect(formatDate('2024-03-01', 'month')).toBe('Mar 2024');
		expect(formatDate('2024-01-01', 'year')).toBe('2024');
	});

	it('gives back what is not a date', () => {
		expect(formatDate('2024-13-01')).toBe('2024-13-01');
		expect(formatDate('soon')).toBe('soon');
	});
});
