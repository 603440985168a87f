import { teamBins, teamSummary } from '../../../analysis/team.ts';
import type { DataTable, TeamBin, TeamSummary } from '../../../drawing/model.ts';
import { formatShare } from '../../../format/format.ts';
import { knownWords, sum } from '../captions.ts';
import type { Chart } from '../chart.ts';
import { teamHeadline } from './team-headline.ts';
import TeamView from './TeamView.svelte';

export interface TeamModel {
	bins: TeamBin[];
	summary: TeamSummary | null;
}

/** `Authors of each paper; known for 68 of 75 papers`. */
export function teamCaption(summary: TeamSummary | null, papers: number): string {
	return `Authors of each paper; ${knownWords(summary?.known ?? 0, papers)}`;
}

export function histogramTable(caption: string, bins: readonly TeamBin[]): DataTable {
	const all = sum(bins.map(({ papers }) => papers));
	return {
		caption,
		header: ['Team size (authors)', 'Papers', 'Share'],
		rows: bins.map(({ label, papers }) => [label, papers, formatShare(papers, all)])
	};
}

export const team: Chart<'team', TeamModel> = {
	id: 'team',
	name: 'Team size',
	by: ['team'],
	ignoring: ['team'],
	model: ({ rows }) => ({ bins: teamBins(rows), summary: teamSummary(rows) }),
	title: () => 'Team size (authors)',
	description: () => 'Papers by number of authors. The same numbers stand in the table under Data.',
	headline: ({ rows, narrowed }) => teamHeadline(rows, narrowed),
	caption: ({ bins, summary }) => teamCaption(summary, sum(bins.map(({ papers }) => papers))),
	table: ({ bins }) => histogramTable('Papers by team size', bins),
	help:
		'Each bar counts the papers whose number of authors falls into its range. Drag across bars to see only ' +
		'such papers. Papers that do not say how many authors they have stand in a bar of their own.',
	View: TeamView
};
