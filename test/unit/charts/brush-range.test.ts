import { describe, expect, it } from 'vitest';

import {
	daysOfSteps,
	movedHandle,
	rangeBetween,
	rangeOrAll,
	sizesOfSteps,
	stepAt,
	stepsOfDays,
	stepsOfSizes
} from '../../../src/lib/drawing/brush-range.ts';
import { bins, quarters } from '../../support/gallery/samples.ts';

describe('steps', () => {
	it('are found under a position, and at the ends beside the axis', () => {
		expect([-5, 0, 24.9, 25, 99, 100, 400].map((x) => stepAt(x, 100, 4))).toEqual([0, 0, 0, 1, 3, 3, 3]);
		expect(stepAt(10, 100, 0)).toBe(0);
	});

	it('make a range in either direction, and the whole axis is none', () => {
		expect(rangeBetween(5, 2)).toEqual({ from: 2, to: 5 });
		expect(rangeOrAll({ from: 0, to: 3 }, 4)).toBeNull();
		expect(rangeOrAll({ from: 0, to: 2 }, 4)).toEqual({ from: 0, to: 2 });
		expect(rangeOrAll({ from: 1, to: 3 }, 4)).toEqual({ from: 1, to: 3 });
	});
});

describe('handles by keyboard', () => {
	const range = { from: 3, to: 6 };
	it.each([
		['from', 'ArrowLeft', { from: 2, to: 6 }],
		['from', 'ArrowRight', { from: 4, to: 6 }],
		['from', 'Home', { from: 0, to: 6 }],
		['from', 'End', { from: 6, to: 6 }],
		['to', 'ArrowUp', { from: 3, to: 7 }],
		['to', 'Home', { from: 3, to: 3 }],
		['to', 'End', { from: 3, to: 19 }],
		['to', 'PageUp', { from: 3, to: 8 }],
		['from', 'PageDown', { from: 1, to: 6 }]
	] as const)('%s on %s', (handle, key, moved) => {
		expect(movedHandle(range, handle, key, 20)).toEqual(moved);
	});

	it('never cross and never leave the axis', () => {
		expect(movedHandle({ from: 6, to: 6 }, 'from', 'ArrowRight', 20)).toEqual({ from: 6, to: 6 });
		expect(movedHandle({ from: 0, to: 6 }, 'from', 'ArrowLeft', 20)).toEqual({ from: 0, to: 6 });
	});

	it('leave other keys alone', () => {
		expect(movedHandle(range, 'from', 'a', 20)).toBeNull();
	});
});

describe('days', () => {
	const periods = quarters(8, () => 10);

	it('touch the periods that hold any of them', () => {
		expect(stepsOfDays(periods, { from: '2022-02-10', to: '2022-07-01' })).toEqual({ from: 0, to: 2 });
		expect(stepsOfDays(periods, { from: '2021-01-01', to: '2030-01-01' })).toEqual({ from: 0, to: 7 });
		expect(stepsOfDays(periods, { from: '2030-01-01', to: '2031-01-01' })).toBeNull();
		expect(stepsOfDays(periods, { from: '2020-01-01', to: '2021-01-01' })).toBeNull();
		expect(stepsOfDays([], { from: '2020-01-01', to: '2021-01-01' })).toBeNull();
	});

	it('go from the first day of the first period to the last of the last', () => {
		expect(daysOfSteps(periods, { from: 1, to: 3 })).toEqual({ from: '2022-04-01', to: '2022-12-31' });
		expect(daysOfSteps(periods, { from: 1, to: 99 })).toBeNull();
	});
});

describe('team sizes', () => {
	const known = bins([], 0).slice(0, -1);

	it('touch the bins that hold any of them', () => {
		expect(stepsOfSizes(known, { from: 2, to: 10 })).toEqual({ from: 1, to: 4 });
		expect(stepsOfSizes(known, { from: 5, to: 5 })).toEqual({ from: 3, to: 3 });
		expect(stepsOfSizes(known, { from: 8, to: null })).toEqual({ from: 4, to: 6 });
		expect(stepsOfSizes(known, { from: 50, to: 60 })).toEqual({ from: 6, to: 6 });
	});

	it('leave the end open at the last bin', () => {
		expect(sizesOfSteps(known, { from: 1, to: 4 })).toEqual({ from: 2, to: 10 });
		expect(sizesOfSteps(known, { from: 4, to: 6 })).toEqual({ from: 6, to: null });
		expect(sizesOfSteps(bins([], 3), { from: 7, to: 7 })).toBeNull();
	});
});
