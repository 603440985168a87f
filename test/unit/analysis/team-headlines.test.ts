import { describe, expect, it } from 'vitest';

import { matrixHeadline } from '../../../src/lib/views/charts/matrix/matrix-headline.ts';
import { teamByThemeHeadline } from '../../../src/lib/views/charts/team-by-theme/team-by-theme-headline.ts';
import { teamHeadline } from '../../../src/lib/views/charts/team/team-headline.ts';
import { teamOverTimeHeadline } from '../../../src/lib/views/charts/team-over-time/team-over-time-headline.ts';

const labels = new Map([
	[0, 'preference optimisation'],
	[1, 'safety'],
	[2, 'speech']
]);

const teams = (...sizes: [teamSize: number | null, papers: number][]) =>
	sizes.map(([teamSize, papers]) => ({ teamSize, papers }));

describe('the sentence above team sizes', () => {
	it('states what lies between the quartiles, with its share, and the median', () => {
		expect(teamHeadline(teams([2, 4], [6, 5], [9, 4], [null, 7]), false)).toEqual({
			text: 'All teams have 2 to 9 authors; the median is 6',
			basis: '13 papers with a known team size, 7 without'
		});
		expect(teamHeadline(teams([1, 10], [4, 1]), true).text).toBe(
			'Most teams of these papers (91 %) have 1 author'
		);
		expect(teamHeadline(teams([1, 40], [2, 60], [3, 160], [6, 159], [7, 81]), false).text).toBe(
			'Most teams (64 %) have 3 to 6 authors; the median is 3'
		);
		// The quartiles of ten sizes lie between two of them.
		expect(
			teamHeadline(teams(...Array.from({ length: 10 }, (_, at) => [at + 1, 1] as [number, number])), false)
				.text
		).toBe('40 % of the teams have 4 to 7 authors; the median is 5.5');
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
		expect(teamHeadline([], true).text).toBe('No paper passes the filters');
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
		const { text, test, themes } = teamByThemeHeadline(different, labels, []);
		expect(text).toBe(
			'The largest teams are in preference optimisation (median 9 authors), the smallest in safety (4)'
		);
		expect(themes).toEqual([0, 1]);
		expect(test).toBe('Kruskal-Wallis over 2 themes and 62 papers: p < 0.001, epsilon-squared 0.77');
	});

	it('sets one selected theme against the others', () => {
		expect(teamByThemeHeadline(different, labels, [1])).toEqual({
			text: 'Teams in safety are smaller than elsewhere: median 4 against 9',
			basis: '',
			test: 'Mann-Whitney p < 0.001, Cliff’s delta −0.88 (large)',
			themes: [1]
		});
		expect(teamByThemeHeadline(different, labels, [2]).text).toBe('Too few known team sizes in speech (2)');
		const alike = ofThemes(teams([4, 10], [5, 9]), teams([4, 9], [5, 10]));
		expect(teamByThemeHeadline(alike, labels, [0]).text).toBe(
			'Teams in preference optimisation are about as large as elsewhere: median 4 against 5'
		);
		for (const selected of [[0], []]) {
			expect(teamByThemeHeadline(ofThemes(teams([4, 10])), labels, selected).text).toBe(
				'The median team in preference optimisation has 4 authors'
			);
		}
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

	it('says which themes it speaks of, where some have too few known sizes', () => {
		const rows = ofThemes(teams([4, 10], [5, 9]), teams([4, 9], [5, 10]), teams([40, 7]));
		expect(teamByThemeHeadline(rows, labels, []).text).toBe(
			'Team sizes do not clearly differ between the 2 themes with at least 8 known sizes: medians of 4 to 5 authors'
		);
	});

	it('says when there is too little to compare', () => {
		expect(teamByThemeHeadline([], labels, []).text).toBe('Too few known team sizes to compare themes');
	});
});

type Source = Parameters<typeof teamOverTimeHeadline>[0];

describe('the sentence above team size over time', () => {
	const overTimeHeadline = (
		rows: Source['rows'],
		unit: Source['unit'],
		narrowed: boolean,
		days: Source['days'] = null
	) => teamOverTimeHeadline({ rows, unit, span: null, narrowed, days });
	const over = (...years: ReturnType<typeof teams>[]) =>
		years.flatMap((rows, year) =>
			rows.map((row) => ({ ...row, period: `${2020 + year}-01-01`, placement: 'dated' as const }))
		);

	it('compares medians of two halves', () => {
		const rows = over(teams([4, 12], [5, 9], [null, 4]), teams([7, 12], [8, 9]));
		expect(overTimeHeadline(rows, 'year', false)).toEqual({
			text: 'The median team grew from 4 authors (2020) to 7 (2021)',
			basis: '',
			test: '2020 (21 papers) against 2021 (21 papers): Mann-Whitney p < 0.001, Cliff’s delta 1.00'
		});
	});

	it('claims no change that chance explains, nor much of a small one', () => {
		const alike = over(teams([4, 12], [5, 9]), teams([4, 11], [5, 10]));
		expect(overTimeHeadline(alike, 'year', false).text).toBe(
			'Team size did not clearly change: the median of 2020 and of 2021 is 4 authors'
		);
		const slightly = over(teams([4, 5000], [5, 5000]), teams([4, 4600], [5, 5400]));
		expect(overTimeHeadline(slightly, 'year', false).text).toBe(
			'Teams grew only a little: median 4.5 (2020), then 5 authors (2021)'
		);
	});

	it('names one median where growth did not move it', () => {
		const steady = over(teams([3, 2000], [5, 3000], [6, 2000]), teams([3, 1800], [5, 3000], [6, 2200]));
		expect(overTimeHeadline(steady, 'year', false).text).toBe(
			'Teams grew only a little: the median of 2020 and of 2021 is 5 authors'
		);
	});

	it('speaks of the periods that the axis shows', () => {
		const rows = over(teams([40, 30]), teams([4, 12], [5, 9]), teams([7, 12], [8, 9]), teams([1, 30]));
		const shown = overTimeHeadline(rows, 'year', false, { from: '2021-01-01', to: '2022-12-31' });
		expect(shown.text).toBe('The median team grew from 4 authors (2021) to 7 (2022)');
	});

	it('says when there is too little', () => {
		expect(overTimeHeadline(over(teams([4, 5]), teams([6, 5])), 'year', false).text).toBe(
			'Too few dated papers with a known team size to tell a trend'
		);
		const undated = [{ period: null, placement: 'undated' as const, teamSize: 4, papers: 9 }];
		expect(overTimeHeadline(undated, 'month', true).text).toBe('None of these papers has a date');
		const coarse = undated.map((row) => ({ ...row, placement: 'coarse' as const }));
		expect(overTimeHeadline(coarse, 'month', false).text).toBe(
			'No paper is dated to a month and has a known team size'
		);
		const unsized = over(teams([null, 40]), teams([null, 50]));
		expect(overTimeHeadline(unsized, 'year', false).text).toBe('None of the papers has a known team size');
		expect(overTimeHeadline(over(teams([4, 90])), 'year', false).text).toBe('2020 alone tells no trend');
		expect(overTimeHeadline([], 'month', true).text).toBe('No paper passes the filters');
	});
});

describe('the sentence above themes by team size', () => {
	const rows = ofThemes(teams([8, 30], [2, 20], [null, 9]), teams([8, 20], [2, 80]));

	it('names the cell that stands out, in shares of known sizes', () => {
		// Residual by hand: (30 - 16.67) / sqrt(16.67 (1 - 50/150) (1 - 50/150)) = 4.90
		expect(matrixHeadline(rows, labels, [], false)).toEqual({
			text: '60 % of the papers in preference optimisation have 6–10 authors, against 33 % of all papers',
			basis: '',
			test: 'Adjusted residual 4.9, p < 0.001 over 4 cells (Bonferroni)'
		});
	});

	it('quotes a name that is as long as a sentence', () => {
		const long = new Map([...labels, [0, 'models that a reviewer named']]);
		expect(matrixHeadline(rows, long, [], false).text).toMatch(
			/^60 % of the papers in “models that a reviewer named” have/
		);
	});

	it('is about the selected theme, and about what filters left', () => {
		expect(matrixHeadline(rows, labels, [1], true).text).toBe(
			'80 % of the papers in safety have 2 authors, against 67 % of all these papers'
		);
	});

	it('claims nothing that chance explains', () => {
		const alike = ofThemes(teams([8, 30], [2, 20]), teams([8, 28], [2, 22]));
		expect(matrixHeadline(alike, labels, [], false).text).toBe('No theme stands out by its team sizes');
		// Residual 2: p = 0.046 for one cell, not for the best of four.
		const tempting = ofThemes(teams([8, 30], [2, 20]), teams([8, 20], [2, 30]));
		expect(matrixHeadline(tempting, labels, [], false)).toEqual({
			text: 'No theme stands out by its team sizes',
			basis: '',
			test: 'Adjusted residual 2.0, p = 0.18 over 4 cells (Bonferroni)'
		});
		expect(matrixHeadline(ofThemes(teams([8, 30])), labels, [], false)).toEqual({
			text: 'One theme alone has team sizes: there is no other to compare',
			basis: ''
		});
	});

	it('says when there is too little to compare', () => {
		expect(matrixHeadline(ofThemes(teams([8, 3], [null, 50]), teams([8, 3])), labels, [], false).text).toBe(
			'Too few papers to compare team sizes theme by theme'
		);
	});
});
