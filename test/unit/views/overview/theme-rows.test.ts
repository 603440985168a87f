import { describe, expect, it } from 'vitest';

import type { TrendFinding, Trends } from '../../../../src/lib/analysis/trends/findings.ts';
import type { PeriodMark, TrendSeries } from '../../../../src/lib/drawing/model.ts';
import type { Ranking } from '../../../../src/lib/state/settings.ts';
import {
	lineShares,
	periodReading,
	rowLines,
	themeRows
} from '../../../../src/lib/views/charts/theme-rows/row-entries.ts';
import { trend } from '../../../../src/lib/views/charts/trend/trend.ts';
import { modelOf, overview, source } from '../../../support/sample-chart.ts';

const trendModel = modelOf(trend);
type LineModel = Parameters<typeof rowLines>[0];
const linesOf = (model: LineModel, trends: Trends) => rowLines(model, lineShares(model), trends);

describe('the rows of themes', () => {
	const rows = (ranking: Ranking, trends: Trends = { kind: 'too few papers', units: ['year'] }) => {
		const drawn = linesOf(trendModel(source([4])), trends);
		return { ...drawn, entries: themeRows(drawn, overview.themes, ranking) };
	};

	it('stand by the papers that are left and keep the themes that lost all', () => {
		const { entries, latest, top } = rows('size');
		expect(entries.map(({ id, papers, of, slot, selected }) => ({ id, papers, of, slot, selected }))).toEqual(
			[
				{ id: 1, papers: 4, of: 8, slot: null, selected: false },
				{ id: 2, papers: 3, of: 8, slot: null, selected: false },
				{ id: 4, papers: 1, of: 8, slot: null, selected: true },
				{ id: 3, papers: 0, of: 8, slot: null, selected: false }
			]
		);
		expect(entries[0]?.shares).toEqual([2 / 3, 0, 1 / 2]);
		// Every period has few papers: the latest is the last, and the axis holds the largest share.
		expect([latest, top]).toEqual([2, 1]);
	});

	it('stand by the latest share, or from rise to fall and back', () => {
		expect(rows('latest').entries.map(({ id }) => id)).toEqual([1, 2, 4, 3]);
		const finding = (id: number, direction: 'rising' | 'falling' | 'unclear', slope: number) =>
			({ id, direction, segments: [{ slope }], shape: null, certainty: null }) as unknown as TrendFinding;
		const tested = {
			kind: 'tested',
			window: {},
			findings: [
				finding(1, 'falling', -2),
				finding(2, 'unclear', 1),
				finding(3, 'rising', 1),
				finding(4, 'rising', 3)
			]
		} as unknown as Trends;
		expect(rows('rise', tested).entries.map(({ id }) => id)).toEqual([4, 3, 2, 1]);
		expect(rows('fall', tested).entries.map(({ id }) => id)).toEqual([1, 2, 3, 4]);
	});

	it('keep what is drawn when the papers that are left change', () => {
		const drawn = linesOf(trendModel(source([])), { kind: 'too few papers', units: ['year'] });
		const fewer = themeRows(drawn, [{ themeId: 1, papers: 1 }], 'size');
		for (const { id, shares, counts, papers } of fewer) {
			const line = drawn.lines.find((one) => one.id === id)!;
			expect(shares).toBe(line.shares);
			expect(counts).toBe(line.counts);
			expect(papers).toBe(id === 1 ? 1 : 0);
		}
		expect(fewer).toHaveLength(drawn.lines.length);
	});

	it('are as high as the periods of many papers need, where trends are tested', () => {
		const marks = [30, 600, 500].map((papers) => ({ papers, partial: false })) as PeriodMark[];
		const series = [
			{ id: 1, counts: [27, 60, 100] },
			{ id: 2, counts: [3, 20, 10] }
		] as unknown as TrendSeries[];
		const tested = { kind: 'tested', window: {}, findings: [] } as unknown as Trends;
		const heights = (trends: Trends, periods = marks) => {
			const { top, isCut } = linesOf({ periods, series }, trends);
			return { top, isCut };
		};
		expect(heights(tested)).toEqual({ top: 0.2, isCut: true });
		expect(heights({ kind: 'too few papers', units: ['year'] })).toEqual({ top: 1, isCut: false });
		const even = marks.map((mark) => ({ ...mark, papers: 300 }));
		expect(heights(tested, even)).toEqual({ top: 0.4, isCut: false });
	});

	it('read a period as its share and papers', () => {
		const { entries, periods } = rows('size');
		expect(periodReading(entries[0]!, periods, 0)).toEqual({
			share: '67 %',
			words: '2022: 67 %, 2 of 3 papers'
		});
		expect(periodReading(entries[0]!, [{ label: '2022', papers: 0 }], 0).share).toBe('–');
	});
});
