import { teamBins, teamBinsByTheme } from '../../../analysis/team.ts';
import type { DataTable, MatrixRow, TeamBin } from '../../../drawing/model.ts';
import { formatPapers } from '../../../format/format.ts';
import { sum, withBasis } from '../captions.ts';
import { shownThemes, type Chart } from '../chart.ts';
import { matrixHeadline } from './matrix-headline.ts';
import MatrixView from './MatrixView.svelte';

export interface MatrixModel {
	/** Themes with papers, the largest of the corpus first. */
	rows: MatrixRow[];
	bins: TeamBin[];
}

export function matrixTable(
	caption: string,
	rows: readonly MatrixRow[],
	bins: readonly { label: string }[]
): DataTable {
	return {
		caption,
		header: ['Theme', ...bins.map(({ label }) => label)],
		rows: rows.map(({ label, counts }) => [label, ...bins.map((_, index) => counts[index] ?? 0)])
	};
}

export const matrix: Chart<'theme' | 'team', MatrixModel> = {
	id: 'matrix',
	name: 'Themes by team size',
	by: ['theme', 'team'],
	ignoring: ['theme', 'team'],
	model(source) {
		const counts = teamBinsByTheme(source.rows);
		const rows = shownThemes(source).flatMap((theme) => {
			const own = counts.get(theme.id);
			return own ? [{ ...theme, counts: own }] : [];
		});
		return { rows, bins: teamBins(source.rows) };
	},
	title: () => 'Themes by team size',
	description: () => 'Papers of each theme by number of authors.',
	headline: ({ rows, labels, selected, narrowed }) => matrixHeadline(rows, labels, selected, narrowed),
	caption({ rows }, headline) {
		const papers = formatPapers(sum(rows.flatMap(({ counts }) => counts)));
		return withBasis(
			`Papers by theme and number of authors; shade is the share within the theme; ${papers}`,
			headline
		);
	},
	table: ({ rows, bins }) => matrixTable('Papers by theme and team size', rows, bins),
	help:
		'Each cell counts the papers of a theme with so many authors. The shade compares cells within a theme: ' +
		'the darker, the larger the share of the theme’s papers. Press a cell to see its papers.',
	View: MatrixView
};
