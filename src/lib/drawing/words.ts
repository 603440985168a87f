import { formatDate, formatNumber, formatPapers, formatShare, formatTeam } from '../format/format.ts';

import type { Handle } from './brush-range.ts';
import type { PeriodMark, TeamBin, TeamSummary } from './model.ts';
import { fewPapers } from './trend-values.ts';

/** What marks are called: the same words in tooltips and accessible names. */

/** What a press on a mark does, as tooltips say it. */
export const doorHint = 'Press to see its papers';

/** `12 of 140 papers (9 %)`. */
export function partOf(part: number, whole: number): string {
	return `${formatNumber(part)} of ${formatPapers(whole)} (${formatShare(part, whole)})`;
}

/** `Q1 2024, 140 papers`, with what makes the period hard to compare. */
export function periodWords(period: PeriodMark): string {
	const cautions = [
		...(period.partial ? ['covered only in part'] : []),
		...(period.papers > 0 && period.papers < fewPapers ? ['few papers'] : [])
	];
	return [`${period.label}, ${formatPapers(period.papers)}`, ...cautions].join(', ');
}

/** How a period reads as the start or the end of a range: `from 1 Jan 2024`, `to 31 Mar 2024`. */
export function edgeWords(period: PeriodMark | undefined, handle: Handle): string {
	if (!period) return '';
	return handle === 'from' ? `from ${formatDate(period.start)}` : `to ${formatDate(period.end)}`;
}

/** `median 6, half between 4 and 9, 68 papers, 7 unknown`. */
export function teamWords(summary: TeamSummary | null, unknown = summary?.unknown ?? 0): string {
	const missing = unknown > 0 ? `, ${formatNumber(unknown)} unknown` : '';
	if (!summary) return `no known team size${missing}`;
	const { median, lowerQuartile, upperQuartile, known } = summary;
	return (
		`median ${formatTeam(median)}, half between ${formatTeam(lowerQuartile)} and ` +
		`${formatTeam(upperQuartile)}, ${formatPapers(known)}${missing}`
	);
}

/** `4-5 authors`, `1 author`, `team size unknown`. */
export function binWords(bin: Pick<TeamBin, 'from' | 'to' | 'label'>): string {
	if (bin.from === null) return 'team size unknown';
	return `${bin.label.replace('-', '–')} ${bin.from === 1 && bin.to === 1 ? 'author' : 'authors'}`;
}
