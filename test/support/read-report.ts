import { expect } from 'vitest';

import type { TrendFinding } from '../../src/lib/analysis/trends/findings.ts';
import type { TrendWindow } from '../../src/lib/analysis/trends/window.ts';
import { windowWords } from '../../src/lib/analysis/trends/finding-words.ts';
import { reportLead, type ThemeLine } from '../../src/lib/views/parts/report/report-lead.ts';
import { counted, type CountedPaper } from './random-corpus.ts';
import { expectShare, median, type Rendered, share, teamsOf, themeOf } from './read-sentences.ts';

const number = (text: string) => Number(text.replaceAll(',', ''));

function checkLine(line: ThemeLine, { papers, trends, base }: Rendered, periods: readonly string[]) {
	const theme = themeOf(line.name);
	const own = papers.filter((one) => one.theme === theme);
	expect(line.papers, line.name).toBe(own.length);
	expectShare(line.share, own.length, papers.length, line.name);
	const known = teamsOf(own);
	if (known.length === 0) expect(line.team).toBe('–');
	else expect(Math.abs(Number(line.team) - median(known)), line.name).toBeLessThan(0.051);
	if (trends.kind !== 'tested') return expect([line.change, line.sure, line.trend]).toEqual([null, '', '']);
	const finding = trends.findings.find(({ id }) => id === theme);
	const moves = finding?.direction === 'rising' || finding?.direction === 'falling';
	expect(line.change !== null, line.name).toBe(moves);
	if (moves) checkChange(line, finding, trends.window, trends.rho, periods);
	expect(line.shares, line.name).toHaveLength(periods.length);
	expect(base.themes.some(({ themeId }) => themeId === theme)).toBe(true);
	expect(line.sure, line.trend).toBe(finding?.certainty ?? '');
}

/** The printed shares are those of the trend line, fitted anew, where the move begins and at the end. */
function checkChange(
	{ change, since, sure }: ThemeLine,
	{ segments, shares, direction }: TrendFinding,
	{ axis }: TrendWindow,
	rho: readonly number[],
	periods: readonly string[]
) {
	const [then, now] = new RegExp(`^(${share}) → (${share})$`).exec(change!)!.slice(1);
	expect(sure, change!).toMatch(/^(very|fairly) sure$/);
	const from = since === null ? shares[0]![0] : axis.findIndex(({ label }) => label === since);
	expect(since === null || periods[0] !== since, change!).toBe(true);
	const line = fittedAnew(
		segments.slice(1).map((segment) => segment.from),
		shares,
		rho
	);
	const [start, end] = [line(from), line(shares.at(-1)![0])];
	expectPrinted(then!, start, change!);
	expectPrinted(now!, end, change!);
	expect(Math.sign(end - start), change!).toBe(direction === 'rising' ? 1 : -1);
	expect(Math.sign(parseFloat(now!) - parseFloat(then!)) || Number(now!.startsWith('>')), change!).toBe(
		direction === 'rising' ? 1 : -1
	);
	// Nothing within the stretch clearly went another way.
	const against = direction === 'rising' ? 'fell' : 'rose';
	expect(segments.some((one) => one.from >= from && one.course === against && one !== segments.at(-1))).toBe(
		false
	);
}

function expectPrinted(text: string, value: number, why: string) {
	const digits = /\.(\d+)/.exec(text)?.[1]?.length ?? 0;
	if (/^[<>]/.test(text)) expect(text.startsWith('<') ? value < 0.001 : value > 0.99, why).toBe(true);
	else
		expect(Math.abs(100 * value - Number(text.replace(' %', ''))), why).toBeLessThan(0.5001 / 10 ** digits);
}

/**
 * A logistic regression with kinks at given places by Newton's method, papers of a period counting as many as they
 * would if they were independent, with one made-up paper a period that is divided as all are.
 */
function fittedAnew(
	kinks: readonly number[],
	shares: TrendFinding['shares'],
	rho: readonly number[]
): (place: number) => number {
	const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
	const overall = sum(shares.map(([, own]) => own)) / sum(shares.map(([, , of]) => of));
	const row = (place: number) => [1, place, ...kinks.map((kink) => Math.max(0, place - kink))];
	const data = shares.map(([place, own, of], at) => ({
		x: row(place),
		y: (own + overall) / (of + 1),
		weight: of / (1 + (of - 1) * rho[at]!)
	}));
	let beta = row(0).map((_, at) => (at === 0 ? Math.log(overall / (1 - overall)) : 0));
	const at = (x: readonly number[]) => 1 / (1 + Math.exp(-sum(x.map((value, i) => value * beta[i]!))));
	for (let round = 0; round < 60; round++) {
		const rows = beta.map((_, i) => [
			...beta.map((__, j) => sum(data.map(({ x, weight }) => weight * at(x) * (1 - at(x)) * x[i]! * x[j]!))),
			sum(data.map(({ x, y, weight }) => weight * (y - at(x)) * x[i]!))
		]);
		const step = solved(rows);
		beta = beta.map((value, i) => value + step[i]!);
	}
	return (place) => at(row(place));
}

/** The solution of linear equations, each its coefficients and then its value, by elimination. */
function solved(equations: number[][]): number[] {
	const rows = equations.map((row) => [...row]);
	for (const [i] of rows.entries()) {
		const best = rows.slice(i).reduce((most, row) => (Math.abs(row[i]!) > Math.abs(most[i]!) ? row : most));
		rows.splice(rows.indexOf(best), 1);
		rows.splice(
			i,
			0,
			best.map((value) => value / best[i]!)
		);
		for (const [j, row] of rows.entries())
			if (j !== i) rows[j] = row.map((value, k) => value - row[i]! * rows[i]![k]!);
	}
	return rows.map((row) => row.at(-1)!);
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
