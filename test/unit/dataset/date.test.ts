import { describe, expect, it } from 'vitest';

import {
	calendarDate,
	dayNumber,
	fitsUnit,
	isoDate,
	nextPeriod,
	parseIsoDate,
	periodStart
} from '../../../src/lib/base/date.ts';

describe('day numbers', () => {
	it('agree with the host’s UTC calendar from 1600 to 2400', () => {
		for (let days = -135_140; days < 157_000; days += 13) {
			const iso = new Date(days * 86_400_000).toISOString().slice(0, 10);
			expect(isoDate(days)).toBe(iso);
			expect(parseIsoDate(iso)).toBe(days);
			expect(dayNumber(calendarDate(days))).toBe(days);
		}
	});

	it('refuse dates that are not in the calendar', () => {
		expect(parseIsoDate('2024-02-29')).toBe(19_782);
		expect(parseIsoDate('2023-02-29')).toBeNull();
		expect(parseIsoDate('1900-02-29')).toBeNull();
		expect(parseIsoDate('2024-13-01')).toBeNull();
		expect(parseIsoDate('2024-1-1')).toBeNull();
	});
});

describe('periods', () => {
	const start = (iso: string, unit: Parameters<typeof periodStart>[1]) =>
		isoDate(periodStart(parseIsoDate(iso) ?? 0, unit));
	const next = (iso: string, unit: Parameters<typeof nextPeriod>[1]) =>
		isoDate(nextPeriod(parseIsoDate(iso) ?? 0, unit));

	it('start on the first day of the calendar month, quarter or year', () => {
		expect(start('2024-05-31', 'day')).toBe('2024-05-31');
		expect(start('2024-05-31', 'month')).toBe('2024-05-01');
		expect(start('2024-05-31', 'quarter')).toBe('2024-04-01');
		expect(start('2024-12-31', 'quarter')).toBe('2024-10-01');
		expect(start('2024-05-31', 'year')).toBe('2024-01-01');
		expect(start('1969-12-31', 'month')).toBe('1969-12-01');
	});

	it('follow one another across year ends', () => {
		expect(next('2024-02-28', 'day')).toBe('2024-02-29');
		expect(next('2023-12-01', 'month')).toBe('2024-01-01');
		expect(next('2023-10-01', 'quarter')).toBe('2024-01-01');
		expect(next('2023-01-01', 'year')).toBe('2024-01-01');
	});

	it('hold a date only when it is stated finely enough', () => {
		expect(fitsUnit('day', 'month')).toBe(true);
		expect(fitsUnit('month', 'month')).toBe(true);
		expect(fitsUnit('month', 'day')).toBe(false);
		expect(fitsUnit('year', 'quarter')).toBe(false);
		expect(fitsUnit('year', 'year')).toBe(true);
	});
});
