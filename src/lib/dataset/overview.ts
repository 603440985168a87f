import type { PeriodUnit } from '../base/date.ts';

/**
 * The aggregates behind the overview's charts. The manifest carries them for the unfiltered corpus, and the
 * queries give the same shapes for a filtered one, so that one set of charts draws both.
 */

/** Where a date stands on an axis of periods: in one, too coarse for it, or unknown. */
export type Placement = 'dated' | 'coarse' | 'undated';

export interface ThemeCount {
	themeId: number;
	papers: number;
}

export interface ThemePeriodCount {
	themeId: number;
	/** First day of the period, `YYYY-MM-DD`; `null` unless `dated`. */
	period: string | null;
	placement: Placement;
	papers: number;
}

export interface TeamCount {
	/** `null` where the team size is unknown. */
	teamSize: number | null;
	papers: number;
}

export interface ThemeTeamCount extends TeamCount {
	themeId: number;
}

export interface PeriodTeamCount extends TeamCount {
	period: string | null;
	placement: Placement;
}

export interface Overview {
	/** Unit of the periods in `trend` and `teamOverTime`. */
	unit: Exclude<PeriodUnit, 'day'>;
	/** Papers that pass every filter. */
	papers: number;
	/** By theme, ignoring the theme filter. */
	themes: ThemeCount[];
	/** By theme and period, ignoring the theme and date filters. */
	trend: ThemePeriodCount[];
	/** By team size, ignoring the team-size filter. */
	team: TeamCount[];
	/** By theme and team size, ignoring the theme and team-size filters. */
	teamByTheme: ThemeTeamCount[];
	/** By period and team size, ignoring the date filter. */
	teamOverTime: PeriodTeamCount[];
}
