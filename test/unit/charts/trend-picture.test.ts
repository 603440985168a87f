import { describe, expect, it } from 'vitest';

import type { PeriodMark, TrendSeries } from '../../../src/lib/drawing/model.ts';
import { TrendPicture, type TrendSource } from '../../../src/lib/views/charts/trend/trend-picture.svelte.ts';
import { trendSigns } from '../../../src/lib/views/charts/trend/trend-signs.ts';
import { quarters } from '../../support/gallery/samples.ts';

const papers = [30, 1000, 1000, 1000, 1000, 1000];
const periods = quarters(papers.length, (index) => papers[index]!).map((period): PeriodMark => ({
	...period,
	partial: false
}));
const line = (id: number, slot: number | null, shares: readonly number[]): TrendSeries => ({
	...{ id, slot, label: `theme ${id}`, coarse: 0, undated: 0, selected: false },
	counts: shares.map((share, index) => share * papers[index]!)
});
const coloured = line(1, 0, [0.6, 0.1, 0.11, 0.12, 0.13, 0.14]);
const grey = line(2, null, [0, 0.5, 0.2, 0.1, 0.1, 0.1]);

const picture = (source: Partial<TrendSource> = {}) =>
	new TrendPicture(() => ({
		periods,
		series: [coloured, grey],
		offAxis: { coarse: 0, undated: 0 },
		measure: 'share',
		form: 'lines',
		smooth: undefined,
		highlighted: null,
		intervals: undefined,
		width: 800,
		height: 320,
		...source
	}));

describe('the axis of a trend chart', () => {
	it('reaches to the coloured lines in periods of many papers, and marks what is cut', () => {
		const drawn = picture();
		expect(drawn.domain).toBeCloseTo(0.15, 12);
		const at = (index: number) => drawn.x.middle(index);
		// The grey line's 50 % and 20 %, and the coloured one's 60 % of 30 papers.
		expect(drawn.cut.sort((a, b) => a.x - b.x)).toEqual([
			{ x: at(0), slot: 0 },
			{ x: at(1), slot: null },
			{ x: at(2), slot: null }
		]);
		expect(trendSigns(drawn, [coloured, grey], undefined).map(({ sign }) => sign)).toEqual(['cut']);
	});

	it('reaches to all lines where none has a colour, and to all periods where few have many papers', () => {
		expect(picture({ series: [{ ...coloured, slot: null }, grey] }).domain).toBeCloseTo(0.6, 12);
		const short = picture({ periods: periods.slice(0, 5) });
		expect(short.domain).toBeCloseTo(0.8, 12);
		expect(picture({ measure: 'count', series: [coloured] }).domain).toBe(150);
	});

	it('leaves room for the mark of the largest share', () => {
		const even = line(
			1,
			0,
			papers.map(() => 0.5)
		);
		expect(picture({ series: [even] }).domain).toBeCloseTo(0.6, 12);
	});
});

it('the interval of the only line is drawn, and sets the axis that it stands on', () => {
	const band = papers.map(() => ({ low: 0.05, high: 0.22 }));
	const alone = picture({ series: [coloured], intervals: new Map([[1, band]]) });
	expect(alone.interval?.id).toBe(1);
	expect(alone.domain).toBeCloseTo(0.25, 12);
	expect(picture({ intervals: new Map([[1, band]]) }).interval).toBeNull();
});

describe('the end of a line', () => {
	const last = periods.map((period, index) => ({ ...period, partial: index === 5 }));

	it('is that of what is drawn, so that its name is led to from there', () => {
		const drawn = picture({ periods: last });
		const [label] = drawn.labels(null);
		expect(label).toMatchObject({ id: 1, x: drawn.x.middle(5), y: drawn.y(0.14) });
	});

	it('under a smoothed line is what was counted in the last whole period', () => {
		const smooth = new Map([[1, [0.1, 0.1, 0.11, 0.11, 0.12, null]]]);
		const drawn = picture({ periods: last, smooth });
		expect(drawn.end(coloured)).toEqual({ x: drawn.x.middle(4), y: drawn.y(0.13) });
		expect(trendSigns(drawn, [coloured], undefined).map(({ sign }) => sign)).toEqual([
			'smoothed',
			'counted',
			'cut'
		]);
	});
});

it('a line is dotted, and its points are hollow, where periods have few papers', () => {
	const few = periods.map((period, index) => ({ ...period, papers: index === 2 ? 19 : period.papers }));
	const drawn = picture({ periods: few });
	expect(drawn.points(coloured).map(({ partial }) => partial)).toEqual([
		false,
		false,
		true,
		false,
		false,
		false
	]);
	expect(drawn.uncertain).toEqual([2]);
	expect(
		picture({ periods: few, measure: 'count' })
			.points(coloured)
			.some(({ partial }) => partial)
	).toBe(false);
});
