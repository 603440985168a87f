import type { TeamCount, ThemeTeamCount } from '../dataset/overview.ts';
import { formatTeam } from '../format/format.ts';
import { certaintyOf, type Certainty, benjaminiHochberg } from './certainty.ts';
import { kruskalWallis, type KruskalWallis } from './kruskal-wallis.ts';
import { mannWhitney, magnitudeOfDelta, type Magnitude } from './mann-whitney.ts';
import { tally, type Tally } from './tally.ts';
import { teamSummary, unknownTeams, type TeamSummary } from './team.ts';

/** Team sizes of one theme against those of all the others. */
export interface TeamDifference {
	themeId: number;
	summary: TeamSummary;
	/** Median team size of all other themes. */
	elsewhere: number;
	/** Chance that a team of the theme is larger less that it is smaller, -1 to 1 (Cliff 1993). */
	delta: number;
	magnitude: Magnitude;
	/** Two-sided p of the Mann-Whitney test, and the same adjusted over the themes (Benjamini and Hochberg). */
	p: number;
	adjusted: number;
	certainty: Certainty;
}

interface TeamDifferences {
	/** Whether themes differ at all; `null` with fewer than two that have known sizes. */
	overall: KruskalWallis | null;
	/** Themes with a known size, the largest delta first. */
	themes: TeamDifference[];
	/** Papers whose team size is known, and not. */
	known: number;
	unknown: number;
}

export const sizesOf = (teams: readonly TeamCount[]): Tally =>
	tally(teams.map(({ teamSize, papers }) => ({ value: teamSize, count: papers })));

/** How team sizes differ between themes: over all of them, and each against the rest. */
export function teamDifferences(rows: readonly ThemeTeamCount[]): TeamDifferences {
	const ids = [...new Set(rows.map(({ themeId }) => themeId))];
	const compared = ids.flatMap((themeId) => {
		const own = rows.filter((row) => row.themeId === themeId);
		const summary = teamSummary(own);
		const others = rows.filter((row) => row.themeId !== themeId);
		const rest = teamSummary(others);
		const test = mannWhitney(sizesOf(own), sizesOf(others));
		return summary && rest && test ? [{ themeId, summary, elsewhere: rest.median, test }] : [];
	});
	const adjusted = benjaminiHochberg(compared.map(({ test }) => test.p));
	const themes = compared.map(({ themeId, summary, elsewhere, test: { delta, p } }, place) => ({
		themeId,
		summary,
		elsewhere,
		delta,
		magnitude: magnitudeOfDelta(delta),
		p,
		adjusted: adjusted[place]!,
		certainty: certaintyOf(adjusted[place]!)
	}));
	const groups = ids.map((themeId) => sizesOf(rows.filter((row) => row.themeId === themeId)));
	const unknown = unknownTeams(rows);
	return {
		overall: kruskalWallis(groups),
		themes: themes.sort((a, b) => b.delta - a.delta || a.themeId - b.themeId),
		known: rows.reduce((sum, { papers }) => sum + papers, 0) - unknown,
		unknown
	};
}

/** `larger teams than elsewhere, medium effect, very sure`, `about as large as elsewhere`. */
export function teamDifferenceWords({
	delta,
	magnitude,
	certainty
}: Pick<TeamDifference, 'delta' | 'magnitude' | 'certainty'>): string {
	if (certainty === 'no sign' || magnitude === 'negligible') return 'about as large as elsewhere';
	const kind = `${delta > 0 ? 'larger' : 'smaller'} teams than elsewhere`;
	return certainty === 'not sure' ? `perhaps ${kind}` : `${kind}, ${magnitude} effect, ${certainty}`;
}

/** `Teams are smaller than elsewhere: median 2 against 4 (large effect, very sure)`. */
export function teamDifferenceSentence(difference: TeamDifference): string {
	const { delta, magnitude, certainty, summary, elsewhere } = difference;
	const medians = `median ${formatTeam(summary.median)} against ${formatTeam(elsewhere)}`;
	if (certainty === 'no sign' || magnitude === 'negligible')
		return `Teams are about as large as elsewhere: ${medians}`;
	const kind = `${delta > 0 ? 'larger' : 'smaller'} than elsewhere: ${medians}`;
	return certainty === 'not sure'
		? `Teams are perhaps ${kind}`
		: `Teams are ${kind} (${magnitude} effect, ${certainty})`;
}
