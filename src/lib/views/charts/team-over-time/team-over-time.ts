import { periodAxis, type TrendUnit } from '../../../analysis/periods.ts';
import { teamSummary } from '../../../analysis/team.ts';
import { besideAxis } from '../../../analysis/theme-series.ts';
import type { DataTable, OffAxis, TeamPeriod } from '../../../drawing/model.ts';
import { periodHeader, summaryCells, summaryHeader } from '../../../drawing/tables.ts';
import { formatPapers } from '../../../format/format.ts';
import { besideWords, beyondWords, stretch, sum, withBasis } from '../captions.ts';
import { groups, type Chart } from '../chart.ts';
import { cropped, type Beyond } from '../trend/trend-model.ts';
import TeamOverTimeControls from './TeamOverTimeControls.svelte';
import { teamOverTimeHeadline } from './team-over-time-headline.ts';
import TeamOverTimeView from './TeamOverTimeView.svelte';

export interface TeamOverTimeModel {
	unit: TrendUnit;
	periods: TeamPeriod[];
	offAxis: OffAxis;
	/** Periods beside those that the axis shows, and their papers. */
	beyond: Beyond;
}

export function teamOverTimeTable(caption: string, periods: readonly TeamPeriod[]): DataTable {
	return {
		caption,
		header: ['Period', ...summaryHeader],
		rows: periods.map(({ period, summary }) => [
			periodHeader(period),
			...summaryCells(summary, summary ? summary.unknown : period.papers)
		])
	};
}

export const teamOverTime: Chart<'date' | 'team', TeamOverTimeModel> = {
	id: 'team-over-time',
	name: 'Team size over time',
	by: ['date', 'team'],
	ignoring: ['date'],
	model({ rows, unit, span, days }) {
		const byPeriod = groups(rows, ({ period }) => period);
		const { periods: shown, beyond } = cropped(periodAxis(rows, unit, span), days);
		const periods = shown.map((period) => ({
			period,
			summary: teamSummary(byPeriod.get(period.start) ?? [])
		}));
		return { unit, periods, offAxis: besideAxis(rows), beyond };
	},
	title: ({ unit }) => `Team size by ${unit}`,
	description: ({ unit }) => `Median and quartiles of the number of authors in each ${unit}.`,
	headline: (source) => teamOverTimeHeadline(source),
	caption({ unit, periods, offAxis, beyond }, headline) {
		const known = formatPapers(sum(periods.map(({ summary }) => summary?.known ?? 0)));
		const axis = stretch(periods.map(({ period }) => period));
		const where = axis + besideWords(offAxis, 'with a known size or not') + beyondWords(unit, beyond);
		return withBasis(
			`Median and middle half of authors in each ${unit}, log axis; ${known} with known team size${where}`,
			headline
		);
	},
	table: ({ unit, periods }) => teamOverTimeTable(`Team size by ${unit}`, periods),
	help:
		'The line is the median number of authors of each period’s papers, the band holds the middle half of ' +
		'them. The axis is logarithmic: each doubling takes the same space. The axis and the sentence begin where statements about trends do; “Show all periods” takes in the rest. Press a period to see its papers.',
	View: TeamOverTimeView,
	Controls: TeamOverTimeControls
};
