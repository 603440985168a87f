import { capitalise, papersInQuestion, themeName, type Headline } from '../../../analysis/headline.ts';
import { teamBins, teamSummary, type TeamBin } from '../../../analysis/team.ts';
import { typicalTeam, typicalTeamWords } from '../../../analysis/typical-team.ts';
import { clearMoves, type Move } from '../../../analysis/trends/clear-moves.ts';
import { courseWords, noWindowWords, windowSpan } from '../../../analysis/trends/finding-words.ts';
import type { TestedTrends, Trends } from '../../../analysis/trends/findings.ts';
import { rankingHeadline } from '../../../analysis/trends/ranking.ts';
import { stepShares } from '../../../analysis/trends/step-shares.ts';
import type { Dimension, TeamCount, ThemeCount, ThemeTeamCount } from '../../../dataset/overview.ts';
import { formatNumber, formatShare, listed } from '../../../format/format.ts';
import type { Filters } from '../../../queries/filters/filters.ts';
import type { Slots } from '../../../themes/theme-colours.ts';
import { groups } from '../../charts/chart.ts';
import { enoughSizes } from '../../charts/team-by-theme/team-by-theme-headline.ts';
import { moveWords } from '../../charts/trend/trend-headline.ts';
import { testedDates } from '../../parts/findings/tested-dates.ts';

/** The small chart that a sentence ends in. */
export type Proof =
	/** Shares of a whole, side by side; those that are named stand out. */
	| { kind: 'strip'; parts: { slot: number | null; part: number; named: boolean }[] }
	/** Shares of the periods, 0 to 1, a line each; `null` where a period is not tested. */
	| { kind: 'lines'; lines: { slot: number | null; shares: (number | null)[] }[] }
	/** Papers by team size; those in question stand out. */
	| { kind: 'bars'; bars: { papers: number; named: boolean }[] }
	/** A place along an axis, 0 to 1, for each theme; those that are named stand out. */
	| { kind: 'dots'; dots: { slot: number | null; at: number; named: boolean }[] };

/** A sentence about the corpus, with what shows that it is true. */
export interface Answer {
	id: string;
	/** Without a full stop. */
	text: string;
	/** `very sure`; `null` of what is merely counted. */
	sure: string | null;
	proof: Proof | null;
	/** Id of the chart that it is drawn from. */
	chart: string;
	/** The papers that it counts, the filters that list them, and the dates they are of; `null` where there is none to list. */
	papers: { count: number; filters: Partial<Filters>; span?: string } | null;
}

export interface AnswerSource {
	/** Counts of the papers that the filters leave, each without the filters of its own. */
	themes: readonly ThemeCount[];
	team: readonly TeamCount[];
	teamByTheme: readonly ThemeTeamCount[];
	/** What the chart of team sizes by theme says. */
	teams: Headline;
	trends: Trends;
	labels: ReadonlyMap<number, string>;
	slots: Slots;
	selected: readonly number[];
	/** Whether filters other than those of some dimensions have left papers out. */
	narrowed: (...ignored: Dimension[]) => boolean;
}

/** At most five sentences: what the papers are about, what moves, how large teams are. */
export function answersOf(source: AnswerSource): Answer[] {
	const all = [largestThemes(source), ...movement(source), teamsBetween(source), teamsByTheme(source)];
	return all.filter((answer) => answer !== null);
}

const sum = (rows: readonly { papers: number }[]) => rows.reduce((all, { papers }) => all + papers, 0);
const isLookedAt = (selected: readonly number[], id: number) =>
	selected.length === 0 || selected.includes(id);

/** How many of the largest are named: at most three, and none that is as large as one that is not. */
function namable(sizes: readonly ThemeCount[]): number {
	let count = Math.min(3, sizes.length);
	while (count > 0 && sizes[count]?.papers === sizes[count - 1]!.papers) count--;
	return count;
}

/** `The largest of 9 themes are agents (16 %), video (12 %) and reasoning (9 %)`. */
function largestThemes({ themes, labels, slots, selected, ...source }: AnswerSource): Answer | null {
	const narrowed = source.narrowed('theme');
	const all = sum(themes);
	if (all === 0) return null;
	const sizes = themes
		.filter(({ themeId, papers }) => papers > 0 && isLookedAt(selected, themeId))
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
	const named = sizes.slice(0, namable(sizes));
	const ids = new Set(named.map(({ themeId }) => themeId));
	const share = ({ papers }: { papers: number }) => formatShare(papers, all);
	const words = named.map((one) => `${themeName(labels, one.themeId)} (${share(one)})`);
	const text = (): string => {
		if (labels.size === 1) return `All ${papersInQuestion(narrowed)} stand in one theme`;
		if (sizes.length === 0) return `None of ${narrowed ? 'these' : 'the'} papers is in the selected themes`;
		const kind = selected.length === 0 ? 'themes' : 'selected themes';
		if (named.length === 0)
			return `No theme has more than ${share(sizes[0]!)} of ${papersInQuestion(narrowed)}`;
		if (sizes.length === 1) {
			return `${capitalise(themeName(labels, named[0]!.themeId))} holds ${share(named[0]!)} of ${papersInQuestion(narrowed)}`;
		}
		const verb = named.length === 1 ? 'is' : 'are';
		return `The largest of ${formatNumber(sizes.length)} ${kind} ${verb} ${listed(words)}`;
	};
	const parts = [...themes]
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId)
		.map(({ themeId, papers }) => ({
			slot: isLookedAt(selected, themeId) ? (slots.get(themeId) ?? null) : null,
			part: papers / all,
			named: ids.has(themeId)
		}));
	const papers = named.length > 0 ? { count: sum(named), filters: { themes: [...ids] } } : null;
	return { id: 'sizes', text: text(), sure: null, proof: { kind: 'strip', parts }, chart: 'themes', papers };
}

/** The largest sure rise and fall, or that there is none, or why it cannot be told. */
function movement(source: AnswerSource): Answer[] {
	const { trends, selected, labels } = source;
	if (labels.size === 1 && trends.kind === 'tested') return [];
	const still = (text: string): Answer[] => [
		{ id: 'still', text, sure: null, proof: null, chart: 'themes', papers: null }
	];
	if (trends.kind !== 'tested') return still(noWindowWords(trends));
	const moves = clearMoves(trends, selected);
	if (moves.length > 0) return moves.map((move) => moved(move, trends, source));
	if (selected.length === 0) return still(rankingHeadline(trends));
	return still(selected.length === 1 ? 'No clear rise or fall of it' : 'None of them clearly rises or falls');
}

/** `Agents rose from 6 % of papers (Jan 2024) to 35 % (Oct 2026), faster since Oct 2025`; without shares, `Agents: rising`. */
function moved(move: Move, { window, findings }: TestedTrends, source: AnswerSource): Answer {
	const { labels, slots } = source;
	const narrowed = source.narrowed('theme', 'date');
	const own = findings.filter(({ id }) => move.ids.includes(id));
	const course = move.shares && own.length === 1 ? courseWords(own[0]!, window) : '';
	return {
		id: move.direction,
		text: capitalise(moveWords(move, undefined, { labels, narrowed })) + course,
		sure: move.certainty,
		proof: {
			kind: 'lines',
			lines: own.map((finding) => ({
				slot: slots.get(finding.id) ?? null,
				shares: stepShares(finding, window)
			}))
		},
		chart: 'themes',
		papers: {
			count: sum(own),
			filters: { themes: move.ids, ...testedDates(window) },
			span: windowSpan(window)
		}
	};
}

/** `Most teams (64 %) have 3 to 6 authors; the median is 4`. */
function teamsBetween({ team, narrowed }: AnswerSource): Answer | null {
	const typical = typicalTeam(team);
	if (!typical) return null;
	const { from, to, papers: count } = typical;
	const isNamed = (size: number) => size >= from && size <= to;
	const bars = teamBins(team)
		.flatMap((bin) => (bin.from === null ? [] : cutBin(bin, [from, to + 1], team)))
		.map(({ from: least, papers }) => ({ papers, named: isNamed(least) }));
	return {
		id: 'team',
		text: typicalTeamWords(typical, narrowed('team')),
		sure: null,
		proof: { kind: 'bars', bars },
		chart: 'team',
		papers: { count, filters: { team: { range: { from, to }, unknown: false } } }
	};
}

/** A bin as several, a new one from each size on that lies within it. */
function cutBin({ from, to }: TeamBin, sizes: readonly number[], team: readonly TeamCount[]) {
	const last = to ?? Infinity;
	const starts = [from!, ...sizes.filter((size) => size > from! && size <= last)];
	return starts.map((start, at) => {
		const end = starts[at + 1] ?? last + 1;
		const inside = team.filter(({ teamSize }) => teamSize !== null && teamSize >= start && teamSize < end);
		return { from: start, papers: sum(inside) };
	});
}

/** What the chart of team sizes by theme says, where it says something clear. */
function teamsByTheme({ teamByTheme, teams, slots }: AnswerSource): Answer | null {
	const { text, themes = [] } = teams;
	if (themes.length === 0) return null;
	const known = teamByTheme.filter(({ themeId, teamSize }) => teamSize !== null && themes.includes(themeId));
	const filters = { themes: [...themes], team: { range: { from: 1, to: null }, unknown: false } };
	return {
		id: 'teams',
		text,
		sure: null,
		chart: 'team-by-theme',
		proof: { kind: 'dots', dots: medianDots(teamByTheme, themes, slots) },
		papers: { count: sum(known), filters }
	};
}

/** The median team of each theme, from one author to the largest median. */
function medianDots(rows: readonly ThemeTeamCount[], named: readonly number[], slots: Slots) {
	const medians = [...groups(rows, ({ themeId }) => themeId)].flatMap(([themeId, own]) => {
		const summary = teamSummary(own);
		return summary && summary.known >= enoughSizes ? [{ themeId, median: summary.median }] : [];
	});
	const most = Math.max(2, ...medians.map(({ median }) => median));
	return medians.map(({ themeId, median }) => ({
		slot: slots.get(themeId) ?? null,
		at: (median - 1) / (most - 1),
		named: named.includes(themeId)
	}));
}

/** The part of the page that holds a chart. */
export const chartId = (chart: string) => `chart-${chart}`;
