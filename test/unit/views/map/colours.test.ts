import { describe, expect, it } from 'vitest';

import { dayNumber } from '../../../../src/lib/base/date.ts';
import { unstated, type PaperDates } from '../../../../src/lib/queries/map/paper-columns.ts';
import {
	dateClasses,
	dotSizes,
	hitClasses,
	nameClasses,
	numberClasses,
	paintedClasses,
	papersByClass,
	stepStarts
} from '../../../../src/lib/views/pages/map/colour-steps.ts';
import { dotScales } from '../../../../src/lib/views/pages/map/raster/kernel.ts';
import { paintPoints } from '../../../../src/lib/views/pages/map/raster/point-paint.ts';
import { indexPoints } from '../../../../src/lib/views/pages/map/raster/point-index.ts';
import {
	fadedClass,
	noPeriod,
	type Look
} from '../../../../src/lib/views/pages/map/raster/raster-protocol.ts';
import { papersByPeriod, timeAxis } from '../../../../src/lib/views/pages/map/time-axis.ts';
import {
	isLast,
	nextEnd,
	periodUntil,
	windowAt,
	windowChoices
} from '../../../../src/lib/views/pages/map/time-window.ts';
import { plainLook } from '../../../support/plain-look.ts';

const day = (year: number, month = 1, date = 1) => dayNumber({ year, month, day: date });

describe('steps of colour', () => {
	it('hold about as many papers each and never part equal values', () => {
		expect(stepStarts(Array.from({ length: 700 }, (_, value) => value))).toEqual([
			0, 100, 200, 300, 400, 500, 600
		]);
		expect(stepStarts([1, 1, 1, 1, 1, 1, 2, 3, 9], 3)).toEqual([1, 2, 9]);
		expect(stepStarts([5, 5, 5])).toEqual([5]);
		expect(stepStarts([])).toEqual([]);
	});

	it('say their smallest and largest value, and what is not stated', () => {
		const values = Int32Array.of(1, unstated, 2, 2, 40, 7, 1, unstated, 3);
		const classes = numberClasses(values);
		expect(classes.entries[0]).toEqual({ label: '1', colour: '--step-1' });
		expect(classes.entries.at(-1)).toEqual({ label: '40', colour: '--step-7' });
		const counts = papersByClass(classes, null);
		expect(counts.at(-1)).toBe(2);
		expect(counts.reduce((sum, count) => sum + count, 0)).toBe(values.length);
		expect(papersByClass(classes, Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0, 0)).reduce((a, b) => a + b)).toBe(2);
		const painted = paintedClasses(classes);
		expect([painted[1], painted[7]]).toEqual([fadedClass, fadedClass]);
		expect(painted[0]).toBe(0);
	});

	it('name their range where they hold several values', () => {
		const values = Int32Array.from({ length: 1400 }, (_, value) => value);
		const labels = numberClasses(values).entries.map(({ label }) => label);
		expect(labels[0]).toBe('0–199');
		expect(labels.at(-1)).toBe('1,200–1,399');
	});

	it('tell names apart, others and none', () => {
		const classes = nameClasses({ names: ['A', 'B'], code: Uint8Array.of(2, 3, 1, 0, 2) });
		expect(classes.entries.map(({ label }) => label)).toEqual(['A', 'B']);
		expect(new Set(classes.entries.map(({ colour }) => colour)).size).toBe(2);
		expect(papersByClass(classes, null)).toEqual([2, 1, 1, 1]);
		expect([...paintedClasses(classes)]).toEqual([0, 1, fadedClass, fadedClass, 0]);
	});

	it('lift what a search finds over the rest', () => {
		const classes = hitClasses(Uint8Array.of(0, 1, 1));
		expect(papersByClass(classes, null)).toEqual([2, 1]);
		expect([...paintedClasses(classes)]).toEqual([fadedClass, 0, 0]);
	});

	it('size dots so that their areas double', () => {
		dotScales.slice(1).forEach((scale, at) => expect(scale ** 2 / dotScales[at]! ** 2).toBeCloseTo(2, 1));
		const { of, starts } = dotSizes(Int32Array.of(0, unstated, 10, 10, 10, 25, 200, 3));
		expect(starts).toEqual([0, 8, 15, 30, 60, 120]);
		expect([...of]).toEqual([0, 0, 1, 1, 1, 2, 5, 0]);
	});
});

describe('the time axis', () => {
	const dates = (rows: [number, number][]): PaperDates => ({
		day: Int32Array.from(rows, ([at]) => at),
		precision: Uint8Array.from(rows, ([, precision]) => precision)
	});
	const some = dates([
		[day(2023, 11, 30), 0],
		[day(2024, 2, 1), 1],
		[day(2024), 2],
		[unstated, 0],
		[day(2024, 2, 29), 0],
		[day(2023, 12, 1), 0],
		[day(2023, 12, 31), 0]
	]);

	it('has a period for each month between, and says which papers have none', () => {
		const axis = timeAxis(some, 'day')!;
		expect(axis.periods.map(({ label }) => label)).toEqual(['Nov 2023', 'Dec 2023', 'Jan 2024', 'Feb 2024']);
		expect(axis.periods[3]).toMatchObject({ start: '2024-02-01', end: '2024-02-29' });
		expect([...axis.periodOf]).toEqual([0, 3, noPeriod, noPeriod, 3, 1, 1]);
		expect([axis.undated, axis.coarse]).toEqual([1, 1]);
		expect(papersByPeriod(axis, null)).toEqual([1, 2, 0, 2]);
		expect(papersByPeriod(axis, Uint8Array.of(1, 1, 1, 1, 0, 0, 1))).toEqual([1, 1, 0, 1]);
	});

	it('is no finer than the dates, the filters or some eighty periods allow', () => {
		expect(timeAxis(some, 'quarter')!.unit).toBe('quarter');
		const years = dates([[day(2020), 2], [day(2021), 2], [day(2022, 5), 1]]); // prettier-ignore
		expect(timeAxis(years, 'day')!.unit).toBe('year');
		const long = dates([[day(1952, 3, 1), 0], [day(2024, 3, 1), 0]]); // prettier-ignore
		expect(timeAxis(long, 'day')!.unit).toBe('year');
		expect(timeAxis(long, 'day')!.periods).toHaveLength(73);
		expect(timeAxis(dates([[unstated, 0]]), 'day')).toBeNull();
	});

	it('colours papers by it', () => {
		const classes = dateClasses(timeAxis(some, 'day')!);
		expect(classes.entries.map(({ label }) => label)).toEqual(['Nov 2023', 'Dec 2023', 'Feb 2024']);
		expect(papersByClass(classes, null)).toEqual([1, 2, 2, 2]);
	});

	it('is gone through step by step, from the first period to the last', () => {
		expect([nextEnd(null, 4), nextEnd(0, 4), nextEnd(3, 4)]).toEqual([0, 1, 0]);
		expect([isLast(2, 4), isLast(3, 4)]).toEqual([false, true]);
		expect(windowAt(5, 3)).toEqual([3, 5]);
		expect(windowAt(1, 3)).toEqual([0, 1]);
		expect(windowAt(5, 'all')).toEqual([0, 5]);
		const { periods } = timeAxis(some, 'day')!;
		const until = ['2023-01-01', '2023-11-30', '2023-12-01', '2024-02-29', '2030-01-01'];
		expect(until.map((day) => periodUntil(periods, day))).toEqual([0, 0, 1, 3, 3]);
		expect(windowChoices('month', 7).map(({ label }) => label)).toEqual([
			'1 month',
			'3 months',
			'6 months',
			'all until then'
		]);
		expect(windowChoices('year', 1).map(({ value }) => value)).toEqual(['1', 'all']);
	});
});

describe('which papers keep their colour', () => {
	const index = indexPoints({
		x: Uint16Array.of(1, 2, 3, 4, 5),
		y: Uint16Array.of(1, 2, 3, 4, 5),
		theme: Uint16Array.of(7, 7, 9, 9, 7),
		leaf: Uint16Array.of(0, 0, 0, 0, 0)
	});
	const look: Look = {
		...plainLook,
		palette: { colours: new Uint8Array(9), faded: [0, 0, 0] },
		colourOfTheme: [
			[7, 2],
			[9, 1]
		]
	};
	const shown = (changes: Partial<Look>) => [...paintPoints(index, { ...look, ...changes }).shown];

	it('are those that pass, are pointed at, lie in the window and have a class', () => {
		expect(shown({})).toEqual([1, 1, 1, 1, 1]);
		expect(shown({ passing: Uint8Array.of(1, 0, 1, 1, 1) })).toEqual([1, 0, 1, 1, 1]);
		expect(shown({ highlighted: 9 })).toEqual([0, 0, 1, 1, 0]);
		const periods = Uint16Array.of(0, 1, 2, noPeriod, 1);
		expect(shown({ periods })).toEqual([1, 1, 1, 1, 1]);
		expect(shown({ periods, window: [1, 2, 3] })).toEqual([0, 1, 1, 0, 1]);
		expect(shown({ classes: Uint8Array.of(0, fadedClass, 1, 1, 0) })).toEqual([1, 0, 1, 1, 1]);
	});

	it('have the colour of their class, else of their theme', () => {
		expect([...paintPoints(index, look).colour]).toEqual([2, 2, 1, 1, 2]);
		const classes = Uint8Array.of(0, 1, 2, 0, 1);
		expect([...paintPoints(index, { ...look, classes }).colour]).toEqual([...classes]);
	});

	it('are counted as an average window has them, so that dots keep their measure while time goes by', () => {
		const periods = Uint16Array.of(0, 1, 2, noPeriod, 1);
		const paint = paintPoints(index, {
			...look,
			periods,
			window: [1, 1, 4],
			passing: Uint8Array.of(1, 1, 1, 0, 1)
		});
		expect(paint).toMatchObject({ papers: 1, isPart: true });
		expect(paintPoints(index, look).isPart).toBe(false);
	});
});
