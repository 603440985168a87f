import { expect } from 'vitest';

import type { TrendFinding } from '../../src/lib/analysis/trends/findings.ts';
import type { TrendWindow } from '../../src/lib/analysis/trends/window.ts';
import { windowWords } from '../../src/lib/analysis/trends/finding-words.ts';
import { reportLead, type ThemeLine } from '../../src/lib/views/parts/report/report-lead.ts';
import { counted, type CountedPaper } from './random-corpus.ts';
import {
	expectShare,
	inside,
	median,
	readTypical,
	type Rendered,
	share,
	teamsOf,
	themeOf
} from './read-sentences.ts';

const number = (text: string) => Number(text.replaceAll(',', ''));

function checkLine(line: ThemeLine, all: Rendered, periods: readonly string[]) {
	const { papers, trends, base } = all;
	const theme = themeOf(line.name);
	const own = papers.filter((one) => one.theme === theme);
	expect(line.papers, line.name).toBe(own.length);
	expectShare(line.share, own.length, papers.length, line.name);
	const known = teamsOf(own);
	if (known.length === 0) expect(line.team).toBe('–');
	else expect(Math.abs(Number(line.team) - median(known)), line.name).toBeLessThan(0.051);
	if (trends.kind !== 'tested') return expect([line.change, line.sure, line.trend]).toEqual([null, '', '']);
	const finding = trends.findings.find(({ id }) => id === theme);
	const moves = finding !== undefined && wayOf(finding) !== null;
	expect(line.change !== null, line.name).toBe(moves);
	if (moves) checkChange(line, finding, trends.window, all, trends.rho);
	expect(line.isGone, line.name).toBe(/^came and went/.test(line.trend));
	expect(line.shares, line.name).toHaveLength(periods.length);
	for (const [at, said] of line.shares.entries()) {
		const there = inside(papers, trends.window.unit, periods[at]!);
		const part = there.filter((one) => one.theme === theme).length / there.length;
		if (said === null) expect(there.length, periods[at]).toBeLessThan(20);
		else expect(said, periods[at]).toBeCloseTo(part, 12);
	}
	expect(base.themes.some(({ themeId }) => themeId === theme)).toBe(true);
	expect(line.sure, line.trend).toBe(finding?.certainty ?? '');
}

/** What a row tells goes up or down, and came and went by what it says. */
const wayOf = ({ direction, shape }: TrendFinding) =>
	shape?.kind === 'came and went' || direction === 'falling'
		? 'falling'
		: direction === 'rising'
			? 'rising'
			: null;

/** The printed shares are counted, or those of the trend line, fitted anew, where the move begins and at the end. */
function checkChange(
	{ change, isCounted, sure }: ThemeLine,
	finding: TrendFinding,
	{ axis, unit }: TrendWindow,
	{ papers }: Rendered,
	rho: readonly number[]
) {
	const { segments, shares, direction } = finding;
	const [then, first, now, last] = new RegExp(`^(${share}) \\((.+)\\) → (${share}) \\((.+)\\)$`)
		.exec(change!)!
		.slice(1);
	const way = wayOf(finding);
	if (direction === way) expect(sure, change!).toMatch(/^(very|fairly) sure$/);
	const from = axis.findIndex(({ label }) => label === first);
	expect(last, change!).toBe(axis[shares.at(-1)![0]]!.label);
	const sign = way === 'rising' ? 1 : -1;
	if (isCounted) {
		const [before, after] = [inside(papers, unit, first!), inside(papers, unit, last!)];
		const own = (some: readonly CountedPaper[]) => some.filter((one) => one.theme === finding.id).length;
		expectShare(then!, own(before), before.length, change!);
		expectShare(now!, own(after), after.length, change!);
		expect(Math.sign(own(after) / after.length - own(before) / before.length), change!).toBe(sign);
	} else {
		const line = fittedAnew(
			segments.slice(1).map((segment) => segment.from),
			shares,
			rho
		);
		const [start, end] = [line(from), line(shares.at(-1)![0])];
		expectPrinted(then!, start, change!);
		expectPrinted(now!, end, change!);
		expect(Math.sign(end - start), change!).toBe(sign);
	}
	expect(Math.sign(parseFloat(now!) - parseFloat(then!)) || sign * Number(/^[<>]/.test(now!)), change!).toBe(
		sign
	);
	// Nothing within the stretch clearly went another way.
	const against = way === 'rising' ? 'fell' : 'rose';
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
		return expect(text).toMatch(
			isDated ? /^Too few (?:papers: |(?:year|quarter|month)s to tell)/ : /^Without dates/
		);
	}
	const found =
		/^Of (\d+) themes?, (none clearly rises or falls|.+?) \([^)]+\)(?:; (the others|they|it) (.+))?\.$/.exec(
			text
		);
	expect(found, text).not.toBeNull();
	const looked = trends.findings.filter(({ id }) => selected.length === 0 || selected.includes(id));
	const howMany = (direction: string) =>
		looked.filter((one) => one.direction === direction && one.shape?.kind !== 'came and went').length;
	const said = (pattern: RegExp) => Number(pattern.exec(found![2]!)?.[1] ?? 0);
	expect(
		[Number(found![1]), said(/(\d+) clearly rise/), said(/(\d+) clearly fall/), said(/(\d+) came and went/)],
		text
	).toEqual([
		themes,
		howMany('rising'),
		howMany('falling'),
		looked.filter(({ shape }) => shape?.kind === 'came and went').length
	]);
	if (found![3]) expect(found![3] === 'the others', text).toBe(/\d/.test(found![2]!));
	const others = found![4] ?? '';
	expect(others.includes('steady'), text).toBe(howMany('steady') > 0);
	expect(/no clear change/.test(others), text).toBe(howMany('unclear') > 0);
	expect(/too few papers/.test(others), text).toBe(howMany('too few') > 0);
}

function checkTeam(text: string, papers: readonly CountedPaper[]) {
	const known = teamsOf(papers);
	const none = /^No paper states its authors \(([\d,]+) papers?\)\.$/.exec(text);
	if (none) return expect([number(none[1]!), known.length], text).toEqual([papers.length, 0]);
	const [, typical, unknown] = /^(.+?)\.(?: ([\d,]+) papers? states? no authors\.)?$/.exec(text)!;
	expect(number(unknown ?? '0'), text).toBe(papers.length - known.length);
	const few = /^Of (\d+) papers? the median is ([\d.]+) authors$/.exec(typical!);
	if (!few) return expect(readTypical(typical!, known), text).not.toBeNull();
	expect([Number(few[1]), known.length < 8], text).toEqual([known.length, true]);
	expect(Math.abs(Number(few[2]) - median(known)), text).toBeLessThan(0.051);
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
	const looked = trends.kind === 'tested' ? trends.findings.filter(({ id }) => selected.length === 0 || selected.includes(id)) : []; // prettier-ignore
	const told = (way: string) => looked.filter((one) => wayOf(one) === way).length;
	expect([lead.rising.length + lead.more.rising, lead.falling.length + lead.more.falling]).toEqual([told('rising'), told('falling')]); // prettier-ignore
	expect(Math.max(lead.rising.length, lead.falling.length)).toBeLessThanOrEqual(5);
	if (trends.kind === 'tested') expect(lead.window).toBe(`${windowWords(trends.window)}.`);
	checkMoves(lead.moves, all, shown.size);
	checkTeam(lead.teams, papers);
	for (const { from, to, papers: said } of lead.teamBins) {
		const own = papers.filter(({ team }) => (from === null ? team === null : team !== null && team >= from && team <= (to ?? Infinity))); // prettier-ignore
		expect(said, `${from}–${to}`).toBe(own.length);
	}
	return { moves: lead.rising.length + lead.falling.length > 0 };
}
