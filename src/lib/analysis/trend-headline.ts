import type { ThemePeriodCount } from '../dataset/overview.ts';
import { formatNumber, formatShare } from '../format/format.ts';
import { halves, type Halves } from './halves.ts';
import { capitalise, level, noneDated, papersInQuestion, type Headline } from './headline.ts';
import { periodAxis, type Span, type TrendUnit } from './periods.ts';
import { themeSeries, type ThemeSeries } from './theme-series.ts';
import { compareShares } from './two-shares.ts';

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
}

/** Papers on each side below which shares are not compared. */
const enoughPapers = 20;

/** A theme on both sides of the cut. */
interface Change {
	themeId: number;
	early: number;
	late: number;
	/** Adjusted for the number of themes looked at (Bonferroni). */
	p: number;
}

/** The sentence above the trend: the themes whose share clearly changed, or that none did. */
export function trendHeadline(input: TrendHeadlineInput): Headline {
	const axis = periodAxis(input.trend, input.unit, input.span);
	const dated = axis.reduce((sum, { papers }) => sum + papers, 0);
	const papers = papersInQuestion(input.narrowed);
	if (dated === 0) return { text: noneDated(input.unit, input.narrowed), basis: '' };
	const series = themeSeries(input.trend, axis);
	const leader = leaderWords(input, series, dated);
	const sides = halves(axis);
	if (!sides || sides.early.papers < enoughPapers || sides.late.papers < enoughPapers) {
		return { text: `Too few dated papers (${formatNumber(dated)}) to tell a trend; ${leader}`, basis: '' };
	}
	const changes = clearChanges(changesOf(input, series, sides), sides);
	const [first, second] = changes.map((change) => changeWords(change, sides, input.labels));
	const text = first
		? `${capitalise(first)} of ${papers}${second ? `; ${second}` : ''}`
		: `No clear change over time; ${leader}`;
	return { text, basis: `${sides.early.words} against ${sides.late.words}` };
}

function isLookedAt({ selected }: TrendHeadlineInput, themeId: number): boolean {
	return selected.length === 0 || selected.includes(themeId);
}

/** `safety has most, 19 % of dated papers`. */
function leaderWords(
	input: TrendHeadlineInput,
	series: ReadonlyMap<number, ThemeSeries>,
	dated: number
): string {
	const totals = [...series]
		.filter(([themeId]) => isLookedAt(input, themeId))
		.map(([themeId, { counts }]) => ({ themeId, papers: counts.reduce((sum, count) => sum + count, 0) }))
		.sort((a, b) => b.papers - a.papers || a.themeId - b.themeId);
	const [first, second] = totals;
	if (!first || first.papers === 0) return 'none of them in the selected themes';
	const share = `${formatShare(first.papers, dated)} of dated papers`;
	const label = input.labels.get(first.themeId) ?? '';
	if (input.selected.length === 1) return `${label} has ${share}`;
	return second?.papers === first.papers ? `no theme has more than ${share}` : `${label} has most, ${share}`;
}

function changesOf(
	input: TrendHeadlineInput,
	series: ReadonlyMap<number, ThemeSeries>,
	{ early, late }: Halves
): Change[] {
	const over = ({ counts }: ThemeSeries, places: readonly number[]) =>
		places.reduce((sum, place) => sum + counts[place]!, 0);
	const looked = [...series].filter(([themeId]) => isLookedAt(input, themeId));
	return looked.map(([themeId, one]) => {
		const [before, after] = [over(one, early.places), over(one, late.places)];
		const p = compareShares(before, early.papers, after, late.papers) * looked.length;
		return { themeId, early: before, late: after, p: Math.min(1, p) };
	});
}

/** The clearest growth and the clearest decline, the larger change first. */
function clearChanges(changes: readonly Change[], { early, late }: Halves): Change[] {
	const difference = (change: Change) => change.late / late.papers - change.early / early.papers;
	const differsInPrint = (change: Change) =>
		formatShare(change.early, early.papers) !== formatShare(change.late, late.papers);
	const clear = changes
		.filter((change) => change.p < level && differsInPrint(change))
		.sort((a, b) => Math.abs(difference(b)) - Math.abs(difference(a)) || a.themeId - b.themeId);
	const [first] = clear;
	if (!first) return [];
	const opposite = clear.find((change) => difference(change) * difference(first) < 0);
	return opposite ? [first, opposite] : [first];
}

/** `safety grew from 6 % to 21 %`. */
function changeWords(
	{ themeId, early, late }: Change,
	sides: Halves,
	labels: ReadonlyMap<number, string>
): string {
	const verb = late / sides.late.papers > early / sides.early.papers ? 'grew' : 'shrank';
	const [from, to] = [formatShare(early, sides.early.papers), formatShare(late, sides.late.papers)];
	return `${labels.get(themeId) ?? ''} ${verb} from ${from} to ${to}`;
}
