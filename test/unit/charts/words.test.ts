import { describe, expect, it } from 'vitest';

import { matrixTable } from '../../../src/lib/views/charts/matrix/matrix.ts';
import { teamByThemeTable } from '../../../src/lib/views/charts/team-by-theme/team-by-theme.ts';
import { teamOverTimeTable } from '../../../src/lib/views/charts/team-over-time/team-over-time.ts';
import { histogramTable } from '../../../src/lib/views/charts/team/team.ts';
import { trendTable } from '../../../src/lib/views/charts/trend/trend-table.ts';
import {
	apart,
	lineValues,
	paintOrder,
	plotted,
	stackedBands
} from '../../../src/lib/drawing/trend-values.ts';
import { binWords, partOf, periodWords, teamWords } from '../../../src/lib/drawing/words.ts';
import { bins, matrix, quarters, summary, teamRows, trend } from '../../support/gallery/samples.ts';

const periods = quarters(3, (index) => [40, 0, 10][index]!);
const series = [
	{ ...trend(periods, 1)[0]!, counts: [10, 0, 4], coarse: 2, undated: 0 },
	{ ...trend(periods, 2)[1]!, counts: [30, 0, 6], coarse: 1, undated: 0 }
];

describe('words', () => {
	it('name a part with its whole', () => {
		expect(partOf(12, 1400)).toBe('12 of 1,400 papers (0.9 %)');
		expect(partOf(0, 0)).toBe('0 of 0 papers (–)');
	});

	it('say what makes a period hard to compare', () => {
		expect(periods.map(periodWords)).toEqual([
			'Q1 2022, 40 papers, covered only in part',
			'Q2 2022, 0 papers',
			'Q3 2022, 10 papers, covered only in part, few papers'
		]);
	});

	it('sum up team sizes', () => {
		expect(teamWords(summary(6))).toBe('median 6, half between 4 and 10, 68 papers, 7 unknown');
		expect(teamWords(null, 3)).toBe('no known team size, 3 unknown');
	});

	it('name bins', () => {
		expect(bins([], 0).map(binWords)).toEqual([
			'1 author',
			'2 authors',
			'3 authors',
			'4–5 authors',
			'6–10 authors',
			'11–20 authors',
			'21+ authors',
			'team size unknown'
		]);
	});
});

describe('trend values', () => {
	it('have no share where there are no papers', () => {
		expect(lineValues(series[0]!, periods, 'share')).toEqual([0.25, null, 0.4]);
		expect(lineValues(series[0]!, periods, 'count')).toEqual([10, 0, 4]);
		expect(plotted(0, periods[1]!, 'share')).toBeNull();
	});

	it('stack in the order given', () => {
		expect(stackedBands(series, periods, 'count').map(({ edges }) => edges)).toEqual([
			[
				[0, 10],
				[0, 0],
				[0, 4]
			],
			[
				[10, 40],
				[0, 0],
				[4, 10]
			]
		]);
	});

	it('are painted grey first and the lit one last', () => {
		const [grey, coloured, selected, lit] = [
			{ id: 4, slot: null, selected: false },
			{ id: 3, slot: 1, selected: false },
			{ id: 2, slot: null, selected: true },
			{ id: 1, slot: null, selected: false }
		].map((part) => ({ ...series[0]!, ...part }));
		expect(paintOrder([lit!, selected!, coloured!, grey!], 1).map(({ id }) => id)).toEqual([4, 3, 2, 1]);
	});
});

describe('equal lines', () => {
	it('stand apart, less the more there are, and what is nothing stays on the axis', () => {
		const values = new Map([
			[1, [0.2, 0, null]],
			[2, [0.2, 0, 0.5]],
			[3, [0.3, 0, 0.5]]
		]);
		expect([...apart(values, 3)]).toEqual([
			[1, [-1, 0, 0]],
			[2, [1, 0, -1]],
			[3, [0, 0, 1]]
		]);
		const many = apart(new Map(Array.from({ length: 15 }, (_, id) => [id, [4]])), 1);
		expect([many.get(0), many.get(14)]).toEqual([[-3.5], [3.5]]);
	});
});

describe('tables', () => {
	it('hold every number of the trend, and the papers beside its axis', () => {
		const table = trendTable('Trend', periods, series, { coarse: 3, undated: 0 }, 'count');
		expect(table.header).toEqual(['Period', 'All papers', series[0]!.label, series[1]!.label]);
		expect(table.rows).toEqual([
			['Q1 2022 (in part)', 40, 10, 30],
			['Q2 2022', 0, 0, 0],
			['Q3 2022 (in part)', 10, 4, 6],
			['Coarser date', 3, 2, 1]
		]);
	});

	it('give shares as shares', () => {
		const table = trendTable('Trend', periods, series, { coarse: 0, undated: 0 }, 'share');
		expect(table.rows[0]).toEqual(['Q1 2022 (in part)', 40, '25 %', '75 %']);
		expect(table.rows[1]).toEqual(['Q2 2022', 0, '–', '–']);
		expect(table.exact?.header).toEqual([...table.header, ...series.map(({ label }) => `${label} (share)`)]);
		expect(table.exact?.rows.slice(0, 2)).toEqual([
			['Q1 2022 (in part)', 40, 10, 30, 0.25, 0.75],
			['Q2 2022', 0, 0, 0, '', '']
		]);
	});

	it('give programs the smoothed values that are drawn', () => {
		const smooth = new Map([[series[1]!.id, [0.7, null, 0.65]]]);
		const { exact } = trendTable('Trend', periods, series, { coarse: 3, undated: 0 }, 'share', smooth);
		expect(exact?.header.at(-1)).toBe(`${series[1]!.label} (smoothed)`);
		expect(exact?.rows.map((row) => row.at(-1))).toEqual([0.7, '', 0.65, '']);
		expect(new Set(exact?.rows.map((row) => row.length))).toEqual(new Set([exact?.header.length]));
	});

	it('show unknown team sizes', () => {
		expect(histogramTable('Sizes', bins([5, 0, 0, 0, 0, 0, 0], 5)).rows.at(-1)).toEqual([
			'unknown',
			5,
			'50 %'
		]);
		const rows = teamByThemeTable('Themes', teamRows(6)).rows;
		expect(rows[5]).toEqual(['vision-language models', 0, 5, '–', '–', '–', '–', '–']);
		expect(teamOverTimeTable('Time', [{ period: periods[2]!, summary: null }]).rows).toEqual([
			['Q3 2022 (in part)', 0, 10, '–', '–', '–', '–', '–']
		]);
	});

	it('have a cell for each theme and bin', () => {
		const all = bins([], 0);
		const table = matrixTable('Matrix', matrix(3, all.length), all);
		expect(table.rows.map((row) => row.length)).toEqual([9, 9, 9]);
	});
});
