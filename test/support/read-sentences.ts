import { expect } from 'vitest';

import { surelyWords } from '../../src/lib/analysis/trends/finding-words.ts';
import {
	themeTrends,
	type TestedTrends,
	type TrendFinding,
	type Trends
} from '../../src/lib/analysis/trends/findings.ts';
import { moveOf } from '../../src/lib/analysis/trends/shape.ts';
import { formatShare } from '../../src/lib/format/format.ts';
import { labelsOf, type HeadlineSource } from '../../src/lib/views/charts/chart.ts';
import { shownDays } from '../../src/lib/views/parts/findings/trend-marks.ts';
import { randomCorpus, rowsAt, type CountedPaper, type Unit } from './random-corpus.ts';

export const units: readonly Unit[] = ['month', 'quarter', 'year'];
const nameOf = (theme: number) => `Theme ${'ABCDEFGHIJKL'[theme]!}`;
export const themeOf = (name: string) =>
	'ABCDEFGHIJKL'.indexOf(/theme ([A-L])$/i.exec(name.trim())![1]!.toUpperCase());

export const rendered = (seed: number) => shown(randomCorpus(seed), seed);

/** What the page has of papers. @param seed of what is selected, and of the dates that are asked for */
export function shown({ papers, themes }: ReturnType<typeof randomCorpus>, seed: number) {
	const days = papers.flatMap(({ day, coarse }) => (day === null || coarse ? [] : [day])).sort();
	const span = days.length === 0 ? null : { first: days[0]!, last: days.at(-1)! };
	const rowsByUnit = Object.fromEntries(units.map((unit) => [unit, rowsAt(papers, unit)]));
	const date = seed % 3 === 1 && span ? { from: days[Math.floor(days.length / 4)]!, to: span.last } : null;
	const trends = themeTrends(rowsByUnit, span, { date });
	const unit = trends.kind === 'tested' ? trends.window.unit : units[seed % 3]!;
	const list = Array.from({ length: themes }, (_, themeId) => ({
		themeId,
		label: nameOf(themeId),
		papers: papers.filter(({ theme }) => theme === themeId).length,
		terms: [],
		leaves: []
	}));
	const selected = seed % 5 === 2 ? [0] : seed % 5 === 3 && themes > 2 ? [0, 1] : [];
	const base = {
		unit,
		span,
		themes: list as unknown as HeadlineSource<'theme'>['themes'],
		selected,
		slots: new Map<number, number>(),
		measure: 'share' as const,
		form: null,
		days: shownDays(trends, null)
	};
	const more = { labels: labelsOf(base.themes), narrowed: false, trends };
	return { papers, themes, trends, unit, selected, span, base, more, rowsByUnit, date };
}

export type Rendered = ReturnType<typeof rendered>;

/** First and last day of a period by its name. */
export function daysOf(label: string): [string, string] {
	const [, quarter, month, year] = /^(?:Q(\d) |([A-Z][a-z]{2}) )?(\d{4})$/.exec(label)!;
	const at = quarter
		? [3 * Number(quarter) - 2, 3 * Number(quarter)]
		: month
			? [monthOf(month), monthOf(month)]
			: [1, 12];
	const two = (number: number) => String(number).padStart(2, '0');
	return [`${year}-${two(at[0]!)}-01`, `${year}-${two(at[1]!)}-31`];
}
const monthOf = (name: string) =>
	1 + 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ').indexOf(name);

export const inside = (papers: readonly CountedPaper[], unit: Unit, from: string, to = from) =>
	papers.filter(
		({ day, coarse }) =>
			day !== null && !(coarse && unit !== 'year') && day >= daysOf(from)[0] && day <= daysOf(to)[1]
	);

/** `6.5 %`, `<1 %`, `>99.9 %` is the share of some papers among others. */
export function expectShare(text: string, own: number, all: number, why: string) {
	const percent = (100 * own) / all;
	const [, sign, number] = /^([<>]?)([\d.]+) %$/.exec(text)!;
	const printed = Number(number);
	if (sign === '<') expect(percent > 0 && percent < printed, why).toBe(true);
	else if (sign === '>') expect(percent < 100 && percent > printed, why).toBe(true);
	else expect(Math.abs(percent - printed), why).toBeLessThanOrEqual(number!.includes('.') ? 0.0501 : 0.501);
}

export const median = (sizes: readonly number[]) => {
	const sorted = [...sizes].sort((a, b) => a - b);
	const half = sorted.length / 2;
	return half % 1 === 0 ? (sorted[half - 1]! + sorted[half]!) / 2 : sorted[Math.floor(half)]!;
};
export const teamsOf = (papers: readonly CountedPaper[]) => papers.flatMap((one) => one.team ?? []);

/** How a share is printed. */
export const share = '[<>]?[\\d.]+ %';
export const movePattern = new RegExp(
	`^(.+?)( each)? (rose|fell) from (${share})(?: of papers)?(?: \\(([^)]+)\\))? to (${share})(?: \\(([^)]+)\\))?$`
);

/** Papers over time that hold each of the three words that corpora know. */
export const heldWords = (papers: readonly CountedPaper[]) =>
	['apple', 'pear', 'plum'].map((term, word) => {
		const held = papers.filter(({ words }) => words.includes(word));
		return { term, rows: Object.fromEntries(units.map((unit) => [unit, rowsAt(held, unit)])) };
	});

/** Papers of the tested periods, or all where none is tested. */
export function countedPapers(papers: readonly CountedPaper[], trends: Trends, unit: Unit) {
	if (trends.kind !== 'tested') return papers;
	const { places, axis } = trends.window;
	return places.flatMap((place) => inside(papers, unit, axis[place]!.label));
}

/** What two periods show is about what the trend line says since the first of them. */
export function checkLine(text: string, change: number, first: string, theme: number, trends: TestedTrends) {
	const { segments } = trends.findings.find(({ id }) => id === theme)!;
	const place = trends.window.axis.findIndex(({ label }) => label === first);
	const begin = segments.find(({ from }) => from === place) ?? segments.find(({ to }) => to > place)!;
	const part = change / (segments.at(-1)!.end - begin.start);
	expect(part, text).toBeGreaterThan(0.499);
	expect(part, text).toBeLessThan(2.001);
}

const stretchOf = ({ segments, direction, shape }: TrendFinding) =>
	moveOf(segments, direction as 'rising' | 'falling', shape);

/** On the trend line nothing of what is looked at moves more that way. */
export function checkLargest(
	text: string,
	own: TrendFinding,
	findings: readonly TrendFinding[],
	selected: readonly number[]
) {
	const sizeOf = (finding: TrendFinding) => {
		const { start, end } = stretchOf(finding);
		return Math.abs(end - start);
	};
	for (const other of findings) {
		if (other.direction !== own.direction || !other.certainty) continue;
		if (selected.length === 0 || selected.includes(other.id))
			expect(sizeOf(other), text).toBeLessThanOrEqual(sizeOf(own) + 1e-9);
	}
}

/**
 * Without shares, as `Theme A: falling since 2017`: what the trend line does, which does most that way of those looked
 * at, and which its periods tell badly.
 */
export function checkUntold(text: string, { window, findings }: TestedTrends, selected: readonly number[]) {
	const [, who, words] = /^(Theme [A-L]): (.+)$/.exec(text) ?? [];
	const own = findings.find(({ id }) => who !== undefined && id === themeOf(who));
	expect(own?.certainty, text).toMatch(/ sure$/);
	if (selected.length > 0) expect(selected, text).toContain(own!.id);
	expect(surelyWords(own!, window), text).toBe(`${words}, ${own!.certainty}`);
	checkLargest(text, own!, findings, selected);
	const { from, start, end } = stretchOf(own!);
	const [first, last] = [own!.shares.find(([place]) => place >= from)!, own!.shares.at(-1)!];
	const part = (last[1] / last[2] - first[1] / first[2]) / (end - start);
	const prints = [first, last].map(([, papers, of]) => formatShare(papers, of));
	expect(part < 0.501 || part > 1.999 || prints[0] === prints[1], text).toBe(true);
}

/** `Most teams (64 %) have 3 to 6 authors; the median is 4`, each number counted anew. @returns the two sizes, or `null` of another text */
export function readTypical(text: string, known: readonly number[]): { from: number; to: number } | null {
	const found = new RegExp(
		`^(?:(All) teams|(Most) teams \\((${share})\\)|(${share}) of the teams) have (\\d+)(?: to (\\d+))? authors?(?:; the median is ([\\d.]+))?$`
	).exec(text);
	if (!found) return null;
	const [, all, most, ofMost, ofSome, low, high, middle] = found;
	const [from, to] = [Number(low), Number(high ?? low)];
	const within = known.filter((size) => size >= from && size <= to).length;
	if (all) expect(within, text).toBe(known.length);
	else expectShare((ofMost ?? ofSome)!, within, known.length, text);
	if (!all) expect(within * 2 > known.length, text).toBe(most !== undefined);
	expect(middle === undefined, text).toBe(from === to);
	if (middle !== undefined) expect(Math.abs(Number(middle) - median(known)), text).toBeLessThan(0.051);
	// No more than a quarter lies below, and no more than a quarter above, give or take the size that a quartile falls next to.
	expect(known.filter((size) => size < from).length * 4, text).toBeLessThanOrEqual(known.length + 3);
	expect(known.filter((size) => size > to).length * 4, text).toBeLessThanOrEqual(known.length + 3);
	return { from, to };
}
