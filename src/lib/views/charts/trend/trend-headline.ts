import type { ThemePeriodCount } from '../../../dataset/overview.ts';
import { formatShare, listed } from '../../../format/format.ts';
import {
	capitalise,
	noneDated,
	onlyOnePeriod,
	papersInQuestion,
	themeName,
	type Headline
} from '../../../analysis/headline.ts';
import { periodAxis, type Period, type Span, type TrendUnit } from '../../../analysis/periods.ts';
import { besideAxis, themeSeries } from '../../../analysis/theme-series.ts';
import { clearMoves, type Move } from '../../../analysis/trends/clear-moves.ts';
import { noWindowWords, windowSpan, windowWords } from '../../../analysis/trends/finding-words.ts';
import type { Trends } from '../../../analysis/trends/findings.ts';
import type { TrendWindow } from '../../../analysis/trends/window.ts';

export interface TrendHeadlineInput {
	/** Papers by theme and period, at the unit on screen. */
	trend: readonly ThemePeriodCount[];
	unit: TrendUnit;
	span: Span;
	labels: ReadonlyMap<number, string>;
	/** Themes the visitor chose, which the sentence is then about; empty means all. */
	selected: readonly number[];
	/** Filters other than those of themes and dates have left papers out. */
	narrowed: boolean;
	/** Findings over the same papers. */
	trends: Trends;
}

/** The sentence above the trend: the themes whose share surely moved most either way, or that none did. */
export function trendHeadline(input: TrendHeadlineInput): Headline {
	const { trends, unit, narrowed } = input;
	const axis = periodAxis(input.trend, unit, input.span);
	if (axis.every(({ papers }) => papers === 0)) {
		return { text: noneDated(unit, narrowed, input.trend), basis: '' };
	}
	if (trends.kind !== 'tested') {
		const why = onlyOnePeriod(axis) ?? noWindowWords(trends);
		return { text: `${why}; ${leaderWords(countsOnAxis(input, axis), input)}`, basis: '' };
	}
	const moves = clearMoves(trends, input.selected);
	if (moves.length === 0) {
		const leader = leaderWords(countsInWindow(input, axis, trends.window), input);
		return { text: `No clear rise or fall; ${leader}`, basis: windowWords(trends.window) };
	}
	const text = capitalise(moves.map((move, order) => moveWords(move, moves[order - 1], input)).join('; '));
	const certainties = [...new Set(moves.map(({ certainty }) => certainty))];
	return { text, basis: `${certainties.join(' and ')}; ${windowWords(trends.window)}` };
}

/** Papers of each theme, and of all, that a sentence about the largest theme rests on. */
interface Counted {
	themes: { themeId: number; papers: number }[];
	all: number;
	/** `dated papers`, `papers dated to a month`, `papers of 2016–2024`. */
	words: string;
}

const isLookedAt = (selected: readonly number[], themeId: number) =>
	selected.length === 0 || selected.includes(themeId);

function countsInWindow(input: TrendHeadlineInput, axis: readonly Period[], window: TrendWindow): Counted {
	const [first, last] = [window.axis[window.from]!.start, window.axis[window.to]!.end];
	const inside = ({ start, end }: Period) => start >= first && end <= last;
	return { ...countsOnAxis(input, axis, inside), words: wordsOf(input, `papers of ${windowSpan(window)}`) };
}

function countsOnAxis(
	input: TrendHeadlineInput,
	axis: readonly Period[],
	isCounted: (period: Period) => boolean = () => true
): Counted {
	const { trend, selected } = input;
	const counted = axis.map(isCounted);
	const total = (papers: readonly number[]) => sum(papers.filter((_, place) => counted[place]));
	const themes = [...themeSeries(trend, axis)].flatMap(([themeId, { counts }]) =>
		isLookedAt(selected, themeId) ? [{ themeId, papers: total(counts) }] : []
	);
	const words = wordsOf(input, 'dated papers');
	return { themes, all: total(axis.map(({ papers }) => papers)), words };
}

/** Papers dated too coarsely for the unit are no part of what is counted. */
function wordsOf({ trend, unit }: TrendHeadlineInput, papers: string): string {
	if (besideAxis(trend).coarse === 0) return papers;
	return papers === 'dated papers' ? `papers dated to a ${unit}` : `${papers} that are dated to a ${unit}`;
}

/** `the largest theme is safety, 19 % of the dated papers`. */
function leaderWords({ themes, all, words }: Counted, { labels, selected }: TrendHeadlineInput): string {
	if (labels.size === 1) return 'all papers stand in one theme';
	const [first, second] = [...themes].sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
	if (!first || first.papers === 0) return `none of the ${words} is in the selected themes`;
	const share = `${formatShare(first.papers, all)} of the ${words}`;
	const name = themeName(labels, first.themeId);
	if (selected.length === 1) return `${share} are in ${name}`;
	const ofThem = selected.length > 1;
	return second?.papers === first.papers
		? `no${ofThem ? ' one of them' : ' theme'} has more than ${share}`
		: `the largest ${ofThem ? 'of them' : 'theme'} is ${name}, ${share}`;
}

/**
 * `agents rose from 6 % of papers (Jan 2024) to 35 % (Oct 2026)`; of the same periods as before, without them. Where
 * single periods tell it badly, `agents: rising since 2024`.
 */
export function moveWords(
	{ ids, direction, words, shares }: Move,
	before: Move | undefined,
	{ labels, narrowed }: Pick<TrendHeadlineInput, 'labels' | 'narrowed'>
): string {
	const names = ids.map((id) => themeName(labels, id));
	if (!shares) return `${names[0]!}: ${words}`;
	const { from, to } = shares;
	const who = names.length === 1 ? names[0]! : `${listed(names)} each`;
	const verb = direction === 'rising' ? 'rose' : 'fell';
	const same = before?.shares?.from.label === from.label && before.shares.to.label === to.label;
	const of = before?.shares ? '' : ` of ${papersInQuestion(narrowed)}`;
	const at = ({ label }: { label: string }) => (same ? '' : ` (${label})`);
	return `${who} ${verb} from ${from.share}${of}${at(from)} to ${to.share}${at(to)}`;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
