import type { ThemePeriodCount } from '../../../dataset/overview.ts';
import { formatNumber, formatShare } from '../../../format/format.ts';
import { halves, type Halves } from '../../../analysis/halves.ts';
import {
	capitalise,
	noneDated,
	onlyOnePeriod,
	papersInQuestion,
	themeName,
	type Headline
} from '../../../analysis/headline.ts';
import { periodAxis, type Span, type TrendUnit } from '../../../analysis/periods.ts';
import {
	clearChanges,
	difference,
	shareChanges,
	withFindings,
	type ShareChange
} from '../../../analysis/share-changes.ts';
import { themeSeries, type ThemeSeries } from '../../../analysis/theme-series.ts';
import { trendsWords } from '../../../analysis/trend-words.ts';
import type { Trends } from '../../../analysis/trends.ts';

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
	/** Findings over the same papers, at whatever unit they were tested. Without them, two halves are compared. */
	trends?: Trends;
}

/** Papers on each side below which shares are not compared. */
const enoughPapers = 20;

/** The sentence above the trend: the themes whose share clearly changed, or that none did. */
export function trendHeadline(input: TrendHeadlineInput): Headline {
	const tested = input.trends?.kind === 'tested' ? input.trends : null;
	const rows = tested?.rows ?? input.trend;
	const axis = tested?.axis ?? periodAxis(rows, input.unit, input.span);
	const dated = axis.reduce((sum, { papers }) => sum + papers, 0);
	if (dated === 0) return { text: noneDated(input.unit, input.narrowed, rows), basis: '' };
	const themes = lookedAt(themeSeries(rows, axis), input.selected);
	const leader = leaderWords(themes, dated, input);
	const sides = halves(axis);
	if (!sides || sides.early.papers < enoughPapers || sides.late.papers < enoughPapers) {
		const only = dated < enoughPapers ? null : onlyOnePeriod(axis);
		if (only) return { text: `${only}; ${leader}`, basis: '' };
		const usable = axis.reduce((sum, { papers, partial }) => sum + (partial ? 0 : papers), 0);
		const where = `whole ${tested?.unit ?? input.unit}s (${formatNumber(usable)})`;
		return { text: `Too few papers in ${where} to tell a trend; ${leader}`, basis: '' };
	}
	const compared = shareChanges(themes, sides);
	const changes = clearChanges(tested ? withFindings(compared, tested.findings, sides) : compared, sides);
	const [first, second] = changes.map((change) => changeWords(change, sides, input.labels));
	const text = first
		? `${capitalise(first)} of ${papersInQuestion(input.narrowed)}${second ? `; ${second}` : ''}`
		: `No clear change over time; ${leader}`;
	const test = tested ? `; Mann-Kendall over ${trendsWords(tested)}` : '';
	return { text, basis: `${sides.early.words} against ${sides.late.words}${test}` };
}

function lookedAt(
	themes: ReadonlyMap<number, ThemeSeries>,
	selected: readonly number[]
): Map<number, ThemeSeries> {
	return new Map([...themes].filter(([themeId]) => selected.length === 0 || selected.includes(themeId)));
}

/** `the largest theme is safety, 19 % of dated papers`. */
function leaderWords(
	themes: ReadonlyMap<number, ThemeSeries>,
	dated: number,
	{ labels, selected }: TrendHeadlineInput
): string {
	const [first, second] = [...themes]
		.map(([themeId, { counts }]) => ({ themeId, papers: counts.reduce((sum, count) => sum + count, 0) }))
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
	if (!first || first.papers === 0) return 'no dated paper is in the selected themes';
	const share = `${formatShare(first.papers, dated)} of dated papers`;
	const name = themeName(labels, first.themeId);
	if (selected.length === 1) return `${share} are in ${name}`;
	return second?.papers === first.papers
		? `no theme has more than ${share}`
		: `the largest theme is ${name}, ${share}`;
}

/** `safety grew from 6 % to 21 %`. */
function changeWords(change: ShareChange, sides: Halves, labels: ReadonlyMap<number, string>): string {
	const verb = difference(change, sides) > 0 ? 'grew' : 'shrank';
	const from = formatShare(change.early, sides.early.papers);
	const to = formatShare(change.late, sides.late.papers);
	return `${themeName(labels, change.themeId)} ${verb} from ${from} to ${to}`;
}
