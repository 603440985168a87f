import { describe, expect, it } from 'vitest';

import {
	changeWords,
	directionWords,
	findingWords,
	slopeDecimals,
	trendsWords,
	wouldHelp
} from '../../../src/lib/analysis/trend-words.ts';
import { isSure, themeTrends, type TrendFinding } from '../../../src/lib/analysis/trends.ts';
import { isoDate, nextPeriod, parseIsoDate } from '../../../src/lib/base/date.ts';
import type { Placement, ThemePeriodCount } from '../../../src/lib/dataset/overview.ts';

type Unit = 'month' | 'quarter' | 'year';

/** Papers of theme 0 and of all others, period after period. */
function rowsOf(
	unit: Unit,
	first: string,
	periods: readonly (readonly [number, number])[]
): ThemePeriodCount[] {
	let start = parseIsoDate(first)!;
	return periods.flatMap(([own, rest]) => {
		const period = isoDate(start);
		start = nextPeriod(start, unit);
		return [own, rest].map((papers, themeId) => ({ themeId, period, placement: 'dated' as const, papers }));
	});
}
const beside = (placement: Placement, papers: number): ThemePeriodCount => ({
	themeId: 0,
	period: null,
	placement,
	papers
});
function tested(...input: Parameters<typeof themeTrends>) {
	const trends = themeTrends(...input);
	if (trends.kind !== 'tested') throw new Error(trends.kind);
	return trends;
}

describe('the periods that are tested', () => {
	const months = (papers: number, count = 24) =>
		rowsOf(
			'month',
			'2022-01-01',
			Array.from({ length: count }, () => [papers / 2, papers / 2] as const)
		);
	const quarters = (papers: number) =>
		rowsOf(
			'quarter',
			'2022-01-01',
			Array.from({ length: 8 }, () => [papers / 2, papers / 2] as const)
		);

	it('are the finest whose median has 20 papers, whatever is on screen', () => {
		expect(tested({ month: months(20), quarter: quarters(60) }, null).unit).toBe('month');
		expect(tested({ quarter: quarters(60), month: months(19) }, null).unit).toBe('quarter');
		expect(themeTrends({ month: months(18) }, null)).toEqual({ kind: 'too few papers' });
		expect(themeTrends({}, null)).toEqual({ kind: 'too few papers' });
	});

	it('are none where no paper has a date, which more papers would not mend', () => {
		const undated = themeTrends({ month: [beside('undated', 90)], year: [beside('undated', 90)] }, null);
		expect(undated).toEqual({ kind: 'none dated' });
		expect(themeTrends({ month: [beside('coarse', 9)] }, null)).toEqual({ kind: 'too few papers' });
	});

	it('count empty periods in the median, but are not tested there: missing is not zero', () => {
		const some = rowsOf(
			'month',
			'2022-01-01',
			[9, 0, 12, 14, 0, 17, 20].map((own) => (own === 0 ? [0, 0] : [own, 100 - own]))
		);
		const { places, findings } = tested({ month: some }, null);
		expect(places).toEqual([0, 2, 3, 5, 6]);
		expect(findings[0]!.mannKendall).toMatchObject({ n: 5, s: 10, method: 'exact' });
		const sparse = rowsOf('month', '2022-01-01', [
			[30, 30],
			[0, 0],
			[0, 0],
			[30, 30],
			[0, 0]
		]);
		expect(themeTrends({ month: sparse }, null)).toEqual({ kind: 'too few papers' });
	});

	it('leave out what is partial, coarse or undated, and count it', () => {
		const rows = [
			...rowsOf('month', '2022-01-01', [
				[40, 9],
				...[9, 12, 14, 17, 20].map((own) => [own, 100 - own] as const),
				[1, 30]
			]),
			beside('coarse', 5),
			beside('undated', 3)
		];
		const trends = tested({ month: rows }, { first: '2022-01-20', last: '2022-07-10' });
		expect(trends.places).toEqual([1, 2, 3, 4, 5]);
		expect(trends.leftOut).toEqual({ partial: 49 + 31, coarse: 5, undated: 3 });
		expect(trends.findings[0]!.mannKendall).toMatchObject({ s: 10, n: 5 });
		expect(trendsWords(trends)).toBe(
			'5 months; left out: 80 papers in periods covered only in part, 5 papers dated more coarsely than the month, 3 papers undated'
		);
	});

	it('are too few when no order of them would be rare', () => {
		const years = (count: number) =>
			rowsOf(
				'year',
				'2018-01-01',
				Array.from({ length: count }, (_, year) => [5 + year, 60] as const)
			);
		expect(themeTrends({ year: years(4) }, null)).toEqual({
			kind: 'too few periods',
			unit: 'year',
			periods: 4
		});
		expect(tested({ year: years(5) }, null).findings).toHaveLength(2);
	});
});

describe('findings', () => {
	/** Twelve quarters, two of them empty; the second theme has the rest. */
	const own = [6, 7, 9, 8, 11, 10, 13, 12, 15, 17];
	const counts = [...own.slice(0, 4), null, ...own.slice(4, 7), null, ...own.slice(7)];
	const rows = rowsOf(
		'quarter',
		'2021-01-01',
		counts.map((papers) => (papers === null ? [0, 0] : [papers, 100 - papers]))
	);
	const { findings } = tested({ quarter: rows }, null);

	it('test shares at their own times', () => {
		// scipy 1.17.1 theilslopes over times 0-3, 5-7, 9-11; pymannkendall 1.4.3 original_test; both without ties
		const [{ mannKendall, sen }] = findings as [TrendFinding, TrendFinding];
		expect(mannKendall).toMatchObject({ s: 39, n: 10, method: 'normal' });
		expect(mannKendall.p).toBeCloseTo(0.0006767641801210811, 12);
		expect(sen.slope).toBeCloseTo(0.009, 14);
		expect(sen.interval!.lower).toBeCloseTo(0.006666666666666665, 14);
		expect(sen.interval!.upper).toBeCloseTo(0.010000000000000009, 14);
	});

	it('mirror each other where there are two themes', () => {
		expect(findings[1]!.sen.slope).toBeCloseTo(-findings[0]!.sen.slope, 14);
		expect(findings[1]!.mannKendall.s).toBe(-findings[0]!.mannKendall.s);
		expect(findings.map(({ direction }) => direction)).toEqual(['rising', 'falling']);
		expect(findings.every(isSure)).toBe(true);
	});

	it('are less sure when more themes are looked at', () => {
		const one = rowsOf(
			'year',
			'2018-01-01',
			[3, 5, 8, 9, 12].map((papers) => [papers, 40] as const)
		);
		const noise = [20, 20, 21, 20, 20];
		const many = [
			...one,
			...Array.from({ length: 8 }, (_, theme) =>
				noise.map((papers, year) => ({
					themeId: theme + 2,
					period: `${2018 + year}-01-01`,
					placement: 'dated' as const,
					papers: papers + ((theme * 7 + year * 3) % 5)
				}))
			).flat()
		];
		const few = tested({ year: one }, null).findings[0]!;
		const among = tested({ year: many }, null).findings[0]!;
		expect(few.mannKendall.p).toBeCloseTo(2 / 120, 12);
		expect(few.adjusted.benjaminiHochberg).toBeCloseTo(2 / 120, 12);
		expect(few).toMatchObject({ direction: 'rising', certainty: 'fairly sure' });
		expect(few.adjusted.benjaminiYekutieli).toBeCloseTo((2 / 120) * 1.5, 12);
		expect(among.adjusted.benjaminiHochberg).toBeGreaterThan(0.05);
		expect(isSure(among)).toBe(false);
	});

	it('place bursts on the axis, beyond the gaps', () => {
		const bursting = rowsOf(
			'quarter',
			'2021-01-01',
			[4, 5, null, 5, 4, null, 22, 25, 5, 4].map((papers) =>
				papers === null ? [0, 0] : [papers, 100 - papers]
			)
		);
		const [first] = tested({ quarter: bursting }, null).findings;
		expect(first!.bursts.map(({ from, to }) => [from, to])).toEqual([[6, 7]]);
	});
});

describe('words', () => {
	const finding = (facts: Partial<TrendFinding>): TrendFinding => ({
		id: 0,
		direction: 'rising',
		certainty: 'fairly sure',
		mannKendall: { s: 9, p: 0.02, n: 8, method: 'exact', critical: 9 },
		sen: { slope: 0.021, interval: { lower: 0.008, upper: 0.0331 } },
		adjusted: { benjaminiHochberg: 0.03, benjaminiYekutieli: 0.09 },
		cochranArmitage: null,
		bursts: [],
		...facts
	});

	it('state direction, certainty, effect and interval', () => {
		expect(findingWords(finding({}), 'quarter')).toBe(
			'rising, fairly sure: +2.1 points a quarter, 95 % 0.8 to 3.3'
		);
		const falling = { slope: -0.00042, interval: { lower: -0.0011, upper: -0.00003 } };
		expect(
			findingWords(finding({ direction: 'falling', certainty: 'very sure', sen: falling }), 'month')
		).toBe('falling, very sure: −0.042 points a month, 95 % −0.110 to −0.003');
	});

	it('hedge a hint and claim nothing without one', () => {
		const hint = finding({
			direction: 'falling',
			certainty: 'not sure',
			sen: { slope: -0.01, interval: null }
		});
		expect(directionWords(hint)).toBe('perhaps falling');
		expect(findingWords(hint, 'year')).toBe('perhaps falling, not sure: −1.0 points a year');
		const wide = finding({
			direction: 'falling',
			certainty: 'not sure',
			sen: { slope: -0.00084, interval: { lower: -0.00213, upper: 0.0003 } }
		});
		expect(findingWords(wide, 'month')).toBe(
			'perhaps falling, not sure: −0.08 points a month, 95 % −0.21 to 0.03'
		);
		const nothing = finding({ direction: 'none', certainty: 'no sign', sen: { slope: 0, interval: null } });
		expect(findingWords(nothing, 'year')).toBe('no clear trend: 0.0 points a year');
	});

	it('give the slopes of a column decimals that show each sure one', () => {
		const slope = (value: number, facts: Partial<TrendFinding> = {}) =>
			finding({ sen: { slope: value, interval: null }, ...facts });
		expect(slopeDecimals([slope(0.021), slope(-0.0094)])).toBe(1);
		expect(slopeDecimals([slope(0.0061), slope(0.0007)])).toBe(2);
		expect(slopeDecimals([slope(0.0061), slope(0.00004)])).toBe(3);
		expect(slopeDecimals([slope(0.0061), slope(0.00004, { certainty: 'no sign' })])).toBe(2);
		expect(changeWords({ value: 0.0061, interval: { lower: 0.0026, upper: 0.0102 } }, 2)).toBe(
			'+0.61 (0.26 to 1.02)'
		);
		expect(changeWords({ value: 0.00004, interval: null }, 2)).toBe('0.00');
	});

	it('say why nothing was tested', () => {
		expect(trendsWords({ kind: 'too few papers' })).toBe(
			'Too few papers: no month, quarter or year has 20 in the median'
		);
		expect(trendsWords({ kind: 'too few periods', unit: 'year', periods: 1 })).toBe(
			'Too few periods: 1 whole year, five are needed'
		);
		expect(trendsWords({ kind: 'none dated' })).toBe('Without dates there is no trend to test');
	});

	it('say what would allow a test', () => {
		expect(wouldHelp({ kind: 'none dated' })).toBe('Papers with dates');
		expect(wouldHelp({ kind: 'too few periods', unit: 'year', periods: 1 })).toBe('Papers of more periods');
		expect(wouldHelp({ kind: 'too few papers' })).toBe('Fewer filters, or more papers,');
	});
});
