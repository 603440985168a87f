import {
	matrixHeadline,
	teamByThemeHeadline,
	teamHeadline,
	teamOverTimeHeadline,
	trendHeadline,
	type Headline
} from '../../analysis/headlines.ts';
import type { Trends } from '../../analysis/trends.ts';
import { formatFilters } from '../../queries/filters/filter-syntax.ts';
import type { Filters } from '../../queries/filters/filters.ts';
import type { ChartSource } from './chart-models.ts';

export interface OverviewHeadlines {
	trend: Headline;
	team: Headline;
	teamOverTime: Headline;
	teamByTheme: Headline;
	matrix: Headline;
}

/**
 * The sentence above each chart. A chart's own filter leaves none of its papers out.
 * @param filters those that the overview answers
 * @param trends what tests say about the themes, where they have been asked
 */
export function overviewHeadlines(
	{ overview, themes, site, selected }: ChartSource,
	filters: Filters,
	trends?: Trends
): OverviewHeadlines {
	const labels = new Map(themes.map(({ themeId, label }) => [themeId, label]));
	const narrowed = (...own: string[]) => formatFilters(filters).some(([name]) => !own.includes(name));
	const { trend, team, teamByTheme, teamOverTime, unit } = overview;
	const { span } = site;
	return {
		trend: trendHeadline({
			trend,
			unit,
			span,
			labels,
			selected,
			narrowed: narrowed('theme', 'date'),
			...(trends ? { trends } : {})
		}),
		team: teamHeadline(team, narrowed('team')),
		teamOverTime: teamOverTimeHeadline(teamOverTime, unit, span, narrowed('date')),
		teamByTheme: teamByThemeHeadline(teamByTheme, labels, selected),
		matrix: matrixHeadline(teamByTheme, labels, selected, narrowed('theme', 'team'))
	};
}
