import type { PeriodUnit } from '../../base/date.ts';
import type { Overview, PeriodTeamCount, ThemePeriodCount, ThemeTeamCount } from '../../dataset/overview.ts';
import { passes } from './cell-filters.ts';
import { axisOf, periodsOf, requireUnit, rowsOf, type Place } from './cell-places.ts';
import { sumBy } from './cell-sums.ts';
import type { CellTable } from './cells.ts';
import type { Filters } from '../filters/filters.ts';
import { Keyed } from '../keyed.ts';
import { trendOf } from './trend-rows.ts';

/** The sums of each table of cells that was asked about. */
const counters = new WeakMap<CellTable, OverviewCounter>();

/**
 * Counts cells for the linked charts. Each of three sums lets one filter alone decide, so that a brush, which moves
 * one filter, costs one pass over the cells; the others are kept from the step before, the same rows as the same
 * object.
 */
class OverviewCounter {
	readonly #cells: CellTable;
	readonly #teamByTheme = new Keyed<{ sums: Float64Array; rows: ThemeTeamCount[] }>();
	readonly #trend = new Keyed<ThemePeriodCount[]>();
	readonly #teamOverTime = new Keyed<Float64Array>();
	readonly #teamOverTimeRows = new Keyed<PeriodTeamCount[]>();

	constructor(cells: CellTable) {
		this.#cells = cells;
	}

	of(filters: Filters, unit: Overview['unit']): Overview {
		const pass = passes(this.#cells, filters);
		const { sums, rows } = this.#teamByTheme.get(JSON.stringify([filters.date, filters.dated]), () =>
			this.#countTeamByTheme(pass.date)
		);
		return {
			unit,
			...this.#totals(sums, pass.theme, pass.team),
			trend: this.#trend.get(JSON.stringify([unit, filters.team]), () =>
				trendOf(this.#cells, unit, pass.team)
			),
			teamByTheme: rows,
			teamOverTime: this.#teamOverTimeRows.get(JSON.stringify([unit, filters.themes, filters.team]), () =>
				this.#periodRows(
					unit,
					this.#teamOverTime.get(JSON.stringify([unit, filters.themes]), () =>
						this.#countTeamOverTime(unit, pass.theme)
					),
					pass.team
				)
			)
		};
	}

	/** Papers by theme and by team size, from those by both. */
	#totals(teamByTheme: Float64Array, inThemes: Uint8Array, inTeams: Uint8Array) {
		const { themes, teams } = this.#cells;
		const byTheme = new Float64Array(themes.length);
		const byTeam = new Float64Array(teams.length);
		let papers = 0;
		for (let at = 0; at < teamByTheme.length; at++) {
			const t = Math.floor(at / teams.length);
			const s = at % teams.length;
			const count = teamByTheme[at] as number;
			const inTheme = inThemes[t] as number;
			const inTeam = inTeams[s] as number;
			byTheme[t] = (byTheme[t] as number) + count * inTeam;
			byTeam[s] = (byTeam[s] as number) + count * inTheme;
			papers += count * inTheme * inTeam;
		}
		return {
			papers,
			themes: rowsOf(byTheme, 1, (t, _, papers) => ({ themeId: themes[t] as number, papers })),
			team: rowsOf(byTeam, 1, (s, _, papers) => ({ teamSize: teams[s] as number | null, papers }))
		};
	}

	#countTeamByTheme(inDates: Uint8Array) {
		const { themes, teams, theme, team, date, papers } = this.#cells;
		const sums = sumBy([theme, themes.length], [team, teams.length], papers, [date, inDates]);
		const rows = rowsOf(sums, teams.length, (t, s, count) => ({
			themeId: themes[t] as number,
			teamSize: teams[s] as number | null,
			papers: count
		}));
		return { sums, rows };
	}

	#countTeamOverTime(unit: Overview['unit'], inThemes: Uint8Array): Float64Array {
		const { teams, theme, team, papers, dates } = this.#cells;
		const periods = [periodsOf(this.#cells, unit), axisOf(dates, unit).places.length] as const;
		return sumBy(periods, [team, teams.length], papers, [theme, inThemes]);
	}

	#periodRows(unit: Overview['unit'], sums: Float64Array, inTeams: Uint8Array): PeriodTeamCount[] {
		const { teams, dates } = this.#cells;
		const { places } = axisOf(dates, unit);
		const passing = sums.map((count, at) => count * (inTeams[at % teams.length] as number));
		return rowsOf(passing, teams.length, (p, s, count) => {
			const { period, placement } = places[p] as Place;
			return { period, placement, teamSize: teams[s] as number | null, papers: count };
		});
	}
}

/**
 * The overview of what filters leave, by theme, date and team size; filters on rows are in the cells already.
 * At most three passes over the cells, whatever the number of papers.
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
	const counter = counters.get(cells) ?? new OverviewCounter(cells);
	counters.set(cells, counter);
	return counter.of(filters, unit);
}
