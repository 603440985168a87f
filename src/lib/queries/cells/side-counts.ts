import type { PeriodUnit } from '../../base/date.ts';
import type { Placement, TeamCount, ThemeCount } from '../../dataset/overview.ts';
import { passes } from './cell-filters.ts';
import { requireUnit, rowsOf, type Place, type TrendUnit } from './cell-places.ts';
import type { CellTable } from './cells.ts';
import type { Filters } from '../filters/filters.ts';

/** Papers that pass every filter, those of the counted dimension included. */
export interface SideCounts {
	papers: number;
	themes: ThemeCount[];
	team: TeamCount[];
	/** By period, then papers dated too coarsely, then undated ones. */
	periods: { period: string | null; placement: Placement; papers: number }[];
}

/** @throws RangeError when `unit` is finer than the granularity */
export function sideCountsOf(
	cells: CellTable,
	granularity: PeriodUnit,
	filters: Filters,
	unit: TrendUnit
): SideCounts {
	requireUnit(unit, granularity);
	const { places, index } = cells.axes.at(unit);
	const pass = passes(cells, filters);
	const themes = new Float64Array(cells.themes.length);
	const teams = new Float64Array(cells.teams.length);
	const periods = new Float64Array(places.length);
	let papers = 0;
	for (let cell = 0; cell < cells.papers.length; cell++) {
		const [t, d, s] = [cells.theme[cell] as number, cells.date[cell] as number, cells.team[cell] as number];
		if (pass.theme[t] === 0 || pass.date[d] === 0 || pass.team[s] === 0) continue;
		const count = cells.papers[cell] as number;
		const p = index[d] as number;
		papers += count;
		themes[t] = (themes[t] as number) + count;
		teams[s] = (teams[s] as number) + count;
		periods[p] = (periods[p] as number) + count;
	}
	return {
		papers,
		themes: rowsOf(themes, 1, (t, _, count) => ({ themeId: cells.themes[t] as number, papers: count })),
		team: rowsOf(teams, 1, (s, _, count) => ({ teamSize: cells.teams[s] as number | null, papers: count })),
		periods: rowsOf(periods, 1, (p, _, count) => ({ ...(places[p] as Place), papers: count }))
	};
}

/** The papers of a set that are not in a part of it, counted the same way. */
export function restOf(all: SideCounts, part: SideCounts): SideCounts {
	const less = <R extends { papers: number }>(rows: readonly R[], others: readonly R[]): R[] => {
		const key = (row: R) => JSON.stringify({ ...row, papers: 0 });
		const taken = new Map(others.map((row) => [key(row), row.papers]));
		return rows
			.map((row) => ({ ...row, papers: row.papers - (taken.get(key(row)) ?? 0) }))
			.filter(({ papers }) => papers > 0);
	};
	return {
		papers: all.papers - part.papers,
		themes: less(all.themes, part.themes),
		team: less(all.team, part.team),
		periods: less(all.periods, part.periods)
	};
}
