import { describe, expect, it } from 'vitest';

import { heatStep, slotColour, tokenColour } from '../../../src/lib/drawing/colour.ts';
import { downscale } from '../../../src/lib/drawing/downscale.ts';
import { barNumbers, besideLine, placeInBins } from '../../../src/lib/views/charts/team/histogram.ts';
import {
	areaPath,
	bandPath,
	intervalPaths,
	linePaths,
	stretchPath
} from '../../../src/lib/drawing/line-path.ts';
import { logEnd, logPosition } from '../../../src/lib/drawing/log-scale.ts';
import { stepScale } from '../../../src/lib/drawing/period-scale.ts';
import { trendLayout } from '../../../src/lib/drawing/trend-layout.ts';
import { bins, quarters, trend } from '../../support/gallery/samples.ts';

const point = (x: number, y: number | null, partial = false) => ({ x, y, partial });

describe('linePaths', () => {
	it('breaks at gaps and dots what has no neighbour', () => {
		const paths = linePaths([point(0, 1), point(1, 2), point(2, null), point(3, 4), point(4, null)]);
		expect(paths).toEqual({ solid: 'M0,1L1,2', dashed: '', lone: [{ x: 3, y: 4 }] });
	});

	it('dashes segments from and to partial periods', () => {
		const paths = linePaths([point(0, 1, true), point(1, 2), point(2, 3), point(3, 4, true)]);
		expect(paths.solid).toBe('M1,2L2,3');
		expect(paths.dashed).toBe('M0,1L1,2M2,3L3,4');
	});
});

describe('a stretch of a line', () => {
	const line = [point(0, 0), point(10, 10), point(20, 0, true), point(30, null), point(40, 5)];

	it('reaches half-way to its neighbours, so that one point is a stretch too', () => {
		expect(stretchPath(line, { from: 1, to: 1 })).toBe('M5,5L10,10L15,5');
		expect(stretchPath(line, { from: 0, to: 1 })).toBe('M0,0L10,10L15,5');
		expect(stretchPath(line, { from: 2, to: 2 })).toBe('M15,5L20,0');
	});

	it('is short where a point has no neighbour, and nothing where there is no point', () => {
		expect(stretchPath(line, { from: 4, to: 4 })).toBe('M38,5L42,5');
		expect(stretchPath(line, { from: 3, to: 3 })).toBe('');
	});
});

describe('areas', () => {
	it('reach both ends of their steps, even for one period', () => {
		expect(
			bandPath(
				[[0, 2]],
				() => 50,
				0,
				100,
				(value) => 10 - value
			)
		).toBe('M0,8L50,8L100,8L100,10L50,10L0,10Z');
		expect(
			bandPath(
				[],
				() => 0,
				0,
				1,
				(value) => value
			)
		).toBe('');
	});

	it('split an interval at its gaps', () => {
		const path = intervalPaths(
			[{ low: 1, high: 3 }, { low: 1, high: 4 }, null, { low: 2, high: 2 }],
			(index) => index * 10,
			(value) => value
		);
		expect(path).toBe('M0,3L10,4L10,1L0,1ZM26,2L34,2L34,2L26,2Z');
	});
});

it('areaPath goes down to the ground at both ends of every stretch', () => {
	const points = [point(0, 1), point(10, 2.04), point(20, null), point(30, 4)];
	expect(areaPath(points, 9)).toBe('M0,9L0,1L10,2L10,9ZM30,9L30,4L30,9Z');
	expect(areaPath([point(0, null)], 9)).toBe('');
});

describe('scales', () => {
	it('step evenly between two positions', () => {
		const scale = stepScale(4, 20, 60);
		expect([scale.start(1), scale.middle(1), scale.end(1), scale.at(45)]).toEqual([30, 35, 40, 2]);
		expect(stepScale(0, 20, 60).at(45)).toBe(0);
	});

	it('place sizes by their logarithm and hold the ends', () => {
		expect(logPosition(10, 1, 100)).toBeCloseTo(0.5, 12);
		expect([logPosition(0, 1, 100), logPosition(500, 1, 100)]).toEqual([0, 1]);
		expect([0, 5, 6, 21, 664].map(logEnd)).toEqual([5, 5, 10, 50, 1000]);
	});

	it('find a size among its bins', () => {
		const known = bins([], 0);
		expect(placeInBins(known, 1)).toBe(0.5);
		expect(placeInBins(known, 6)).toBeCloseTo(4.1, 12);
		expect(placeInBins(known, 8)).toBe(4.5);
		expect(placeInBins(known, 4000)).toBe(7);
		expect(placeInBins([], 8)).toBeNull();
	});

	it('put a median between two sizes between their bins', () => {
		const known = bins([], 0);
		expect([2.5, 3.5, 5.5, 10.5].map((size) => placeInBins(known, size))).toEqual([2, 3, 4, 5]);
		expect(placeInBins(known, 4.5)).toBe(3.5);
	});
});

describe('numbers over bars', () => {
	const papers = [640, 3689, 11_103, 19_012];

	it('are written in full where all have room, else all in thousands', () => {
		expect(papers.map(barNumbers(papers, 60).words)).toEqual(['640', '3,689', '11,103', '19,012']);
		expect(barNumbers(papers, 60).size).toBe(12);
		const narrow = barNumbers(papers, 42);
		expect(papers.map(narrow.words)).toEqual(['640', '3.7k', '11.1k', '19k']);
		expect([narrow.size, barNumbers(papers, 33).size]).toEqual([12, 10]);
		expect([1_000, 5_000, 1_234_567].map(narrow.words)).toEqual(['1k', '5k', '1.2m']);
	});

	it('stand beside an upright line where their bar has room, else where they were', () => {
		const bar = { x: 100, width: 80 };
		expect(besideLine(bar, 20, null)).toBe(100);
		expect(besideLine(bar, 20, 130)).toBe(100);
		expect(besideLine(bar, 20, 100)).toBe(85);
		expect(besideLine(bar, 20, 98)).toBe(113);
		expect(besideLine({ x: 100, width: 30 }, 20, 100)).toBe(100);
	});
});

describe('trendLayout', () => {
	const series = trend(
		quarters(4, () => 10),
		3
	);

	it('gives labels a column on wide charts only', () => {
		expect(trendLayout(1000, 320, series, { coarse: 1, undated: 1 }, 30).labels).not.toBeNull();
		expect(trendLayout(559, 320, series, { coarse: 1, undated: 1 }, 30).labels).toBeNull();
		expect(trendLayout(1000, 320, series.slice(0, 1), { coarse: 1, undated: 1 }, 30).labels).toBeNull();
	});

	it('takes no room for papers that are not there', () => {
		const none = trendLayout(500, 320, series, { coarse: 0, undated: 0 }, 30);
		const both = trendLayout(500, 320, series, { coarse: 1, undated: 1 }, 30);
		expect(none.right - both.right).toBe(102);
	});
});

describe('colour', () => {
	it('is a theme’s own or neutral', () => {
		expect([0, 55, null].map(slotColour)).toEqual(['var(--theme-1)', 'var(--theme-56)', 'var(--neutral)']);
	});

	it('is read from a stylesheet as the scheme has it', () => {
		const read = (value: string, colorScheme: string) =>
			tokenColour({ colorScheme, getPropertyValue: () => value }, '--ink');
		const both = ' light-dark(#1b1c1e, #eceae4)';
		expect([read(both, 'light'), read(both, 'dark'), read(both, 'normal')]).toEqual([
			'#1b1c1e',
			'#eceae4',
			'#1b1c1e'
		]);
		expect([read(' #123456', 'dark'), read('', 'dark')]).toEqual(['#123456', '']);
	});

	it('never shades a small share as none', () => {
		expect([0, 1e-6, 0.25, 0.5].map((share) => heatStep(share, 0.5))).toEqual([0, 1, 3, 5]);
		expect(heatStep(0, 0)).toBe(0);
	});
});

it('downscale loses no paper', () => {
	const values = Array.from({ length: 103 }, (_, index) => index);
	const small = downscale(values, 20);
	expect(small.length).toBeLessThanOrEqual(20);
	expect(small.reduce((sum, value) => sum + value, 0)).toBe(5253);
	expect(downscale([1, 2], 20)).toEqual([1, 2]);
});
