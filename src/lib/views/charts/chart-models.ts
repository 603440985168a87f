import { periodAxis } from '../../analysis/periods.ts';
import { teamBins, teamBinsByTheme, teamSummary, unknownTeams } from '../../analysis/team.ts';
import { besideAxis, themeSeries } from '../../analysis/theme-series.ts';
import type {
	MatrixRow,
	OffAxis,
	PeriodMark,
	TeamBin,
	TeamPeriod,
	TeamRow,
	TeamSummary,
	TrendSeries
} from '../../drawing/model.ts';
import type { ThemeSummary } from '../../dataset/manifest.ts';
import type { Overview, PeriodTeamCount, ThemeTeamCount } from '../../dataset/overview.ts';
import type { Slots } from '../../state/colour-slots.ts';
import type { Site } from '../../state/site.ts';

/** What the overview's charts are made from. */
export interface ChartSource {
	overview: Overview;
	/** Those that the overview counts. */
	themes: readonly ThemeSummary[];
	site: Pick<Site, 'span'>;
	/** Selected themes. */
	selected: readonly number[];
	slots: Slots;
}

/** Themes from the largest of the whole corpus to the smallest: an order that no filter changes. */
export function themesBySize(themes: readonly ThemeSummary[]): ThemeSummary[] {
	return [...themes].sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
}

type Named = Pick<ChartSource, 'themes' | 'selected' | 'slots'>;

const named = ({ themes, selected, slots }: Named) =>
	themesBySize(themes).map(({ themeId, label }) => ({
		id: themeId,
		label,
		slot: slots.get(themeId) ?? null,
		selected: selected.includes(themeId)
	}));

function groups<K, R>(rows: readonly R[], keyOf: (row: R) => K): Map<K, R[]> {
	const found = new Map<K, R[]>();
	for (const row of rows) {
		const key = keyOf(row);
		const group = found.get(key);
		if (group) group.push(row);
		else found.set(key, [row]);
	}
	return found;
}

export interface TrendModel {
	periods: PeriodMark[];
	/** The largest theme first. Once themes are selected, only they keep a colour. */
	series: TrendSeries[];
	offAxis: OffAxis;
}

type Counts<K extends keyof Overview> = Pick<ChartSource, 'site'> & { overview: Pick<Overview, K | 'unit'> };

export function trendModel(source: Named & Counts<'trend'>): TrendModel {
	const { trend, unit } = source.overview;
	const periods = periodAxis(trend, unit, source.site.span);
	const counts = themeSeries(trend, periods);
	const anySelected = source.selected.length > 0;
	const series = named(source).map((theme) => ({
		...theme,
		slot: anySelected && !theme.selected ? null : theme.slot,
		...(counts.get(theme.id) ?? { counts: periods.map(() => 0), coarse: 0, undated: 0 })
	}));
	return { periods, series, offAxis: besideAxis(trend) };
}

export interface HistogramModel {
	bins: TeamBin[];
	summary: TeamSummary | null;
}

export function histogramModel({ overview }: ChartSource): HistogramModel {
	return { bins: teamBins(overview.team), summary: teamSummary(overview.team) };
}

/** Themes with papers, the largest median first; those without a known team size last. */
export function teamByThemeModel(source: ChartSource): TeamRow[] {
	const rows = groups(source.overview.teamByTheme, ({ themeId }: ThemeTeamCount) => themeId);
	const median = ({ summary }: TeamRow) => summary?.median ?? -1;
	return named(source)
		.flatMap((theme) => {
			const own = rows.get(theme.id);
			return own ? [{ ...theme, summary: teamSummary(own), unknown: unknownTeams(own) }] : [];
		})
		.sort((a, b) => median(b) - median(a));
}

export interface TeamOverTimeModel {
	periods: TeamPeriod[];
	offAxis: OffAxis;
}

export function teamOverTimeModel({ overview, site }: Counts<'teamOverTime'>): TeamOverTimeModel {
	const { teamOverTime, unit } = overview;
	const rows = groups(teamOverTime, ({ period }: PeriodTeamCount) => period);
	const periods = periodAxis(teamOverTime, unit, site.span).map((period) => ({
		period,
		summary: teamSummary(rows.get(period.start) ?? [])
	}));
	return { periods, offAxis: besideAxis(teamOverTime) };
}

export interface MatrixModel {
	rows: MatrixRow[];
	bins: TeamBin[];
}

/** Themes with papers, the largest of the corpus first. */
export function matrixModel(source: ChartSource): MatrixModel {
	const counts = teamBinsByTheme(source.overview.teamByTheme);
	const rows = named(source).flatMap((theme) => {
		const own = counts.get(theme.id);
		return own ? [{ ...theme, counts: own }] : [];
	});
	return { rows, bins: teamBins(source.overview.teamByTheme) };
}
