import { certaintyOf } from '../../../analysis/certainty.ts';
import { mannWhitney, magnitudeOfDelta } from '../../../analysis/mann-whitney.ts';
import { teamSummary } from '../../../analysis/team.ts';
import { sizesOf, teamDifferenceWords } from '../../../analysis/team-differences.ts';
import {
	capitalised,
	formatNumber,
	formatPapers,
	formatPeriod,
	formatShare,
	formatTeam
} from '../../../format/format.ts';
import type { SideCounts } from '../../../queries/cells/side-counts.ts';
import { noFilters, type Filters } from '../../../queries/filters/filters.ts';
import type { TimeAxis } from './time-axis.ts';
import type { TimeWindow } from './time-window.ts';

/** Papers of a set and the rest that it is compared with. */
export interface Sides {
	readonly inside: SideCounts;
	readonly rest: SideCounts;
}

/** `312 papers here, 3.2 % of 9,868; “elsewhere” are the other 9,556`. */
export function sidesWords({ inside, rest }: Sides): string {
	const all = inside.papers + rest.papers;
	return (
		`${formatPapers(inside.papers)} here, ${formatShare(inside.papers, all)} of ${formatNumber(all)}; ` +
		`“elsewhere” means the other ${formatNumber(rest.papers)}`
	);
}

/** How many times as often a term stands here as elsewhere: `6.7`, `120`; `only here` where it stands nowhere else. */
export function liftWords({ rest, lift }: { rest: number; lift: number }): string {
	return rest === 0 ? 'only here' : formatNumber(lift, lift < 10 ? 1 : 0);
}

/** The largest themes of the papers, and in how many more there are some. */
export function largestThemes(
	{ inside }: Pick<Sides, 'inside'>,
	most = 3
): { themes: SideCounts['themes']; more: number } {
	const largest = [...inside.themes].sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
	return { themes: largest.slice(0, most), more: Math.max(0, largest.length - most) };
}

/** The latest period from which on at least half of the dated papers are; `null` without any. */
export function halfSince(periods: SideCounts['periods']): string | null {
	const dated = periods
		.flatMap(({ period, papers }) => (period === null ? [] : [{ period, papers }]))
		.sort((a, b) => (a.period < b.period ? 1 : -1));
	const all = dated.reduce((sum, { papers }) => sum + papers, 0);
	let since = 0;
	return dated.find(({ papers }) => (since += papers) * 2 >= all)?.period ?? null;
}

/** From when half of the papers are, beside the rest: `Half are from Mar 2025 or later; elsewhere half are from Aug 2025 or later`. */
export function dateWords({ inside, rest }: Sides, unit: 'month' | 'quarter' | 'year'): string {
	const [here, there] = [halfSince(inside.periods), halfSince(rest.periods)];
	if (here === null) return 'No date is stated as finely';
	const half = (period: string) => `half are from ${formatPeriod(period, unit)} or later`;
	const words = capitalised(half(here));
	if (there === null) return words;
	return there === here ? `${words}, as elsewhere` : `${words}; elsewhere ${half(there)}`;
}

/** Team sizes beside the rest: `Median 6 authors (middle half 4 to 9), elsewhere 5; larger teams than elsewhere, ...`. */
export function teamWords({ inside, rest }: Sides): string {
	const [here, there] = [teamSummary(inside.team), teamSummary(rest.team)];
	if (!here) return 'No team size is known';
	const words =
		`Median ${formatTeam(here.median)} ${here.median === 1 ? 'author' : 'authors'} ` +
		`(middle half ${formatTeam(here.lowerQuartile)} to ${formatTeam(here.upperQuartile)})`;
	const test = mannWhitney(sizesOf(inside.team), sizesOf(rest.team));
	if (!there || !test) return words;
	const { delta, p } = test;
	const difference = { delta, magnitude: magnitudeOfDelta(delta), certainty: certaintyOf(p) };
	return `${words}, elsewhere ${formatTeam(there.median)}: ${teamDifferenceWords(difference)}`;
}

/** Filters that leave the papers of the periods that the time slider shows as well. */
export function withWindow(filters: Filters, axis: TimeAxis | null, window: TimeWindow | null): Filters {
	if (!axis || !window) return filters;
	const [first, last] = [axis.periods[window[0]]!.start, axis.periods[window[1]]!.end];
	const stated = filters.date?.range;
	const range = {
		from: stated?.from && stated.from > first ? stated.from : first,
		to: stated?.to && stated.to < last ? stated.to : last
	};
	return { ...filters, date: { range, unknown: false } };
}

/** The same filters without a part of the map. */
export const everywhere = (filters: Filters): Filters => ({ ...filters, area: noFilters.area });
