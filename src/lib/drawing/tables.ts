import type { PeriodMark, TeamSummary } from './model.ts';
import { formatTeam } from '../format/format.ts';

/** What tables of the numbers behind charts share. Nothing that a chart shows is missing in its table. */

export const periodHeader = (period: PeriodMark) =>
	period.partial ? `${period.label} (in part)` : period.label;

/** Heads of the columns of `summaryCells`. */
export const summaryHeader = [
	'Known',
	'Unknown',
	'Minimum',
	'Lower quartile',
	'Median',
	'Upper quartile',
	'Maximum'
];

export function summaryCells(summary: TeamSummary | null, unknown: number): (string | number)[] {
	if (!summary) return [0, unknown, '–', '–', '–', '–', '–'];
	const { minimum, lowerQuartile, median, upperQuartile, maximum } = summary;
	const sizes = [minimum, lowerQuartile, median, upperQuartile, maximum];
	return [summary.known, unknown, ...sizes.map(formatTeam)];
}
