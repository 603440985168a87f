import { describe, expect, it } from 'vitest';

import { noWindowWords, windowReason, windowWords } from '../../../src/lib/analysis/trends/finding-words.ts';
import { trendWindow, type WindowOptions } from '../../../src/lib/analysis/trends/window.ts';
import { isoDate, nextPeriod, parseIsoDate, periodStart } from '../../../src/lib/base/date.ts';
import type { ThemePeriodCount } from '../../../src/lib/dataset/overview.ts';

type Unit = 'month' | 'quarter' | 'year';
const units: Unit[] = ['month', 'quarter', 'year'];

/** Papers of one theme in each month, counted at every unit. */
function monthly(first: string, papers: readonly number[], beside: ThemePeriodCount[] = []) {
	const rowsAt = (unit: Unit) => {
		const sums = new Map<string, number>();
		let start = parseIsoDate(first)!;
		for (const some of papers) {
			const period = isoDate(periodStart(start, unit));
			sums.set(period, (sums.get(period) ?? 0) + some);
			start = nextPeriod(start, 'month');
		}
		const rows = [...sums].filter(([, sum]) => sum > 0);
		return [
			...rows.map(([period, sum]) => ({ themeId: 0, period, placement: 'dated' as const, papers: sum })),
			...beside
		];
	};
	return Object.fromEntries(units.map((unit) => [unit, rowsAt(unit)]));
}

function found(
	rows: ReturnType<typeof monthly>,
	span = null as Parameters<typeof trendWindow>[1],
	options?: WindowOptions
) {
	const window = trendWindow(rows, span, options);
	if (window.kind !== 'window') throw new Error(window.kind);
	const { axis, from, to } = window;
	return { ...window, first: axis[from]!.label, last: axis[to]!.label };
}
const repeat = (papers: number, months: number) => new Array<number>(months).fill(papers);

describe('the window of trends', () => {
	it('is the whole span of the finest unit that is dense', () => {
		const window = found(monthly('2022-01-01', repeat(20, 24)));
		expect(window).toMatchObject({
			unit: 'month',
			first: 'Jan 2022',
			last: 'Dec 2023',
			reason: 'whole span'
		});
		expect(window.places).toHaveLength(24);
		expect(found(monthly('2018-01-01', repeat(19, 60))).unit).toBe('quarter');
	});

	it('runs back while nineteen of twenty periods are dense, which one in ten would not be', () => {
		const thin = repeat(30, 40);
		[thin[10], thin[32]] = [3, 4];
		const window = found(monthly('2020-01-01', thin));
		expect(window.places).toHaveLength(38);
		expect(window.leftOut).toEqual({ partial: 0, outside: 0, thin: 7, coarse: 0, undated: 0 });
		thin[11] = 2;
		expect(found(monthly('2020-01-01', thin), null, { unit: 'month' })).toMatchObject({
			first: 'Jan 2021',
			reason: 'dense stretch'
		});
	});

	it('takes a coarser unit whose stretch holds nine tenths of the papers, even where the median month is dense', () => {
		// Conferences in some months, ever larger, as in a discipline's proceedings.
		const papers = Array.from({ length: 240 }, (_, month) => (month % 12 < 7 ? 21 + month : 2));
		const window = found(monthly('2004-01-01', papers));
		expect(window).toMatchObject({ unit: 'year', first: '2004', last: '2023' });
	});

	it('takes the unit whose stretch holds most when none holds nine tenths', () => {
		const papers = [...repeat(10, 36), ...repeat(0, 12), ...repeat(10, 48)];
		expect(found(monthly('2016-01-01', papers))).toMatchObject({ unit: 'quarter', first: 'Q1 2020' });
	});

	it('has at most sixty periods', () => {
		const window = found(monthly('2000-01-01', repeat(30, 72)), null, { unit: 'month' });
		expect(window).toMatchObject({ first: 'Jan 2001', reason: 'most periods' });
		expect(window.leftOut.outside).toBe(360);
		expect(windowReason(window)).toBe('the last 60 whole months');
		expect(found(monthly('2000-01-01', repeat(30, 72))).unit).toBe('quarter');
	});

	it('leaves out periods that corpus or filter cover in part', () => {
		const rows = monthly('2020-01-01', repeat(20, 47));
		const span = { first: '2020-01-10', last: '2023-11-30' };
		expect(found(rows, span)).toMatchObject({ first: 'Feb 2020', leftOut: { partial: 20 } });
		const filtered = found(rows, span, { date: { from: '2021-01-15', to: '2022-12-31' } });
		expect(filtered).toMatchObject({ first: 'Feb 2021', last: 'Dec 2022', reason: 'filter' });
		expect(filtered.leftOut).toEqual({ partial: 40, outside: 440, thin: 0, coarse: 0, undated: 0 });
		expect(filtered.places).toHaveLength(23);
	});

	it('takes a finer unit under a date filter that leaves fewer than twelve, if it is dense there', () => {
		const papers = [...repeat(5, 240), ...repeat(30, 72)];
		const rows = monthly('1998-01-01', papers);
		expect(found(rows)).toMatchObject({ unit: 'year', first: '1998' });
		const date = { from: '2020-01-01', to: '2023-12-31' };
		expect(found(rows, null, { date })).toMatchObject({ unit: 'month', first: 'Jan 2020', last: 'Dec 2023' });
		const early = { from: '1999-01-01', to: '2006-12-31' };
		expect(found(rows, null, { date: early })).toMatchObject({ unit: 'year', first: '1999', last: '2006' });
	});

	it('takes the unit that is asked for', () => {
		expect(found(monthly('2015-01-01', repeat(20, 96)), null, { unit: 'year' }).unit).toBe('year');
	});

	it('is none with too few periods, papers or dates', () => {
		const few = trendWindow(monthly('2022-01-01', repeat(20, 4)), null);
		expect(few).toEqual({
			kind: 'too few periods',
			unit: 'month',
			periods: ['Jan 2022', 'Feb 2022', 'Mar 2022', 'Apr 2022']
		});
		expect(few.kind !== 'window' && noWindowWords(few)).toBe(
			'Too few months to tell what rises or falls: Jan 2022, Feb 2022, Mar 2022 and Apr 2022 have enough papers, five such months are needed'
		);
		expect(noWindowWords({ kind: 'too few periods', unit: 'year', periods: ['2024'] })).toBe(
			'Too few years to tell what rises or falls: 2024 has enough papers, five such years are needed'
		);
		expect(trendWindow(monthly('2022-01-01', repeat(1, 12)), null)).toEqual({
			kind: 'too few papers',
			units: ['month', 'quarter', 'year']
		});
		const undated: ThemePeriodCount = { themeId: 0, period: null, placement: 'undated', papers: 9 };
		expect(trendWindow({ year: [undated] }, null)).toEqual({ kind: 'none dated' });
	});

	it('says what it rests on', () => {
		const beside = (['coarse', 'undated'] as const).map((placement) => ({
			themeId: 0,
			period: null,
			placement,
			papers: 1
		}));
		expect(windowWords(found(monthly('2022-01-01', repeat(30, 24), beside)))).toBe(
			'24 months, Jan 2022–Dec 2023; left out: 1 paper dated more coarsely than the month, 1 paper undated'
		);
	});
});
