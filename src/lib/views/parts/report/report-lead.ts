import { teamBins, teamSummary, type TeamBin } from '../../../analysis/team.ts';
import {
	findingWords,
	noWindowWords,
	windowSpan,
	windowWords
} from '../../../analysis/trends/finding-words.ts';
import type { TrendFinding, Trends } from '../../../analysis/trends/findings.ts';
import { movingTo } from '../../../analysis/trends/ranking.ts';
import { moveOf } from '../../../analysis/trends/shape.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';
import type { TeamCount, ThemeCount, ThemeTeamCount } from '../../../dataset/overview.ts';
import {
	formatFixed,
	formatNumber,
	formatPapers,
	formatShare,
	formatTeam,
	listed
} from '../../../format/format.ts';
import type { RangeFilter } from '../../../queries/filters/filters.ts';

/** A theme in a line of the report. */
export interface ThemeLine {
	name: string;
	papers: number;
	/** Of all papers of the view. */
	share: string;
	/** `6.0 % → 35 %`: on the fitted line, where the rise or fall begins and at the end; `null` of all others. */
	change: string | null;
	/** `2019`: where it begins; `null` where that is the first tested period. */
	since: string | null;
	/** `rising since 2024`; empty where nothing can be tested. */
	trend: string;
	/** `very sure`, `fairly sure`, or empty. */
	sure: string;
	/** Share of each tested period, 0 to 1. */
	shares: readonly number[];
	/** Median team size, where known. */
	team: string;
	/** CSS colour. */
	colour: string;
}

/** What the first two printed pages of a report say, beside its sentences and its chart. */
export interface ReportLead {
	/** Whether anything can be said of trends. */
	isTested: boolean;
	/** The themes that surely rise and fall, the fastest first, as many as fit. */
	rising: readonly ThemeLine[];
	falling: readonly ThemeLine[];
	/** How many of how many rise and fall, and when; why that is not known. */
	moves: string;
	/** Every theme of the view, the largest first. */
	themes: readonly ThemeLine[];
	/** Half of the teams, and how many are unknown. */
	teams: string;
	teamBins: readonly TeamBin[];
	/** What trends rest on and leave out. */
	window: string;
	/** The tested periods in words, as the shares of the themes have them. */
	periods: readonly string[];
}

export interface LeadSource {
	/** Papers that pass every filter, by theme and by team size. */
	papers: number;
	themes: readonly ThemeCount[];
	team: readonly TeamCount[];
	/** Whatever the team size. */
	teamByTheme: readonly ThemeTeamCount[];
	teamFilter: RangeFilter<number> | null;
	/** Themes that are selected; empty means all. */
	selected: readonly number[];
	trends: Trends;
	labelOf: (themeId: number) => string;
	colourOf: (themeId: number) => string;
}

/** Rising and falling themes that a page has room for. */
const mostMoves = 5;

function passes(size: number | null, filter: LeadSource['teamFilter']): boolean {
	if (!filter) return true;
	if (size === null) return filter.unknown;
	const { from = null, to = null } = filter.range ?? { from: Infinity };
	return (from === null || size >= from) && (to === null || size <= to);
}

function teamOf(themeId: number, { teamByTheme, teamFilter }: LeadSource): string {
	const rows = teamByTheme.filter((row) => row.themeId === themeId && passes(row.teamSize, teamFilter));
	const summary = teamSummary(rows);
	return summary ? formatTeam(summary.median) : '–';
}

const still = { change: null, since: null };

/** Decimals that tell two shares apart, at most, and papers of which shares are printed to a tenth of a per cent. */
const [mostDecimals, many] = [4, 1_000];

function moveWords(
	finding: TrendFinding | undefined,
	{ axis, from: first }: TrendWindow
): Pick<ThemeLine, 'change' | 'since'> {
	const { direction, segments = [], shape = null } = finding ?? {};
	if (direction !== 'rising' && direction !== 'falling') return still;
	const { from, start, end } = moveOf(segments, direction, shape);
	const ends = [start, end];
	const printed = [
		ends.map((share) => formatShare(share * many, many)),
		...Array.from({ length: mostDecimals }, (_, more) =>
			ends.map((share) => `${formatFixed(100 * share, more + 1)} %`)
		)
	];
	const told = printed.find(([then, now]) => then !== now) ?? printed[0]!;
	return { change: told.join(' → '), since: from === first ? null : axis[from]!.label };
}

function lineOf(themeId: number, source: LeadSource): ThemeLine {
	const { trends, papers: all, themes, labelOf, colourOf } = source;
	const tested = trends.kind === 'tested' ? trends : null;
	const finding = tested?.findings.find(({ id }) => id === themeId);
	const papers = themes.find((row) => row.themeId === themeId)?.papers ?? 0;
	return {
		name: labelOf(themeId),
		papers,
		share: formatShare(papers, all),
		...(tested ? moveWords(finding, tested.window) : still),
		trend: finding && tested ? findingWords(finding, tested.window) : '',
		sure: finding?.certainty ?? '',
		shares: finding?.shares.map(([, own, of]) => own / of) ?? [],
		team: teamOf(themeId, source),
		colour: colourOf(themeId)
	};
}

/** Ids of the themes that surely move in a direction, the fastest first. */
function moving({ trends, selected }: LeadSource, direction: 'rising' | 'falling'): number[] {
	if (trends.kind !== 'tested') return [];
	return movingTo(trends.findings, direction)
		.filter(({ id }) => selected.length === 0 || selected.includes(id))
		.map(({ id }) => id);
}

const otherKinds = {
	steady: 'are steady',
	unclear: 'show no clear change',
	'too few': 'have too few papers'
} as const;

/** `; the others are steady or show no clear change`; nothing where there are no others. */
function othersWords(findings: readonly TrendFinding[]): string {
	const kinds = (['steady', 'unclear', 'too few'] as const).filter((kind) =>
		findings.some(({ direction }) => direction === kind)
	);
	return kinds.length === 0
		? ''
		: `; the others ${listed(
				kinds.map((kind) => otherKinds[kind]),
				'or'
			)}`;
}

function movesWords({ trends, selected }: LeadSource, all: number, rising: number, falling: number): string {
	if (trends.kind !== 'tested') return `${noWindowWords(trends)}.`;
	const findings = trends.findings.filter(({ id }) => selected.length === 0 || selected.includes(id));
	const some = (count: number) => (count === 0 ? 'none' : formatNumber(count));
	const of = `Of ${formatNumber(all)} ${all === 1 ? 'theme' : 'themes'}`;
	return `${of}, ${some(rising)} clearly ${rising === 1 ? 'rises' : 'rise'} and ${some(falling)} clearly ${
		falling === 1 ? 'falls' : 'fall'
	} (${windowSpan(trends.window)})${othersWords(findings)}.`;
}

/** Half of the papers have 5 to 10 authors; how many are not known. */
function teamWords(team: readonly TeamCount[]): string {
	const summary = teamSummary(team);
	const unknown = team.reduce((sum, { teamSize, papers }) => sum + (teamSize === null ? papers : 0), 0);
	if (!summary) return `No paper states its authors (${formatPapers(unknown)}).`;
	const { known, lowerQuartile, median, upperQuartile } = summary;
	const half =
		lowerQuartile === upperQuartile
			? `at least half have ${formatTeam(median)}`
			: `the middle half have ${formatTeam(lowerQuartile)} to ${formatTeam(upperQuartile)} authors`;
	const not = unknown === 0 ? '' : `; ${formatPapers(unknown)} without a stated number`;
	return `The median of ${formatPapers(known)} is ${formatTeam(median)}; ${half}${not}.`;
}

export function reportLead(source: LeadSource): ReportLead {
	const { themes, selected, trends, team } = source;
	const shown = themes
		.filter(({ themeId, papers }) => papers > 0 && (selected.length === 0 || selected.includes(themeId)))
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId)
		.map(({ themeId }) => lineOf(themeId, source));
	const [rising, falling] = [moving(source, 'rising'), moving(source, 'falling')];
	return {
		isTested: trends.kind === 'tested',
		rising: rising.slice(0, mostMoves).map((id) => lineOf(id, source)),
		falling: falling.slice(0, mostMoves).map((id) => lineOf(id, source)),
		moves: movesWords(source, shown.length, rising.length, falling.length),
		themes: shown,
		teams: teamWords(team),
		teamBins: teamBins(team),
		periods: trends.kind === 'tested' ? trends.window.places.map((at) => trends.window.axis[at]!.label) : [],
		window: `${trends.kind === 'tested' ? windowWords(trends.window) : noWindowWords(trends)}.`
	};
}
