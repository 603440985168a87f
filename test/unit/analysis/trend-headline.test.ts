import { describe, expect, it } from 'vitest';

import { halves } from '../../../src/lib/analysis/halves.ts';
import { capitalise, probability } from '../../../src/lib/analysis/headline.ts';
import { trendHeadline } from '../../../src/lib/views/charts/trend/trend-headline.ts';
import { periodAxis } from '../../../src/lib/analysis/periods.ts';
import { themeTrends } from '../../../src/lib/analysis/trends/findings.ts';
import type { ThemePeriodCount } from '../../../src/lib/dataset/overview.ts';

const labels = new Map([
	[0, 'preference optimisation'],
	[1, 'safety'],
	[2, 'speech']
]);

/** Papers of themes 0, 1, 2, ... in each year from 2018. */
const yearly = (...years: number[][]): ThemePeriodCount[] =>
	years.flatMap((counts, year) =>
		counts.map((papers, themeId) => ({
			themeId,
			period: `${2018 + year}-01-01`,
			placement: 'dated' as const,
			papers
		}))
	);
const trend = (
	rows: ThemePeriodCount[],
	more: Partial<Parameters<typeof trendHeadline>[0]> = {}
): { text: string; basis: string } =>
	trendHeadline({
		trend: rows,
		unit: 'year',
		span: null,
		labels,
		selected: [],
		narrowed: false,
		trends: themeTrends({ year: rows }, more.span ?? null),
		...more
	});

describe('halves', () => {
	it('hold about the same number of papers, without partial and empty periods', () => {
		const axis = periodAxis(yearly([9], [10], [20], [0], [25], [4]), 'year', {
			first: '2018-07-01',
			last: '2023-12-31'
		});
		const { early, late } = halves(axis)!;
		expect(early).toEqual({
			...{ places: [1, 2], papers: 30, span: '2019–2020', words: '2019–2020 (30 papers)' },
			dates: { from: '2019-01-01', to: '2020-12-31' }
		});
		expect(late).toEqual({
			...{ places: [4, 5], papers: 29, span: '2022–2023', words: '2022–2023 (29 papers)' },
			dates: { from: '2022-01-01', to: '2023-12-31' }
		});
	});

	it('do not exist with one usable period', () => {
		expect(halves(periodAxis(yearly([9], [0]), 'year', null))).toBeNull();
	});
});

describe('the sentence above the trend', () => {
	/** 2,000 papers a year: theme 0 rises by a point a year, theme 1 falls. */
	const changing = yearly(...Array.from({ length: 9 }, (_, year) => [120 + 20 * year, 1880 - 20 * year, 0]));

	it('names the largest rise and fall, with the shares of the first and the last period', () => {
		const { text, basis } = trend(changing);
		expect(text).toBe(
			'Preference optimisation rose from 6.0 % of papers (2018) to 14 % (2026); safety fell from 94 % to 86 %'
		);
		expect(basis).toBe('fairly sure; 9 years, 2018–2026');
	});

	it('is about the selected themes, and about what filters left', () => {
		expect(trend(changing, { selected: [1], narrowed: true }).text).toBe(
			'Safety fell from 94 % of these papers (2018) to 86 % (2026)'
		);
		expect(trend(changing, { selected: [2] }).text).toBe(
			'No clear rise or fall; none of the papers of 2018–2026 is in the selected themes'
		);
	});

	it('quotes labels that have commas of their own', () => {
		const quoted = new Map([...labels, [0, 'memory, agents'] as const]);
		expect(trend(changing, { labels: quoted, selected: [0] }).text).toBe(
			'“Memory, agents” rose from 6.0 % of papers (2018) to 14 % (2026)'
		);
	});

	it('names all that rise by the same papers', () => {
		const rows = yearly(
			...Array.from({ length: 9 }, (_, year) => [120 + 20 * year, 1760 - 40 * year, 120 + 20 * year])
		);
		expect(trend(rows).text).toBe(
			'Safety fell from 88 % of papers (2018) to 72 % (2026); preference optimisation and speech each rose from 6.0 % to 14 %'
		);
	});

	it('quotes the period since which a theme falls, where the window’s ends tell another story', () => {
		const share = (year: number) => (year < 8 ? 100 + 200 * year : 1700 - 150 * (year - 8));
		const rows = yearly(...Array.from({ length: 16 }, (_, year) => [share(year), 8000 - share(year), 0]));
		const { text } = trend(rows, { selected: [0] });
		const [, from, then, to] =
			/^Preference optimisation fell from (\d+) % of papers \((20\d\d)\) to ([\d.]+) % \(2033\)$/.exec(text)!;
		expect(Number(to)).toBeLessThan(Number(from));
		expect(Number(from)).toBe(Math.round((100 * share(Number(then) - 2018)) / 8000));
	});

	it('quotes no period that tells a move badly, and says the move in words', () => {
		// The first year has 40 papers, of which 5 happen to be of theme 0: 12.5 % of them, where the line begins at 6 %.
		const later = Array.from({ length: 11 }, (_, year) => [140 + 12 * year, 1860 - 12 * year]);
		const rows = yearly([5, 35], ...later);
		expect(trend(rows)).toEqual({
			text: 'Preference optimisation: rising; safety: falling',
			basis: expect.stringMatching(/^very sure; 12 years, 2018–2029/)
		});
		expect(trend(rows, { selected: [0] }).text).toBe('Preference optimisation: rising');
		expect(trend(yearly(...later)).text).toMatch(/rose from 7.0 % of papers \(2018\) to 13 % \(2028\)/);
	});

	it('claims nothing that chance explains', () => {
		expect(trend(yearly([6, 30], [9, 27], [8, 28], [10, 26], [7, 30], [9, 28])).text).toBe(
			'No clear rise or fall; the largest theme is safety, 78 % of the papers of 2018–2023'
		);
	});

	it('says when there are too few papers or periods, and leaves partial ones out', () => {
		const rows = yearly([3, 9], [4, 9], [5, 30]);
		expect(trend(rows, { span: { first: '2018-01-01', last: '2020-03-31' } }).text).toBe(
			'Too few papers: no year at the end has 20; the largest theme is safety, 80 % of the dated papers'
		);
		expect(trend(yearly([15, 15], [14, 14])).text).toBe(
			'Too few years to tell what rises or falls: 2018 and 2019 have enough papers, five such years are needed; no theme has more than 50 % of the dated papers'
		);
	});

	it('says when a single period holds all papers, however many', () => {
		expect(trend(yearly([210, 190])).text).toBe(
			'2018 alone tells no trend; the largest theme is preference optimisation, 53 % of the dated papers'
		);
	});

	it('says when nothing is dated', () => {
		const undated: ThemePeriodCount[] = [{ themeId: 0, period: null, placement: 'undated', papers: 9 }];
		expect(trend(undated)).toEqual({ text: 'No paper has a date', basis: '' });
		expect(trend(undated, { narrowed: true }).text).toBe('None of these papers has a date');
		const coarse = undated.map((row) => ({ ...row, placement: 'coarse' as const }));
		expect(trend(coarse, { unit: 'month' }).text).toBe('No paper is dated to a month');
		expect(trend([], { narrowed: true }).text).toBe('No paper passes the filters');
	});
});

describe('words of a headline', () => {
	it('begin with a capital, whatever the script', () => {
		expect(['élan', 'ψ-nets', '语言', '3d scenes', ''].map(capitalise)).toEqual([
			'Élan',
			'Ψ-nets',
			'语言',
			'3d scenes',
			''
		]);
	});

	it('state a probability without false precision', () => {
		expect([0.00099, 0.0134, 0.0996, 0.234, 1].map(probability)).toEqual([
			'p < 0.001',
			'p = 0.013',
			'p = 0.100',
			'p = 0.23',
			'p = 1.00'
		]);
	});
});
