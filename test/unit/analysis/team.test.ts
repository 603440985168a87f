import { describe, expect, it } from 'vitest';

import { quantile, tally } from '../../../src/lib/analysis/tally.ts';
import { teamBins, teamBinsByTheme, teamSummary } from '../../../src/lib/analysis/team.ts';

/** 63 draws: geometric with p = 0.2 (NumPy 2.4.6, default_rng(5)), then 664, 31 and 31. */
const sizes = [
	[1, 11],
	[2, 12],
	[3, 7],
	[4, 6],
	[5, 5],
	[6, 8],
	[7, 3],
	[8, 1],
	[9, 1],
	[10, 5],
	[12, 1],
	[31, 2],
	[664, 1]
] as const;
const rows = sizes.map(([teamSize, papers]) => ({ teamSize, papers }));

describe('quantiles of a tally', () => {
	it('are those of NumPy 2.4.6, `percentile` with its default method', () => {
		const values = tally(sizes.map(([value, count]) => ({ value, count })));
		const wanted = [1, 1, 2, 4, 6, 10, 664];
		expect([0, 0.1, 0.25, 0.5, 0.75, 0.9, 1].map((p) => quantile(values, p))).toEqual(wanted);
		const few = tally([8, 2, 4, 1].map((value) => ({ value, count: 1 })));
		expect([0.25, 0.5, 0.75].map((p) => quantile(few, p))).toEqual([1.75, 3, 5]);
	});

	it('do not exist for nothing', () => {
		expect(() => quantile([], 0.5)).toThrow(RangeError);
	});
});

describe('tally', () => {
	it('merges equal values, sorts by number, and leaves out what is unknown or empty', () => {
		const rows = [
			{ value: 10, count: 1 },
			{ value: null, count: 9 },
			{ value: 9, count: 2 },
			{ value: 10, count: 3 },
			{ value: 1, count: 0 }
		];
		expect(tally(rows)).toEqual([
			{ value: 9, count: 2 },
			{ value: 10, count: 4 }
		]);
	});
});

describe('teamBins', () => {
	it('hold every paper once, each edge on its own side', () => {
		const edges = [1, 2, 3, 4, 5, 6, 10, 11, 20, 21, 664, null];
		const bins = teamBins(edges.map((teamSize, index) => ({ teamSize, papers: 2 ** index })));
		expect(bins.map(({ label, papers }) => [label, papers])).toEqual([
			['1', 1],
			['2', 2],
			['3', 4],
			['4-5', 8 + 16],
			['6-10', 32 + 64],
			['11-20', 128 + 256],
			['21+', 512 + 1024],
			['unknown', 2048]
		]);
		expect(bins.map(({ from, to }) => [from, to]).slice(3)).toEqual([
			[4, 5],
			[6, 10],
			[11, 20],
			[21, null],
			[null, null]
		]);
	});

	it('start from nothing each time', () => {
		teamBins(rows);
		expect(teamBins([]).every(({ papers }) => papers === 0)).toBe(true);
	});

	it('are filled theme by theme', () => {
		const byTheme = teamBinsByTheme([
			{ themeId: 3, teamSize: 5, papers: 2 },
			{ themeId: 9, teamSize: null, papers: 4 },
			{ themeId: 3, teamSize: 4, papers: 1 }
		]);
		expect([...byTheme]).toEqual([
			[3, [0, 0, 0, 3, 0, 0, 0, 0]],
			[9, [0, 0, 0, 0, 0, 0, 0, 4]]
		]);
	});
});

describe('teamSummary', () => {
	it('counts each paper once and unknown sizes apart', () => {
		expect(teamSummary([...rows, { teamSize: null, papers: 7 }])).toEqual({
			known: 63,
			unknown: 7,
			minimum: 1,
			lowerQuartile: 2,
			median: 4,
			upperQuartile: 6,
			maximum: 664
		});
	});

	it('is nothing when no size is known', () => {
		expect(teamSummary([{ teamSize: null, papers: 7 }])).toBeNull();
		expect(teamSummary([])).toBeNull();
	});
});
