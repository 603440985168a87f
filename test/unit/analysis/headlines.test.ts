import { describe, expect, it } from 'vitest';

import { halves } from '../../../src/lib/analysis/halves.ts';
import { capitalise, probability } from '../../../src/lib/analysis/headline.ts';
import {
	matrixHeadline,
	teamByThemeHeadline,
	teamHeadline,
	teamOverTimeHeadline,
	trendHeadline
} from '../../../src/lib/analysis/headlines.ts';
import { periodAxis } from '../../../src/lib/analysis/periods.ts';
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

	it('claims nothing that chance explains', () => {
		expect(trend(yearly([6, 30], [9, 27], [8, 28], [10, 26])).text).toBe(
			'No clear change over time; safety has most, 77 % of dated papers'
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
			'Too few papers in whole years (25) to tell a trend; safety has most, 80 % of dated papers'
		);
		expect(trend(yearly([5, 5], [4, 4])).text).toBe(
			'Too few papers in whole years (18) to tell a trend; no theme has more than 50 % of dated papers'
		);
	});

	it('says when nothing is dated', () => {
		const undated: ThemePeriodCount[] = [{ themeId: 0, period: null, placement: 'undated', papers: 9 }];
		expect(trend(undated)).toEqual({ text: 'No paper is dated to a year', basis: '' });
		expect(trend([], { narrowed: true }).text).toBe('None of these papers is dated to a year');
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

const teams = (...sizes: [teamSize: number | null, papers: number][]) =>
	sizes.map(([teamSize, papers]) => ({ teamSize, papers }));

describe('the sentence above team sizes', () => {
	it('states median and middle half', () => {
		expect(teamHeadline(teams([2, 4], [6, 5], [9, 4], [null, 7]), false)).toEqual({
			text: 'The median team has 6 authors; the middle half have 2 to 9',
			basis: '13 papers with a known team size, 7 without'
		});
		expect(teamHeadline(teams([1, 10], [4, 1]), true).text).toBe(
			'The median team of these papers has 1 author; so have about half of them'
		);
	});

	it('states only the range of a few', () => {
		expect(teamHeadline(teams([2, 1], [6, 1], [null, 3]), false).text).toBe(
			'2 papers with a known team size: 2 to 6 authors'
		);
		expect(teamHeadline(teams([1, 1]), false).text).toBe('1 paper with a known team size: 1 author');
	});

	it('says when nothing is known', () => {
		expect(teamHeadline(teams([null, 3]), false).text).toBe('None of the papers has a known team size');
		expect(teamHeadline(teams([null, 3]), true).text).toBe('None of these papers has a known team size');
		expect(teamHeadline([], true).text).toBe('No papers');
	});
});

const ofThemes = (...themes: ReturnType<typeof teams>[]) =>
	themes.flatMap((rows, themeId) => rows.map((row) => ({ themeId, ...row })));

describe('the sentence above team size by theme', () => {
	const different = ofThemes(
		teams([8, 10], [9, 11], [10, 10]),
		teams([3, 10], [4, 11], [5, 10]),
		teams([1, 2], [null, 5])
	);

	it('names the largest and smallest teams', () => {
		const { text, basis } = teamByThemeHeadline(different, labels, []);
		expect(text).toBe(
			'Preference optimisation has the largest teams (median 9 authors), safety the smallest (4)'
		);
		expect(basis).toBe('Kruskal-Wallis over 2 themes and 62 papers: p < 0.001, epsilon-squared 0.77');
	});

	it('sets one selected theme against the others', () => {
		expect(teamByThemeHeadline(different, labels, [1])).toEqual({
			text: 'Safety has smaller teams than other themes: median 4 against 9 elsewhere',
			basis: 'Mann-Whitney p < 0.001, Cliff’s delta -0.88 (large)'
		});
		expect(teamByThemeHeadline(different, labels, [2]).text).toBe('Too few known team sizes in speech (2)');
		const alike = ofThemes(teams([4, 10], [5, 9]), teams([4, 9], [5, 10]));
		expect(teamByThemeHeadline(alike, labels, [0]).text).toBe(
			'Preference optimisation has teams like other themes: median 4 against 5 elsewhere'
		);
		expect(teamByThemeHeadline(ofThemes(teams([4, 10])), labels, [0]).text).toBe(
			'Preference optimisation: the median paper has 4 authors'
		);
	});

	it('claims no difference that chance explains, nor much of a small one', () => {
		const alike = ofThemes(teams([4, 10], [5, 9]), teams([4, 9], [5, 10]));
		expect(teamByThemeHeadline(alike, labels, []).text).toBe(
			'Team sizes do not clearly differ between themes: medians of 4 to 5 authors'
		);
		const slightly = ofThemes(teams([4, 5000], [5, 5000]), teams([4, 4600], [5, 5400]));
		expect(teamByThemeHeadline(slightly, labels, []).text).toBe(
			'Team sizes differ only a little between themes: medians of 4.5 to 5 authors'
		);
	});

	it('says when there is too little to compare', () => {
		expect(teamByThemeHeadline([], labels, []).text).toBe('Too few known team sizes to compare themes');
	});
});

describe('the sentence above team size over time', () => {
	const over = (...years: ReturnType<typeof teams>[]) =>
		years.flatMap((rows, year) =>
			rows.map((row) => ({ ...row, period: `${2020 + year}-01-01`, placement: 'dated' as const }))
		);

	it('compares medians of two halves', () => {
		const rows = over(teams([4, 12], [5, 9], [null, 4]), teams([7, 12], [8, 9]));
		expect(teamOverTimeHeadline(rows, 'year', null, false)).toEqual({
			text: 'The median team grew from 4 to 7 authors',
			basis: '2020 (21 papers) against 2021 (21 papers): Mann-Whitney p < 0.001, Cliff’s delta 1.00'
		});
	});

	it('claims no change that chance explains, nor much of a small one', () => {
		const alike = over(teams([4, 12], [5, 9]), teams([4, 11], [5, 10]));
		expect(teamOverTimeHeadline(alike, 'year', null, false).text).toBe(
			'Team size did not clearly change: median 4 authors'
		);
		const slightly = over(teams([4, 5000], [5, 5000]), teams([4, 4600], [5, 5400]));
		expect(teamOverTimeHeadline(slightly, 'year', null, false).text).toBe(
			'Teams grew only a little: median 4.5, then 5 authors'
		);
	});

	it('says when there is too little', () => {
		expect(teamOverTimeHeadline(over(teams([4, 5]), teams([6, 5])), 'year', null, false).text).toBe(
			'Too few dated papers with a known team size to tell a trend'
		);
		expect(teamOverTimeHeadline([], 'month', null, true).text).toBe(
			'None of these papers is dated to a month and has a known team size'
		);
	});
});

describe('the sentence above themes by team size', () => {
	const rows = ofThemes(teams([8, 30], [2, 20], [null, 9]), teams([8, 20], [2, 80]));

	it('names the cell that stands out, in shares of known sizes', () => {
		// Residual by hand: (30 - 16.67) / sqrt(16.67 (1 - 50/150) (1 - 50/150)) = 4.90
		expect(matrixHeadline(rows, labels, [], false)).toEqual({
			text: '60 % of the papers in preference optimisation have 6–10 authors, against 33 % of all papers',
			basis: 'Adjusted residual 4.9, p < 0.001 over 4 cells (Bonferroni)'
		});
	});

	it('is about the selected theme, and about what filters left', () => {
		expect(matrixHeadline(rows, labels, [1], true).text).toBe(
			'80 % of the papers in safety have 2 authors, against 67 % of all these papers'
		);
	});

	it('claims nothing that chance explains', () => {
		const alike = ofThemes(teams([8, 30], [2, 20]), teams([8, 28], [2, 22]));
		expect(matrixHeadline(alike, labels, [], false).text).toBe('No theme stands out by its team sizes');
		expect(matrixHeadline(ofThemes(teams([8, 30])), labels, [], false).text).toBe(
			'No theme stands out by its team sizes'
		);
	});

	it('says when there is too little to compare', () => {
		expect(matrixHeadline(ofThemes(teams([8, 3], [null, 50])), labels, [], false).text).toBe(
			'Too few papers to compare team sizes theme by theme'
		);
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
