import { describe, expect, it } from 'vitest';

import { localRegression } from '../../../src/lib/analysis/local-regression.ts';
import { smoothSeries } from '../../../src/lib/analysis/smooth-series.ts';

const values = [
	0.0946, 0.0991, 0.128, 0.0943, 0.1102, 0.1377, 0.1356, 0.1298, 0.1454, 0.0794, 0.1604, 0.1248, 0.1146,
	0.1575, 0.17, 0.1511, 0.1425, 0.1685, 0.1709, 0.2041, 0.1949, 0.1879, 0.2102, 0.1879
];
const papers = [
	30, 42, 25, 61, 48, 70, 55, 90, 20, 33, 64, 81, 77, 45, 102, 88, 93, 60, 71, 120, 111, 98, 130, 64
];
const times = values.map((_, place) => place);
const kept = [0, 1, 2, 3, 5, 6, 7, 8, 9, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22];
const at = (all: readonly number[]) => kept.map((place) => all[place]!);

/** scikit-misc 0.5.3, `loess(degree=1, family='gaussian', surface='direct')`, spans 8/24, 8/24 and 7/20. */
const references: [string, (number | null)[], number[]][] = [
	[
		'equal weights',
		localRegression(
			times,
			values.map(() => 1),
			8
		)(values),
		[
			0.097206, 0.102105, 0.107255, 0.113212, 0.119187, 0.124108, 0.128518, 0.12852, 0.128175, 0.127319,
			0.126213, 0.130936, 0.140214, 0.145085, 0.149605, 0.155964, 0.160897, 0.167437, 0.176487, 0.18557,
			0.192702, 0.194838, 0.196276, 0.197395
		]
	],
	[
		'the weight of papers',
		localRegression(times, papers, 8)(values),
		[
			0.094091, 0.098935, 0.10439, 0.110483, 0.117142, 0.123416, 0.129003, 0.129299, 0.130957, 0.130029,
			0.128438, 0.131561, 0.139917, 0.144404, 0.149234, 0.155626, 0.161119, 0.168479, 0.177209, 0.187081,
			0.194799, 0.197356, 0.198971, 0.200447
		]
	],
	[
		'gaps between times',
		localRegression(kept, at(papers), 7)(at(values)),
		[
			0.093629, 0.099141, 0.1054, 0.112381, 0.124722, 0.131072, 0.124641, 0.118462, 0.112361, 0.124274,
			0.141757, 0.1498, 0.156074, 0.155982, 0.16459, 0.178886, 0.190143, 0.195265, 0.200495, 0.205092
		]
	]
];

describe('local regression', () => {
	it.each(references)('fits as another implementation does, with %s', (_, fitted, reference) => {
		expect(fitted).toHaveLength(reference.length);
		fitted.forEach((value, i) => expect(value).toBeCloseTo(reference[i]!, 5));
	});

	it('leaves a line as it is, and knows nothing without weights', () => {
		const line = times.map((time) => 3 - time / 10);
		localRegression(times, papers, 5)(line).forEach((value, i) => expect(value).toBeCloseTo(line[i]!, 12));
		expect(localRegression([0, 1], [0, 0], 2)([1, 2])).toEqual([null, null]);
		expect(localRegression([4], [2], 5)([7])).toEqual([7]);
	});
});

describe('smoothed series', () => {
	const axis = papers.map((all) => ({ papers: all, partial: false }));
	const own = papers.map((all, place) => Math.round(all * values[place]!));
	const rest = papers.map((all, place) => all - own[place]!);
	const series = [
		{ id: 4, counts: own },
		{ id: 9, counts: rest }
	];

	it('are shares of periods by their papers, which still sum to one', () => {
		const smooth = smoothSeries(series, axis, 'share');
		const shares = own.map((count, place) => count / papers[place]!);
		expect(smooth.get(4)).toEqual(localRegression(times, papers, 8)(shares));
		smooth.get(4)!.forEach((share, place) => expect(share! + smooth.get(9)![place]!).toBeCloseTo(1, 12));
	});

	it('leave out periods in part and, of shares, empty ones', () => {
		const gaps = axis.map((period, place) => ({
			papers: place === 5 ? 0 : period.papers,
			partial: place === 23
		}));
		const nulls = (smooth: (number | null)[] | undefined) =>
			smooth?.flatMap((value, place) => (value === null ? [place] : []));
		expect(nulls(smoothSeries(series, gaps, 'share').get(4))).toEqual([5, 23]);
		expect(nulls(smoothSeries(series, gaps, 'count').get(4))).toEqual([23]);
	});

	it('are none for few periods, and never below nothing', () => {
		expect(smoothSeries(series, axis.slice(0, 7), 'share')).toEqual(new Map());
		const steep = { id: 1, counts: [90, 60, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0] };
		const smooth = smoothSeries([steep], axis.slice(0, 12), 'count').get(1)!;
		expect(Math.min(...smooth.map((value) => value ?? 0))).toBe(0);
	});
});
