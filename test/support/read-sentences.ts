import { expect } from 'vitest';

import { surelyWords } from '../../src/lib/analysis/trends/finding-words.ts';
import { themeTrends, type TestedTrends, type Trends } from '../../src/lib/analysis/trends/findings.ts';
import { labelsOf, type HeadlineSource } from '../../src/lib/views/charts/chart.ts';
import { shownDays } from '../../src/lib/views/parts/findings/trend-marks.ts';
import { randomCorpus, rowsAt, type CountedPaper, type Unit } from './random-corpus.ts';

export const units: readonly Unit[] = ['month', 'quarter', 'year'];
const nameOf = (theme: number) => `Theme ${'ABCDEFGHIJKL'[theme]!}`;
export const themeOf = (name: string) =>
	'ABCDEFGHIJKL'.indexOf(/theme ([A-L])$/i.exec(name.trim())![1]!.toUpperCase());

export function rendered(seed: number) {
	const { papers, themes } = randomCorpus(seed);
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

/** Without shares: that nothing moves, how many do, or how the one does that is looked at. */
export function checkUntold(why: string, { window, findings }: TestedTrends, selected: readonly number[]) {
	const looked = findings.filter(({ id }) => selected.length === 0 || selected.includes(id));
	const count = (direction: string) => looked.filter((one) => one.direction === direction).length;
	const [rising, falling] = [count('rising'), count('falling')];
	if (why === 'No clear rise or fall') return expect([rising, falling], why).toEqual([0, 0]);
	expect(rising + falling, why).toBeGreaterThan(0);
	const alone = /^(Theme [A-L]): (.+)$/.exec(why);
	if (alone) {
		expect(
			looked.map(({ id }) => id),
			why
		).toEqual([themeOf(alone[1]!)]);
		return expect(surelyWords(looked[0]!, window).startsWith(alone[2]!), why).toBe(true);
	}
	const [, first, of, verb, second] = /^(\d+) of (\d+) themes (rise|fall)s?, (\d+|none) /.exec(why) ?? [];
	expect(Number(of), why).toBe(looked.length);
	const said = [Number(first), second === 'none' ? 0 : Number(second)];
	expect(said, why).toEqual(verb === 'rise' ? [rising, falling] : [falling, rising]);
}
