import type { TeamCount } from '../dataset/overview.ts';
import { formatShare, formatTeam } from '../format/format.ts';
import { authors } from './headline.ts';
import { teamSummary } from './team.ts';

/** Known team sizes below which quartiles say little. */
const enoughSizes = 8;

/** The team sizes between the quartiles of a distribution. */
interface TypicalTeam {
	/** Smallest and largest, both whole. */
	from: number;
	to: number;
	/** Papers with such a team, and with any known team. */
	papers: number;
	known: number;
	median: number;
}

/** @returns `null` with fewer than eight known sizes */
export function typicalTeam(team: readonly TeamCount[]): TypicalTeam | null {
	const summary = teamSummary(team);
	if (!summary || summary.known < enoughSizes) return null;
	const { known, lowerQuartile, median, upperQuartile } = summary;
	const [from, to] = [Math.ceil(lowerQuartile), Math.floor(upperQuartile)];
	const inside = team.filter(({ teamSize }) => teamSize !== null && teamSize >= from && teamSize <= to);
	return { from, to, papers: inside.reduce((sum, { papers }) => sum + papers, 0), known, median };
}

/**
 * `Most teams (64 %) have 3 to 6 authors; the median is 4`: many teams are as large as a quartile, so that more than half
 * may lie between them.
 */
export function typicalTeamWords(
	{ from, to, papers, known, median }: TypicalTeam,
	narrowed: boolean
): string {
	const of = narrowed ? ' of these papers' : '';
	const share = formatShare(papers, known);
	const who =
		papers === known
			? `All teams${of}`
			: 2 * papers > known
				? `Most teams${of} (${share})`
				: `${share} of the teams${of}`;
	if (from === to) return `${who} have ${authors(from)}`;
	return `${who} have ${formatTeam(from)} to ${authors(to)}; the median is ${formatTeam(median)}`;
}
