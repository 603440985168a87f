import { expect } from 'vitest';

import { windowWords } from '../../src/lib/analysis/trends/finding-words.ts';
import { reportLead, type ThemeLine } from '../../src/lib/views/parts/report/report-lead.ts';
import { counted, type CountedPaper } from './random-corpus.ts';
import { expectShare, inside, median, type Rendered, share, teamsOf, themeOf } from './read-sentences.ts';

const number = (text: string) => Number(text.replaceAll(',', ''));

function checkLine(line: ThemeLine, { papers, unit, trends, base }: Rendered, periods: readonly string[]) {
	const theme = themeOf(line.name);
	const own = papers.filter((one) => one.theme === theme);
	expect(line.papers, line.name).toBe(own.length);
	expectShare(line.share, own.length, papers.length, line.name);
	const known = teamsOf(own);
	if (known.length === 0) expect(line.team).toBe('–');
	else expect(Math.abs(Number(line.team) - median(known)), line.name).toBeLessThan(0.051);
	if (trends.kind !== 'tested') return expect([line.change, line.sure, line.trend]).toEqual([null, '', '']);
	const finding = trends.findings.find(({ id }) => id === theme);
	if (line.change === null) return;
	const parts = new RegExp(`^(${share}) → (${share})$`).exec(line.change);
	expect(parts, line.change).not.toBeNull();
	const since = finding?.since?.place;
	const first = since === undefined ? periods[0]! : trends.window.axis[since]!.label;
	for (const [text, period] of [
		[parts![1]!, periods.includes(first) ? first : periods[0]!],
		[parts![2]!, periods.at(-1)!]
	] as const) {
		const all = inside(papers, unit, period);
		expectShare(
			text,
			all.filter((one) => one.theme === theme).length,
			all.length,
			`${line.change}: ${period}`
		);
	}
	expect(line.shares, line.name).toHaveLength(periods.length);
	expect(base.themes.some(({ themeId }) => themeId === theme)).toBe(true);
	expect(line.sure, line.trend).toBe(finding?.certainty ?? '');
}

function checkMoves(text: string, { papers, trends, selected }: Rendered, themes: number) {
	if (trends.kind !== 'tested') {
		const isDated = papers.some(({ day }) => day !== null);
		return expect(text).toMatch(isDated ? /^Too few p/ : /^Without dates/);
	}
	const found = /^Of (\d+) themes?, (none|\d+) clearly rises? and (none|\d+) clearly falls? \([^)]+\)(?:; the others (.+))?\.$/.exec(text); // prettier-ignore
	expect(found, text).not.toBeNull();
	const looked = trends.findings.filter(({ id }) => selected.length === 0 || selected.includes(id));
	const howMany = (direction: string) => looked.filter((one) => one.direction === direction).length;
	const said = (some: string) => (some === 'none' ? 0 : Number(some));
	expect([Number(found![1]), said(found![2]!), said(found![3]!)], text).toEqual([
		themes,
		howMany('rising'),
		howMany('falling')
	]);
	const others = found![4] ?? '';
	expect(others.includes('steady'), text).toBe(howMany('steady') > 0);
	expect(others.includes('no clear change'), text).toBe(howMany('unclear') > 0);
	expect(others.includes('too few papers'), text).toBe(howMany('too few') > 0);
}

function checkTeam(text: string, papers: readonly CountedPaper[]) {
	const known = teamsOf(papers);
	const none = /^No paper states its authors \(([\d,]+) papers?\)\.$/.exec(text);
	if (none) return expect([number(none[1]!), known.length], text).toEqual([papers.length, 0]);
	const found = /^The median of ([\d,]+) papers? is ([\d.]+); (?:the middle half have ([\d.]+) to ([\d.]+) authors|at least half have ([\d.]+))(?:; ([\d,]+) papers? without a stated number)?\.$/.exec(text); // prettier-ignore
	expect(found, text).not.toBeNull();
	expect(number(found![1]!), text).toBe(known.length);
	expect(Math.abs(Number(found![2]) - median(known)), text).toBeLessThan(0.051);
	const [low, high] = [Number(found![3] ?? found![5]) - 0.051, Number(found![4] ?? found![5]) + 0.051];
	const within = known.filter((size) => size >= low && size <= high).length;
	expect(within * 2, text).toBeGreaterThanOrEqual(known.length - (found![5] ? 0 : 2));
	expect(number(found![6] ?? '0'), text).toBe(papers.length - known.length);
}

/** Reads the answers of a report and computes each anew from the papers. */
export function checkReport(all: Rendered): { moves: boolean } {
	const { papers, trends, selected, more } = all;
	const lead = reportLead({
		papers: papers.length,
		themes: counted(papers, (one) => ({ themeId: one.theme })),
		team: counted(papers, (one) => ({ teamSize: one.team })),
		teamByTheme: counted(papers, (one) => ({ themeId: one.theme, teamSize: one.team })),
		...{ teamFilter: null, selected, trends },
		labelOf: (id) => more.labels.get(id)!,
		colourOf: () => '#000'
	});
	const shown = new Set(papers.map(({ theme }) => theme).filter((one) => selected.length === 0 || selected.includes(one))); // prettier-ignore
	expect(new Set(lead.themes.map(({ name }) => themeOf(name)))).toEqual(shown);
	const sizes = lead.themes.map((line) => line.papers);
	expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
	for (const line of [...lead.themes, ...lead.rising, ...lead.falling]) checkLine(line, all, lead.periods);
	if (trends.kind === 'tested') expect(lead.window).toBe(`${windowWords(trends.window)}.`);
	checkMoves(lead.moves, all, shown.size);
	checkTeam(lead.teams, papers);
	for (const { from, to, papers: said } of lead.teamBins) {
		const own = papers.filter(({ team }) => (from === null ? team === null : team !== null && team >= from && team <= (to ?? Infinity))); // prettier-ignore
		expect(said, `${from}–${to}`).toBe(own.length);
	}
	return { moves: lead.rising.length + lead.falling.length > 0 };
}
