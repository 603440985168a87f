import { teamSummary, unknownTeams } from '../../../analysis/team.ts';
import type { DataTable, TeamRow } from '../../../drawing/model.ts';
import { summaryCells, summaryHeader } from '../../../drawing/tables.ts';
import { knownWords, sum, withBasis } from '../captions.ts';
import { groups, shownThemes, type Chart } from '../chart.ts';
import { enoughSizes, teamByThemeHeadline } from './team-by-theme-headline.ts';
import TeamByThemeView from './TeamByThemeView.svelte';
import TeamCertainty from './TeamCertainty.svelte';

export function teamByThemeTable(caption: string, rows: readonly TeamRow[]): DataTable {
	return {
		caption,
		header: ['Theme', ...summaryHeader],
		rows: rows.map(({ label, summary, unknown }) => [label, ...summaryCells(summary, unknown)])
	};
}

const median = ({ summary }: TeamRow) => summary?.median ?? -1;
/** Whether the headline compares a theme. */
const isCompared = ({ summary }: TeamRow) => Number((summary?.known ?? 0) >= enoughSizes);

/** Its model: themes with papers, the largest median first; those with few known team sizes last. */
export const teamByTheme: Chart<'theme' | 'team', TeamRow[]> = {
	id: 'team-by-theme',
	name: 'Team size by theme',
	by: ['theme', 'team'],
	ignoring: ['theme', 'team'],
	model(source) {
		const rows = groups(source.rows, ({ themeId }) => themeId);
		return shownThemes(source)
			.flatMap((theme) => {
				const own = rows.get(theme.id);
				return own ? [{ ...theme, summary: teamSummary(own), unknown: unknownTeams(own) }] : [];
			})
			.sort((a, b) => isCompared(b) - isCompared(a) || median(b) - median(a));
	},
	title: () => 'Team size by theme',
	description: () =>
		'Median and quartiles of the number of authors for each theme, the largest median first.',
	headline: ({ rows, labels, selected }) => teamByThemeHeadline(rows, labels, selected),
	caption(rows, headline) {
		const known = sum(rows.map(({ summary }) => summary?.known ?? 0));
		const all = known + sum(rows.map(({ unknown }) => unknown));
		const what = 'Median (dot), middle half (bar) and range of authors, log axis';
		return withBasis(`${what}; ${knownWords(known, all)}`, headline);
	},
	table: (rows) => teamByThemeTable('Team size by theme', rows),
	help:
		'The dot is the median: half of a theme’s papers have fewer authors, half have more. The bar holds the ' +
		'middle half of its papers, the line reaches from the smallest team to the largest. The axis is ' +
		'logarithmic: each doubling takes the same space.',
	View: TeamByThemeView,
	Sure: TeamCertainty
};
