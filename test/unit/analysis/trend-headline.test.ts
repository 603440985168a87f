import { describe, expect, it } from 'vitest';

import { halves } from '../../../src/lib/analysis/halves.ts';
import { capitalise, probability } from '../../../src/lib/analysis/headline.ts';
import { trendHeadline } from '../../../src/lib/views/charts/trend/trend-headline.ts';
import { periodAxis } from '../../../src/lib/analysis/periods.ts';
import { withFindings } from '../../../src/lib/analysis/share-changes.ts';
import { themeTrends } from '../../../src/lib/analysis/trends.ts';
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
	trendHeadline({ trend: rows, unit: 'year', span: null, labels, selected: [], narrowed: false, ...more });

describe('halves', () => {
	it('hold about the same number of papers, without partial and empty periods', () => {
		const axis = periodAxis(yearly([9], [10], [20], [0], [25], [4]), 'year', {
			first: '2018-07-01',
			last: '2023-12-31'
		});
		const { early, late } = halves(axis)!;
		expect(early).toEqual({ places: [1, 2], papers: 30, words: '2019–2020 (30 papers)' });
		expect(late).toEqual({ places: [4, 5], papers: 29, words: '2022–2023 (29 papers)' });
	});

	it('do not exist with one usable period', () => {
		expect(halves(periodAxis(yearly([9], [0]), 'year', null))).toBeNull();
	});
});

describe('the sentence above the trend', () => {
	const changing = yearly([6, 94, 0], [7, 93, 0], [20, 80, 0], [22, 78, 0]);

	it('names growth and decline with shares of both halves', () => {
		expect(trend(changing)).toEqual({
			text: 'Preference optimisation grew from 6.5 % to 21 % of papers; safety shrank from 94 % to 79 %',
			basis: '2018–2019 (200 papers) against 2020–2021 (200 papers)'
		});
	});

	it('is about the selected themes, and about what filters left', () => {
		expect(trend(changing, { selected: [1], narrowed: true }).text).toBe(
			'Safety shrank from 94 % to 79 % of these papers'
		);
		expect(trend(changing, { selected: [2] }).text).toBe(
			'No clear change over time; no dated paper is in the selected themes'
		);
	});

	it('quotes labels that have commas of their own', () => {
		const quoted = new Map([...labels, [0, 'memory, agents'] as const]);
		expect(trend(changing, { labels: quoted, selected: [0] }).text).toBe(
			'“Memory, agents” grew from 6.5 % to 21 % of papers'
		);
	});

	it('claims nothing that chance explains', () => {
		expect(trend(yearly([6, 30], [9, 27], [8, 28], [10, 26])).text).toBe(
			'No clear change over time; the largest theme is safety, 77 % of dated papers'
		);
	});

	it('asks for stronger evidence when it looks at more themes', () => {
		const rows = (themes: number) => {
			const others = Array.from({ length: themes - 1 }, () => Math.round(88 / (themes - 1)));
			return yearly([12, ...others], [30, ...others]);
		};
		expect(trend(rows(2)).text).toMatch(/^Preference optimisation grew/);
		expect(trend(rows(9)).text).toMatch(/^No clear change/);
	});

	it('says when there are too few papers, and leaves partial periods out of that count', () => {
		const rows = yearly([3, 9], [4, 9], [5, 30]);
		expect(trend(rows, { span: { first: '2018-01-01', last: '2020-03-31' } }).text).toBe(
			'Too few papers in whole years (25) to tell a trend; the largest theme is safety, 80 % of dated papers'
		);
		expect(trend(yearly([5, 5], [4, 4])).text).toBe(
			'Too few papers in whole years (18) to tell a trend; no theme has more than 50 % of dated papers'
		);
	});

	it('says when a single period holds all papers, however many', () => {
		expect(trend(yearly([210, 190])).text).toBe(
			'2018 alone tells no trend; the largest theme is preference optimisation, 53 % of dated papers'
		);
		expect(trend(yearly([1, 0])).text).toMatch(/^Too few papers in whole years \(1\) to tell a trend/);
	});

	it('says when nothing is dated', () => {
		const undated: ThemePeriodCount[] = [{ themeId: 0, period: null, placement: 'undated', papers: 9 }];
		expect(trend(undated)).toEqual({ text: 'No paper has a date', basis: '' });
		expect(trend(undated, { narrowed: true }).text).toBe('None of these papers has a date');
		const coarse = undated.map((row) => ({ ...row, placement: 'coarse' as const }));
		expect(trend(coarse, { unit: 'month' }).text).toBe('No paper is dated to a month');
		expect(trend([], { narrowed: true }).text).toBe('No paper passes the filters');
	});

	it('follows the trend tests where there are any', () => {
		const steady = yearly(...[6, 8, 11, 13, 15, 18, 20].map((papers) => [papers, 100 - papers, 0]));
		const jump = yearly(...[6, 5, 7, 6, 21, 20, 22].map((papers) => [papers, 94, 0]));
		expect(trend(steady, { trends: themeTrends({ year: steady }, null) })).toEqual({
			text: 'Preference optimisation grew from 8.3 % to 17 % of papers; safety shrank from 92 % to 84 %',
			basis: '2018–2020 (300 papers) against 2021–2024 (400 papers); Mann-Kendall over 7 years'
		});
		const noisy = yearly(...[16, 2, 4, 3, 21, 4, 22].map((papers) => [papers, 94, 0]));
		expect(trend(noisy).text).toMatch(/grew/);
		expect(trend(noisy, { trends: themeTrends({ year: noisy }, null) }).text).toMatch(/^No clear change/);
		expect(trend(jump, { trends: themeTrends({ year: jump.slice(0, 3) }, null) }).text).toMatch(/grew/);
	});
});

describe('changes with the findings of trend tests', () => {
	it('count only where they agree', () => {
		const rows = yearly(...[5, 6, 7, 8, 9].map((papers) => [papers, 100 - papers]));
		const { early, late } = halves(periodAxis(rows, 'year', null))!;
		const trends = themeTrends({ year: rows }, null);
		const findings = trends.kind === 'tested' ? trends.findings : [];
		const changes = [
			{ themeId: 0, early: 10, late: 30, p: 1 },
			{ themeId: 1, early: 10, late: 30, p: 0 }
		];
		const [agreeing, contrary] = withFindings(changes, findings, { early, late });
		expect(agreeing!.p).toBeCloseTo(2 / 120, 12);
		expect(contrary!.p).toBe(1);
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
