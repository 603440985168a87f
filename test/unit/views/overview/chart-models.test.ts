import { describe, expect, it } from 'vitest';

import {
	sumOf,
	type Dimension,
	type Overview,
	type Placement
} from '../../../../src/lib/dataset/overview.ts';
import type { Chart, ChartSource } from '../../../../src/lib/views/charts/chart.ts';
import { matrix } from '../../../../src/lib/views/charts/matrix/matrix.ts';
import { teamByTheme } from '../../../../src/lib/views/charts/team-by-theme/team-by-theme.ts';
import { teamOverTime } from '../../../../src/lib/views/charts/team-over-time/team-over-time.ts';
import { team } from '../../../../src/lib/views/charts/team/team.ts';
import { trend } from '../../../../src/lib/views/charts/trend/trend.ts';
import type { TrendFinding, Trends } from '../../../../src/lib/analysis/trends/findings.ts';
import type { PeriodMark, TrendSeries } from '../../../../src/lib/drawing/model.ts';
import type { Ranking } from '../../../../src/lib/state/settings.ts';
import {
	periodReading,
	rowLines,
	themeRows
} from '../../../../src/lib/views/charts/theme-rows/row-entries.ts';

interface SamplePaper {
	themeId: number;
	period: string | null;
	placement: Placement;
	teamSize: number | null;
}

const paper = (
	themeId: number,
	year: number | null,
	teamSize: number | null,
	coarse = false
): SamplePaper => ({
	themeId,
	period: year === null || coarse ? null : `${year}-01-01`,
	placement: year === null ? 'undated' : coarse ? 'coarse' : 'dated',
	teamSize
});

/** Theme 1 is the largest of the corpus; theme 3 has lost all its papers to a filter. */
const papers = [
	paper(1, 2022, 2),
	paper(1, 2022, 4),
	paper(1, 2024, null),
	paper(1, null, 30),
	paper(2, 2022, 9),
	paper(2, 2024, 7),
	paper(2, 2024, 5, true),
	paper(4, 2023, null)
];

function count<K extends object>(keyOf: (one: SamplePaper) => K): (K & { papers: number })[] {
	const rows = new Map<string, K & { papers: number }>();
	for (const one of papers) {
		const key = keyOf(one);
		const row = rows.get(JSON.stringify(key)) ?? { ...key, papers: 0 };
		row.papers++;
		rows.set(JSON.stringify(key), row);
	}
	return [...rows.values()];
}

const overview: Overview = {
	unit: 'year',
	papers: papers.length,
	themes: count(({ themeId }) => ({ themeId })),
	trend: count(({ themeId, period, placement }) => ({ themeId, period, placement })),
	team: count(({ teamSize }) => ({ teamSize })),
	teamByTheme: count(({ themeId, teamSize }) => ({ themeId, teamSize })),
	teamOverTime: count(({ period, placement, teamSize }) => ({ period, placement, teamSize }))
};

const theme = (themeId: number, size: number) => ({
	themeId,
	label: `theme ${themeId}`,
	papers: size,
	terms: []
});
const source = (selected: number[] = []) => ({
	overview,
	themes: [theme(2, 30), theme(4, 1), theme(1, 40), theme(3, 9)],
	site: { span: { first: '2022-03-01', last: '2024-12-31' } },
	selected,
	slots: new Map([
		[1, 0],
		[2, 1],
		[3, 2]
	])
});

const modelOf =
	<D extends Dimension, M>(chart: Chart<D, M>) =>
	(
		{ overview, themes, site, selected, slots }: ReturnType<typeof source>,
		days: ChartSource<D>['days'] = null
	): M => {
		const rows = sumOf(overview, chart);
		const own: ChartSource<D> = {
			rows,
			unit: overview.unit,
			span: site.span,
			themes,
			selected,
			slots,
			measure: 'share',
			form: null,
			days
		};
		return chart.model(own);
	};
const trendModel = modelOf(trend);
const histogramModel = modelOf(team);
const teamByThemeModel = modelOf(teamByTheme);
const teamOverTimeModel = modelOf(teamOverTime);
const matrixModel = modelOf(matrix);

describe('the trend', () => {
	it('has every theme, the largest first, along an axis without gaps', () => {
		const { periods, series, offAxis } = trendModel(source());
		expect(periods.map(({ label, papers, partial }) => [label, papers, partial])).toEqual([
			['2022', 3, true],
			['2023', 1, false],
			['2024', 2, false]
		]);
		expect(
			series.map(({ id, slot, counts, coarse, undated }) => ({ id, slot, counts, coarse, undated }))
		).toEqual([
			{ id: 1, slot: 0, counts: [2, 0, 1], coarse: 0, undated: 1 },
			{ id: 2, slot: 1, counts: [1, 0, 1], coarse: 1, undated: 0 },
			{ id: 3, slot: 2, counts: [0, 0, 0], coarse: 0, undated: 0 },
			{ id: 4, slot: null, counts: [0, 1, 0], coarse: 0, undated: 0 }
		]);
		expect(offAxis).toEqual({ coarse: 1, undated: 1 });
	});

	it('leaves colour to the selected themes', () => {
		const series = trendModel(source([2])).series;
		expect(series.filter(({ selected }) => selected).map(({ id }) => id)).toEqual([2]);
		expect(series.map(({ slot }) => slot)).toEqual([null, 1, null, null]);
	});
});

describe('team sizes', () => {
	it('are counted in bins, unknown ones in a bin of their own', () => {
		const { bins, summary } = histogramModel(source());
		const filled = bins.filter((bin) => bin.papers > 0).map((bin) => [bin.label, bin.papers]);
		expect(filled).toEqual([
			['2', 1],
			['4-5', 2],
			['6-10', 2],
			['21+', 1],
			['unknown', 2]
		]);
		expect(summary).toMatchObject({ known: 6, unknown: 2, median: 6, minimum: 2, maximum: 30 });
	});

	it('are compared by theme, the largest median first and unknown ones last', () => {
		const rows = teamByThemeModel(source([1]));
		expect(
			rows.map(({ id, summary, unknown, selected }) => [id, summary?.median, unknown, selected])
		).toEqual([
			[2, 7, 0, false],
			[1, 4, 1, true],
			[4, undefined, 1, false]
		]);
	});

	it('run along the same axis as the trend', () => {
		const { periods, offAxis } = teamOverTimeModel(source());
		expect(periods.map(({ period, summary }) => [period.label, summary?.median ?? null])).toEqual([
			['2022', 4],
			['2023', null],
			['2024', 7]
		]);
		expect(offAxis).toEqual({ coarse: 1, undated: 1 });
	});

	it('over time is cut to what trends are about, and says what is not shown', () => {
		const days = { from: '2023-01-01', to: '2024-12-31' };
		const model = teamOverTimeModel(source(), days);
		expect(model.periods.map(({ period }) => period.label)).toEqual(['2023', '2024']);
		expect(model.beyond).toEqual({ periods: 1, papers: 3 });
		expect(teamOverTime.caption(model, { text: '', basis: '' })).toMatch(
			/, 2023 to 2024; .*; 1 other year not shown \(3 papers\)$/
		);
	});

	it('meet themes in cells that hold every paper once', () => {
		const { rows, bins } = matrixModel(source());
		expect(rows.map(({ id }) => id)).toEqual([1, 2, 4]);
		const inCells = rows.flatMap(({ counts }) => counts).reduce((sum, each) => sum + each, 0);
		expect(inCells).toBe(papers.length);
		const unknown = bins.findIndex(({ from }) => from === null);
		expect(rows.map(({ counts }) => counts[unknown])).toEqual([1, 0, 1]);
	});
});

describe('the rows of themes', () => {
	const rows = (ranking: Ranking, trends: Trends = { kind: 'too few papers', units: ['year'] }) => {
		const drawn = rowLines(trendModel(source([4])), trends);
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

	it('are as high as the periods of many papers need, where trends are tested', () => {
		const marks = [30, 600, 500].map((papers) => ({ papers, partial: false })) as PeriodMark[];
		const series = [
			{ id: 1, counts: [27, 60, 100] },
			{ id: 2, counts: [3, 20, 10] }
		] as unknown as TrendSeries[];
		const tested = { kind: 'tested', window: {}, findings: [] } as unknown as Trends;
		const heights = (trends: Trends, periods = marks) => {
			const { top, isCut } = rowLines({ periods, series }, trends);
			return { top, isCut };
		};
		expect(heights(tested)).toEqual({ top: 0.2, isCut: true });
		expect(heights({ kind: 'too few papers', units: ['year'] })).toEqual({ top: 1, isCut: false });
		const even = marks.map((mark) => ({ ...mark, papers: 300 }));
		expect(heights(tested, even)).toEqual({ top: 0.4, isCut: false });
	});

	it('keep what is drawn when the papers that are left change', () => {
		const drawn = rowLines(trendModel(source([])), { kind: 'too few papers', units: ['year'] });
		const fewer = themeRows(drawn, [{ themeId: 1, papers: 1 }], 'size');
		for (const { id, shares, counts, papers } of fewer) {
			const line = drawn.lines.find((one) => one.id === id)!;
			expect(shares).toBe(line.shares);
			expect(counts).toBe(line.counts);
			expect(papers).toBe(id === 1 ? 1 : 0);
		}
		expect(fewer).toHaveLength(drawn.lines.length);
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
