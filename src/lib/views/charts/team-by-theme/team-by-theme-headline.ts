import type { TeamCount, ThemeTeamCount } from '../../../dataset/overview.ts';
import { formatFixed, formatNumber, formatTeam, listed } from '../../../format/format.ts';
import { authors, level, probability, themeName, type Headline } from '../../../analysis/headline.ts';
import { kruskalWallis } from '../../../analysis/kruskal-wallis.ts';
import { mannWhitney, magnitudeOfDelta } from '../../../analysis/mann-whitney.ts';
import type { Tally } from '../../../analysis/tally.ts';
import { sizesOf } from '../../../analysis/team-differences.ts';
import { teamSummary, type TeamSummary } from '../../../analysis/team.ts';

/** Known team sizes that a theme needs before it is compared. */
export const enoughSizes = 8;
/** Epsilon-squared below which a difference is not worth a headline, however sure it is. */
const noteworthy = 0.01;

interface ThemeTeams {
	themeId: number;
	label: string;
	summary: TeamSummary;
	sizes: Tally;
}

/**
 * The sentence above team size by theme: the themes with the largest and smallest teams when ranks differ
 * clearly; with one theme selected, that theme against the others.
 * A theme that is alone is only described.
 */
export function teamByThemeHeadline(
	rows: readonly ThemeTeamCount[],
	labels: ReadonlyMap<number, string>,
	selected: readonly number[]
): Headline {
	const byTheme = groupByTheme(rows);
	const [only, ...more] = byTheme.size === 1 ? byTheme.keys() : selected;
	if (only !== undefined && more.length === 0) return oneTheme(byTheme, only, themeName(labels, only));
	const themes = [...byTheme]
		.filter(([themeId]) => selected.length === 0 || selected.includes(themeId))
		.flatMap(([themeId, teams]) => describe(themeId, themeName(labels, themeId), teams))
		.filter(({ summary }) => summary.known >= enoughSizes)
		.sort((a, b) => a.summary.median - b.summary.median || a.summary.upperQuartile - b.summary.upperQuartile);
	return acrossThemes(themes, byTheme.size > themes.length && selected.length === 0);
}

function groupByTheme(rows: readonly ThemeTeamCount[]): Map<number, TeamCount[]> {
	const byTheme = new Map<number, TeamCount[]>();
	for (const row of rows) {
		const group = byTheme.get(row.themeId);
		if (group) group.push(row);
		else byTheme.set(row.themeId, [row]);
	}
	return byTheme;
}

function describe(themeId: number, label: string, teams: readonly TeamCount[]): ThemeTeams[] {
	const summary = teamSummary(teams);
	return summary ? [{ themeId, label, summary, sizes: sizesOf(teams) }] : [];
}

/** @param some themes with too few known sizes are left out */
function acrossThemes(themes: readonly ThemeTeams[], some: boolean): Headline {
	const [smallest] = themes;
	const largest = themes.at(-1);
	const test = kruskalWallis(themes.map(({ sizes }) => sizes));
	if (!smallest || !largest || themes.length < 2) {
		return { text: 'Too few known team sizes to compare themes', basis: '' };
	}
	const [low, high] = [smallest.summary.median, largest.summary.median];
	const figures =
		test === null
			? ''
			: `Kruskal-Wallis over ${themes.length} themes and ${formatNumber(test.n)} papers: ` +
				`${probability(test.p)}, epsilon-squared ${test.epsilonSquared.toFixed(2)}`;
	const why = figures === '' ? { basis: '' } : { basis: '', test: figures };
	const between = some ? `the ${themes.length} themes with at least ${enoughSizes} known sizes` : 'themes';
	const range = low === high ? authors(low) : `${formatTeam(low)} to ${authors(high)}`;
	if (test === null || test.p >= level) {
		return { text: `Team sizes do not clearly differ between ${between}: medians of ${range}`, ...why };
	}
	if (test.epsilonSquared < noteworthy || low === high) {
		return { text: `Team sizes differ only a little between ${between}: medians of ${range}`, ...why };
	}
	const ofMedian = (median: number) => themes.filter(({ summary }) => summary.median === median);
	const [largestOnes, smallestOnes] = [ofMedian(high), ofMedian(low)];
	const text =
		`The largest teams are in ${names(largestOnes)} (median ${authors(high)}), ` +
		`the smallest in ${names(smallestOnes)} (${formatTeam(low)})`;
	return { text, ...why, themes: [...largestOnes, ...smallestOnes].map(({ themeId }) => themeId) };
}

/** Themes of the same median are all named, or counted where they are many. */
function names(themes: readonly ThemeTeams[]): string {
	const labels = themes.map(({ label }) => label);
	if (labels.length > 3) return `${labels.length} themes`;
	return listed(labels);
}

function oneTheme(
	byTheme: ReadonlyMap<number, readonly TeamCount[]>,
	themeId: number,
	label: string
): Headline {
	const teams = byTheme.get(themeId) ?? [];
	const others = [...byTheme].flatMap(([other, group]) => (other === themeId ? [] : group));
	const [own, rest] = [teamSummary(teams), teamSummary(others)];
	if (!own || own.known < enoughSizes) {
		return { text: `Too few known team sizes in ${label} (${formatNumber(own?.known ?? 0)})`, basis: '' };
	}
	const test = mannWhitney(sizesOf(teams), sizesOf(others));
	if (!rest || !test || rest.known < enoughSizes) {
		return { text: `The median team in ${label} has ${authors(own.median)}`, basis: '' };
	}
	const magnitude = magnitudeOfDelta(test.delta);
	const figures = `Mann-Whitney ${probability(test.p)}, Cliff’s delta ${formatFixed(test.delta, 2)} (${magnitude})`;
	const medians = `median ${formatTeam(own.median)} against ${formatTeam(rest.median)}`;
	const why = { basis: '', test: figures, themes: [themeId] };
	if (test.p >= level || magnitude === 'negligible') {
		return { text: `Teams in ${label} are about as large as elsewhere: ${medians}`, ...why };
	}
	const kind = test.delta > 0 ? 'larger' : 'smaller';
	return { text: `Teams in ${label} are ${kind} than elsewhere: ${medians}`, ...why };
}
