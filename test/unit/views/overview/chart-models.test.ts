import { describe, expect, it } from 'vitest';

import { matrix } from '../../../../src/lib/views/charts/matrix/matrix.ts';
import { teamByTheme } from '../../../../src/lib/views/charts/team-by-theme/team-by-theme.ts';
import { teamOverTime } from '../../../../src/lib/views/charts/team-over-time/team-over-time.ts';
import { team } from '../../../../src/lib/views/charts/team/team.ts';
import { trend } from '../../../../src/lib/views/charts/trend/trend.ts';
import { modelOf, papers, source } from '../../../support/sample-chart.ts';

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

	it('stand last by theme where they are too few to be compared', () => {
		const rows = [
			{ themeId: 1, teamSize: 3, papers: 8 },
			{ themeId: 2, teamSize: 40, papers: 7 },
			{ themeId: 4, teamSize: 5, papers: 9 }
		];
		const all = source();
		const model = teamByThemeModel({ ...all, overview: { ...all.overview, teamByTheme: rows } });
		expect(model.map(({ id }) => id)).toEqual([4, 1, 2]);
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
