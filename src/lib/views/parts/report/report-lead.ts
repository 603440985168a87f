import { teamBins, teamSummary, unknownTeams, type TeamBin } from '../../../analysis/team.ts';
import { movedShares } from '../../../analysis/trends/clear-moves.ts';
import {
	findingWords,
	noWindowWords,
	windowSpan,
	windowWords
} from '../../../analysis/trends/finding-words.ts';
import type { TrendFinding, Trends } from '../../../analysis/trends/findings.ts';
import { kindOf, slopeOf } from '../../../analysis/trends/ranking.ts';
import { moveOf } from '../../../analysis/trends/shape.ts';
import { stepShares } from '../../../analysis/trends/step-shares.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';
import { typicalTeam, typicalTeamWords } from '../../../analysis/typical-team.ts';
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
	/** `6 % (2019) → 35 % (2024)`: where the rise or fall begins and ends; `null` of all others. */
	change: string | null;
	/** Whether these shares are counted, as in the sentences, or, where counts tell the move badly, on the trend line. */
	isCounted: boolean;
	/** Whether it rose before it fell. */
	isGone: boolean;
	/** `rising since 2024`; empty where nothing can be tested. */
	trend: string;
	/** `very sure`, `fairly sure`, or empty. */
	sure: string;
	/** Share of each period, 0 to 1; `null` where it is not tested. */
	shares: readonly (number | null)[];
	/** Median team size, where known. */
	team: string;
	/** CSS colour. */
	colour: string;
}

/** What the first two printed pages of a report say, beside its sentences and its chart. */
export interface ReportLead {
	/** Whether anything can be said of trends. */
	isTested: boolean;
	/** The themes that surely rise, and those that fall or came and went, the fastest first, as many as fit. */
	rising: readonly ThemeLine[];
	falling: readonly ThemeLine[];
	/** How many more there are of either. */
	more: { rising: number; falling: number };
	/** How many of how many rise and fall, and when; why that is not known. */
	moves: string;
	/** Every theme of the view, the largest first. */
	themes: readonly ThemeLine[];
	/** The size of most teams, and how many are unknown. */
	teams: string;
	teamBins: readonly TeamBin[];
	/** What trends rest on and leave out. */
	window: string;
	/** The periods of the window in words, as the shares of the themes have them. */
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

const still = { change: null, isCounted: false, isGone: false };

/** Decimals that tell two shares apart, at most, and papers of which shares are printed to a tenth of a per cent. */
const [mostDecimals, many] = [4, 1_000];

/** Two shares, 0 to 1, with as many decimals as tell them apart. */
function apart(shares: readonly number[]): string[] {
	const printed = [
		shares.map((share) => formatShare(share * many, many)),
		...Array.from({ length: mostDecimals }, (_, more) =>
			shares.map((share) => `${formatFixed(100 * share, more + 1)} %`)
		)
	];
	return printed.find(([then, now]) => then !== now) ?? printed[0]!;
}

/** Which way a finding's line is told; what came and went is told from its peak. */
function wayOf(finding: TrendFinding): 'rising' | 'falling' | null {
	const kind = kindOf(finding);
	if (kind === 'came and went') return 'falling';
	return kind === 'rising' || kind === 'falling' ? kind : null;
}

function moveFacts(
	finding: TrendFinding | undefined,
	window: TrendWindow
): Pick<ThemeLine, 'change' | 'isCounted' | 'isGone'> {
	const way = finding ? wayOf(finding) : null;
	if (!finding || !way) return still;
	const isGone = kindOf(finding) === 'came and went';
	const told = (shares: readonly string[], labels: readonly string[]) =>
		shares.map((share, at) => `${share} (${labels[at]!})`).join(' → ');
	const counted = movedShares(finding, way, window);
	if (counted) {
		const ends = [counted.from, counted.to];
		const change = told(
			ends.map(({ share }) => share),
			ends.map(({ label }) => label)
		);
		return { change, isCounted: true, isGone };
	}
	const { from, to, start, end } = moveOf(finding.segments, way, finding.shape);
	const labels = [from, to].map((place) => window.axis[place]!.label);
	return { change: told(apart([start, end]), labels), isCounted: false, isGone };
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
		...(tested ? moveFacts(finding, tested.window) : still),
		trend: finding && tested ? findingWords(finding, tested.window) : '',
		sure: finding?.certainty ?? '',
		shares: finding && tested ? stepShares(finding, tested.window) : [],
		team: teamOf(themeId, source),
		colour: colourOf(themeId)
	};
}

const lookedAt = (findings: readonly TrendFinding[], selected: readonly number[]) =>
	findings.filter(({ id }) => selected.length === 0 || selected.includes(id));

/** Ids of the themes that are told of as rising or falling, the fastest first. */
function moving({ trends, selected }: LeadSource, way: 'rising' | 'falling'): number[] {
	if (trends.kind !== 'tested') return [];
	return lookedAt(trends.findings, selected)
		.filter((finding) => wayOf(finding) === way)
		.sort((a, b) => Math.abs(slopeOf(b)) - Math.abs(slopeOf(a)) || a.id - b.id)
		.map(({ id }) => id);
}

const otherKinds = {
	steady: ['is steady', 'are steady'],
	unclear: ['shows no clear change', 'show no clear change'],
	'too few': ['has too few papers', 'have too few papers']
} as const;

/** `; the others are steady or show no clear change`; nothing where there are no others. @param all none moves */
function othersWords(kinds: readonly ReturnType<typeof kindOf>[], all: boolean): string {
	const others = (['steady', 'unclear', 'too few'] as const).filter((kind) => kinds.includes(kind));
	if (others.length === 0) return '';
	const who = !all ? 'the others' : kinds.length === 1 ? 'it' : 'they';
	const words = others.map((kind) => otherKinds[kind][who === 'it' ? 0 : 1]);
	return `; ${who} ${listed(words, 'or')}`;
}

/** `Of 25 themes, 7 clearly rise, 4 clearly fall and 2 came and went (2016–2024); the others are steady.` */
function movesWords({ trends, selected }: LeadSource, all: number): string {
	if (trends.kind !== 'tested') return `${noWindowWords(trends)}.`;
	const kinds = lookedAt(trends.findings, selected).map(kindOf);
	const count = (wanted: (typeof kinds)[number]) => kinds.filter((kind) => kind === wanted).length;
	const [up, down, gone] = [count('rising'), count('falling'), count('came and went')];
	const some = (number: number, verb: string) =>
		number === 0
			? `none clearly ${verb}s`
			: `${formatNumber(number)} clearly ${verb}${number === 1 ? 's' : ''}`;
	const none = up + down + gone === 0;
	const moved = none
		? 'none clearly rises or falls'
		: listed([
				some(up, 'rise'),
				some(down, 'fall'),
				...(gone === 0 ? [] : [`${formatNumber(gone)} came and went`])
			]);
	const of = `Of ${formatNumber(all)} ${all === 1 ? 'theme' : 'themes'}`;
	return `${of}, ${moved} (${windowSpan(trends.window)})${othersWords(kinds, none)}.`;
}

/** `Most teams (64 %) have 3 to 6 authors; the median is 4. The number of authors of 5 papers is not known.` */
function teamWords(team: readonly TeamCount[]): string {
	const [typical, summary, unknown] = [typicalTeam(team), teamSummary(team), unknownTeams(team)];
	if (!summary) return `No paper states its authors (${formatPapers(unknown)}).`;
	const known = `Of ${formatPapers(summary.known)} the median is ${formatTeam(summary.median)} authors`;
	const not =
		unknown === 0 ? '' : ` ${formatPapers(unknown)} ${unknown === 1 ? 'states' : 'state'} no authors.`;
	return `${typical ? typicalTeamWords(typical, false) : known}.${not}`;
}

const periodsOf = ({ axis, from, to }: TrendWindow) => axis.slice(from, to + 1).map(({ label }) => label);

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
		more: {
			rising: Math.max(0, rising.length - mostMoves),
			falling: Math.max(0, falling.length - mostMoves)
		},
		moves: movesWords(source, shown.length),
		themes: shown,
		teams: teamWords(team),
		teamBins: teamBins(team).filter(({ from, papers }) => from !== null || papers > 0),
		periods: trends.kind === 'tested' ? periodsOf(trends.window) : [],
		window: `${trends.kind === 'tested' ? windowWords(trends.window) : noWindowWords(trends)}.`
	};
}
