import { fitsUnit } from '../../../base/date.ts';
import { datePrecisions } from '../../../base/date.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import { isSure, type TestedTrends, type TrendFinding } from '../../../analysis/trends.ts';
import { formatNumber } from '../../../format/format.ts';
import { themeSeries } from '../../../analysis/theme-series.ts';

/** A theme's trend as the ranking shows it. */
export interface TrendRow {
	finding: TrendFinding;
	/** Share of each tested period, 0 to 1. */
	shares: number[];
	/** Papers of the theme in tested periods, and the first and last day of these. */
	papers: number;
	days: { from: string; to: string };
}

/** The filters behind a count of tested papers: those dated too coarsely for the periods take no part in it. */
export function testedPapers(
	{ unit, leftOut }: Pick<TestedTrends, 'unit' | 'leftOut'>,
	themeId: number,
	days: { from: string; to: string }
): Partial<Filters> {
	return {
		themes: [themeId],
		date: { range: days, unknown: false },
		dated: leftOut.coarse > 0 ? datePrecisions.filter((precision) => fitsUnit(precision, unit)) : []
	};
}

/** Themes from the steepest rise to the steepest fall. */
export function rankedTrends({ rows, axis, places, findings }: TestedTrends): TrendRow[] {
	const series = themeSeries(rows, axis);
	const days = { from: axis[places[0]!]!.start, to: axis[places.at(-1)!]!.end };
	return findings
		.map((finding) => {
			const counts = series.get(finding.id)?.counts ?? [];
			const own = places.map((place) => counts[place] ?? 0);
			return {
				finding,
				shares: own.map((papers, order) => papers / axis[places[order]!]!.papers),
				papers: own.reduce((sum, papers) => sum + papers, 0),
				days
			};
		})
		.sort((a, b) => b.finding.sen.slope - a.finding.sen.slope || a.finding.id - b.finding.id);
}

/** How many themes clearly rise and fall: `2 of 9 themes clearly rise, 1 falls`. */
export function rankingHeadline({ findings }: Pick<TestedTrends, 'findings'>): string {
	const sure = findings.filter(isSure);
	const rising = sure.filter(({ direction }) => direction === 'rising').length;
	const falling = sure.filter(({ direction }) => direction === 'falling').length;
	const of = `of ${formatNumber(findings.length)} themes clearly`;
	const verb = (count: number, word: 'rise' | 'fall') =>
		`${formatNumber(count)} ${of} ${word}${count === 1 ? 's' : ''}`;
	if (rising === 0 && falling === 0) return 'No theme clearly rises or falls';
	if (rising === 0) return verb(falling, 'fall');
	if (falling === 0) return verb(rising, 'rise');
	return `${verb(rising, 'rise')}, ${formatNumber(falling)} ${falling === 1 ? 'falls' : 'fall'}`;
}

/** A stretch of periods in which a theme has far more papers than usual. */
export interface BurstRow {
	themeId: number;
	/** `Mar 2024` or `Mar 2024–Jun 2024`. */
	words: string;
	/** First and last day. */
	from: string;
	to: string;
	/** Papers of the theme, and all papers, in the burst and in all tested periods. */
	papers: number;
	all: number;
	usualPapers: number;
	usualAll: number;
	weight: number;
}

/** Bursts of all themes, the weightiest first. */
export function burstRows({ rows, axis, places, findings }: TestedTrends): BurstRow[] {
	const series = themeSeries(rows, axis);
	const sum = (some: readonly number[], of: (place: number) => number) =>
		some.reduce((total, place) => total + of(place), 0);
	return findings
		.flatMap(({ id, bursts }) =>
			bursts.map(({ from, to, weight }) => {
				const counts = series.get(id)?.counts ?? [];
				const inside = places.filter((place) => place >= from && place <= to);
				const [first, last] = [axis[from]!, axis[to]!];
				return {
					themeId: id,
					words: from === to ? first.label : `${first.label}–${last.label}`,
					from: first.start,
					to: last.end,
					papers: sum(inside, (place) => counts[place] ?? 0),
					all: sum(inside, (place) => axis[place]!.papers),
					usualPapers: sum(places, (place) => counts[place] ?? 0),
					usualAll: sum(places, (place) => axis[place]!.papers),
					weight
				};
			})
		)
		.sort((a, b) => b.weight - a.weight || a.themeId - b.themeId);
}
