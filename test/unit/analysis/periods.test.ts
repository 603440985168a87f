import { describe, expect, it } from 'vitest';

import { periodAxis } from '../../../src/lib/analysis/periods.ts';
import { besideAxis, themeSeries } from '../../../src/lib/analysis/theme-series.ts';
import type { ThemePeriodCount } from '../../../src/lib/dataset/overview.ts';

const dated = (themeId: number, period: string, papers: number): ThemePeriodCount => ({
	themeId,
	period,
	placement: 'dated',
	papers
});
const beside = (themeId: number, placement: 'coarse' | 'undated', papers: number): ThemePeriodCount => ({
	themeId,
	period: null,
	placement,
	papers
});
const span = (first: string, last: string) => ({ first, last });

describe('periodAxis', () => {
	it('has no gaps and sums the rows of a period', () => {
		const axis = periodAxis(
			[dated(0, '2023-10-01', 3), dated(1, '2023-10-01', 4), dated(0, '2024-07-01', 1)],
			'quarter',
			null
		);
		expect(axis).toEqual([
			{ start: '2023-10-01', end: '2023-12-31', label: 'Q4 2023', partial: false, papers: 7 },
			{ start: '2024-01-01', end: '2024-03-31', label: 'Q1 2024', partial: false, papers: 0 },
			{ start: '2024-04-01', end: '2024-06-30', label: 'Q2 2024', partial: false, papers: 0 },
			{ start: '2024-07-01', end: '2024-09-30', label: 'Q3 2024', partial: false, papers: 1 }
		]);
	});

	it('ends months on their own last day, leap years included', () => {
		const axis = periodAxis([dated(0, '2024-01-01', 1), dated(0, '2024-02-01', 1)], 'month', null);
		expect(axis.map(({ end, label }) => [end, label])).toEqual([
			['2024-01-31', 'Jan 2024'],
			['2024-02-29', 'Feb 2024']
		]);
	});

	it('flags a first and a last period that the corpus spans only in part', () => {
		const flags = (first: string, last: string, unit: 'month' | 'quarter' | 'year') =>
			periodAxis([], unit, span(first, last)).map(({ partial }) => partial);
		expect(flags('2023-05-04', '2025-10-31', 'year')).toEqual([true, false, true]);
		expect(flags('2023-01-01', '2023-12-31', 'quarter')).toEqual([false, false, false, false]);
		expect(flags('2024-01-15', '2024-01-20', 'month')).toEqual([true]);
	});

	it('lets a few days be a holiday: less than a twentieth of the period', () => {
		const last = (day: string) => periodAxis([], 'year', span('2023-01-01', day)).at(-1)!.partial;
		expect(last('2024-12-13')).toBe(false);
		expect(last('2024-12-12')).toBe(true);
	});

	it('does not flag a year that only papers dated to the year reach', () => {
		const axis = periodAxis(
			[dated(0, '2020-01-01', 2), dated(0, '2023-01-01', 2)],
			'year',
			span('2023-03-01', '2023-12-31')
		);
		expect(axis.map(({ partial }) => partial)).toEqual([false, false, false, false]);
	});

	it('keeps the axis of the corpus when a filter leaves little', () => {
		const axis = periodAxis([dated(0, '2024-01-01', 1)], 'year', span('2022-01-01', '2025-12-31'));
		expect(axis.map(({ label, papers }) => [label, papers])).toEqual([
			['2022', 0],
			['2023', 0],
			['2024', 1],
			['2025', 0]
		]);
	});

	it('is empty without dates, and leaves papers beside the axis out of its counts', () => {
		expect(periodAxis([beside(0, 'undated', 3), beside(0, 'coarse', 2)], 'month', null)).toEqual([]);
	});

	it('refuses a day that is not in the calendar', () => {
		expect(() => periodAxis([dated(0, '2024-02-30', 1)], 'month', null)).toThrow(/2024-02-30/);
	});
});

describe('themeSeries', () => {
	const rows = [
		dated(4, '2023-01-01', 3),
		dated(4, '2025-01-01', 2),
		beside(4, 'undated', 1),
		beside(7, 'coarse', 5)
	];

	it('counts every paper of a theme once, on the axis or beside it', () => {
		const series = themeSeries(rows, periodAxis(rows, 'year', null));
		expect(series).toEqual(
			new Map([
				[4, { counts: [3, 0, 2], coarse: 0, undated: 1 }],
				[7, { counts: [0, 0, 0], coarse: 5, undated: 0 }]
			])
		);
		expect(besideAxis(rows)).toEqual({ coarse: 5, undated: 1 });
	});

	it('refuses rows of another axis', () => {
		expect(() => themeSeries(rows, periodAxis([dated(4, '2023-01-01', 3)], 'year', null))).toThrow(
			/2025-01-01/
		);
	});
});
