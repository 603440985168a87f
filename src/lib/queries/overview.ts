import type { PeriodUnit } from '../dataset/date.ts';
import type { Overview } from '../dataset/overview.ts';
import { passes } from './cell-filters.ts';
import { axisOf, requireUnit, rowsOf, type Place } from './cell-places.ts';
import type { CellTable } from './cells.ts';
import type { Filters } from './filters.ts';

/** Adds every cell to each of the five aggregates whose filters it passes; each ignores its own dimension. */
function sums(cells: CellTable, filters: Filters, place: Int32Array, places: number) {
	const { theme, date, team, papers } = cells;
	const pass = passes(cells, filters);
	const [themes, teams] = [cells.themes.length, cells.teams.length];
	const total = {
		papers: 0,
		themes: new Float64Array(themes),
		trend: new Float64Array(themes * places),
		team: new Float64Array(teams),
		teamByTheme: new Float64Array(themes * teams),
		teamOverTime: new Float64Array(places * teams)
	};
	const add = (into: Float64Array, index: number, count: number) => {
		into[index] = (into[index] as number) + count;
	};
	for (let cell = 0; cell < papers.length; cell++) {
		const t = theme[cell] as number;
		const d = date[cell] as number;
		const s = team[cell] as number;
		const inTheme = pass.theme[t] === 1;
		const inDate = pass.date[d] === 1;
		const inTeam = pass.team[s] === 1;
		const count = papers[cell] as number;
		const p = place[d] as number;
		if (inTheme && inDate && inTeam) total.papers += count;
		if (inDate && inTeam) add(total.themes, t, count);
		if (inTeam) add(total.trend, t * places + p, count);
		if (inTheme && inDate) add(total.team, s, count);
		if (inDate) add(total.teamByTheme, t * teams + s, count);
		if (inTheme && inTeam) add(total.teamOverTime, p * teams + s, count);
	}
	return total;
}

/**
 * The overview of what filters leave, by theme, date and team size; filters on rows are in the cells already.
 * One pass over the cells, whatever the number of papers.
 * @param granularity unit of the cells' periods
 * @throws RangeError when `unit` is finer than that
 */
export function overviewOf(
	cells: CellTable,
	granularity: PeriodUnit,
	filters: Filters,
	unit: Overview['unit']
): Overview {
	requireUnit(unit, granularity);
	const { places, index } = axisOf(cells.dates, unit);
	const total = sums(cells, filters, index, places.length);
	const teams = cells.teams.length;
	const themeId = (at: number) => cells.themes[at] as number;
	const teamSize = (at: number) => cells.teams[at] as number | null;
	const placeAt = (at: number) => places[at] as Place;
	return {
		unit,
		papers: total.papers,
		themes: rowsOf(total.themes, 1, (t) => ({ themeId: themeId(t) })),
		trend: rowsOf(total.trend, places.length, (t, p) => ({ themeId: themeId(t), ...placeAt(p) })),
		team: rowsOf(total.team, 1, (s) => ({ teamSize: teamSize(s) })),
		teamByTheme: rowsOf(total.teamByTheme, teams, (t, s) => ({ themeId: themeId(t), teamSize: teamSize(s) })),
		teamOverTime: rowsOf(total.teamOverTime, teams, (p, s) => ({ ...placeAt(p), teamSize: teamSize(s) }))
	};
}
