import type { TeamCount, ThemeTeamCount } from '../dataset/overview.ts';
import { quantile, tally } from './tally.ts';

export interface TeamBin {
	/** Smallest and largest team size, both inclusive; `to` is `null` when open, both are for unknown sizes. */
	from: number | null;
	to: number | null;
	/** `1`, `4-5`, `21+`, `unknown`. */
	label: string;
	papers: number;
}

export interface TeamSummary {
	/** Papers whose team size is known, and not. */
	known: number;
	unknown: number;
	minimum: number;
	lowerQuartile: number;
	median: number;
	upperQuartile: number;
	maximum: number;
}

const edges = [1, 2, 3, 4, 6, 11, 21];

const emptyBins: readonly TeamBin[] = [
	...edges.map((from, index) => {
		const next = edges[index + 1];
		const to = next === undefined ? null : next - 1;
		return {
			from,
			to,
			label: to === null ? `${from}+` : to === from ? `${from}` : `${from}-${to}`,
			papers: 0
		};
	}),
	{ from: null, to: null, label: 'unknown', papers: 0 }
];

function binOf(teamSize: number | null): number {
	if (teamSize === null) return edges.length;
	const above = edges.findIndex((from) => from > teamSize);
	return (above < 0 ? edges.length : above) - 1;
}

/** Papers in the bins 1, 2, 3, 4-5, 6-10, 11-20, 21+ and unknown, in that order; empty bins are there too. */
export function teamBins(rows: readonly TeamCount[]): TeamBin[] {
	const bins = emptyBins.map((bin) => ({ ...bin }));
	for (const { teamSize, papers } of rows) bins[binOf(teamSize)]!.papers += papers;
	return bins;
}

/** Papers of each theme in the bins of `teamBins`; themes without rows are absent. */
export function teamBinsByTheme(rows: readonly ThemeTeamCount[]): Map<number, number[]> {
	const byTheme = new Map<number, number[]>();
	for (const { themeId, teamSize, papers } of rows) {
		let counts = byTheme.get(themeId);
		if (!counts) byTheme.set(themeId, (counts = emptyBins.map(() => 0)));
		counts[binOf(teamSize)]! += papers;
	}
	return byTheme;
}

/**
 * Median and quartiles of known team sizes, each paper counting once. Quantiles are definition 7 of Hyndman and
 * Fan (1996), the default of R and NumPy: linear between the order statistics at (n - 1) p.
 *
 * @returns `null` when no team size is known
 */
export function teamSummary(rows: readonly TeamCount[]): TeamSummary | null {
	const sizes = tally(rows.map(({ teamSize, papers }) => ({ value: teamSize, count: papers })));
	const known = sizes.reduce((sum, { count }) => sum + count, 0);
	if (known === 0) return null;
	const at = (p: number) => quantile(sizes, p);
	return {
		known,
		unknown: unknownTeams(rows),
		minimum: at(0),
		lowerQuartile: at(0.25),
		median: at(0.5),
		upperQuartile: at(0.75),
		maximum: at(1)
	};
}

/** Papers whose team size is not known. */
export function unknownTeams(rows: readonly TeamCount[]): number {
	return rows.reduce((sum, { teamSize, papers }) => sum + (teamSize === null ? papers : 0), 0);
}
