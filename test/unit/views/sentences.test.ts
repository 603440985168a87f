import { describe, expect, it } from 'vitest';

import { capitalise } from '../../../src/lib/analysis/headline.ts';
import { surelyWords, windowWords } from '../../../src/lib/analysis/trends/finding-words.ts';
import { trend } from '../../../src/lib/views/charts/trend/trend.ts';
import { burstRows, burstWords } from '../../../src/lib/views/pages/trends/trend-rows.ts';
import { rankingHeadline } from '../../../src/lib/analysis/trends/ranking.ts';
import { checkAnswers } from '../../support/read-answers.ts';
import { checkCompare } from '../../support/read-compare.ts';
import { checkPages } from '../../support/read-pages.ts';
import { checkReport } from '../../support/read-report.ts';
import { checkTeams } from '../../support/read-teams.ts';
import { checkWords } from '../../support/read-words.ts';
import { counted, placeOf, rowsAt, type CountedPaper, type Unit } from '../../support/random-corpus.ts';
import {
	checkLargest,
	checkLine,
	checkUntold,
	daysOf,
	expectShare,
	inside,
	movePattern,
	rendered,
	share,
	shown,
	themeOf
} from '../../support/read-sentences.ts';

/**
 * Sentences of random corpora, read and computed anew from the papers. Nothing here counts by the code that made the
 * sentences: papers are filtered one by one, periods are read from their names.
 */
const corpora = Array.from({ length: 90 }, (_, seed) => seed);

function checkMoves(text: string, { papers, unit, selected, trends }: ReturnType<typeof rendered>) {
	let [first, last] = ['', ''];
	for (const sentence of text.split('; ')) {
		if (trends.kind !== 'tested') return expect.unreachable(text);
		const found = movePattern.exec(sentence);
		if (!found) {
			checkUntold(capitalise(sentence), trends, selected);
			continue;
		}
		const [, who, each, verb, from, at, to, then] = found;
		[first, last] = [at ?? first, then ?? last];
		const themes = who!.split(/, | and /).map(themeOf);
		expect(themes.length > 1, text).toBe(each !== undefined);
		for (const theme of themes) {
			if (selected.length > 0) expect(selected).toContain(theme);
			const [before, after] = [inside(papers, unit, first), inside(papers, unit, last)];
			const own = (some: readonly CountedPaper[]) => some.filter((one) => one.theme === theme).length;
			expectShare(from!, own(before), before.length, `${text}: ${first}`);
			expectShare(to!, own(after), after.length, `${text}: ${last}`);
			const change = own(after) / after.length - own(before) / before.length;
			expect(change > 0, text).toBe(verb === 'rose');
			expect(Math.min(before.length, after.length), text).toBeGreaterThanOrEqual(20);
			checkLine(text, change, first, theme, trends);
			checkLargest(
				text,
				trends.findings.find(({ id }) => id === theme)!,
				trends.findings,
				selected
			);
		}
	}
}

function checkLeader(text: string, { papers, unit, selected, themes }: ReturnType<typeof rendered>) {
	if (text === 'all papers stand in one theme') return expect(themes).toBe(1);
	const stretch = /papers of (.+?)–(.+?)(?: that are dated to a \w+)?(?: (?:are|is) in .*)?$/.exec(text);
	const counts = (stretch ? inside(papers, unit, stretch[1]!, stretch[2]!) : papers).filter(
		({ day, coarse }) => day !== null && !(coarse && unit !== 'year')
	);
	const coarse = papers.some((one) => one.coarse && one.day !== null) && unit !== 'year';
	expect(text.includes('dated to a'), text).toBe(coarse);
	const looked = Array.from({ length: themes }, (_, theme) => theme)
		.filter((theme) => selected.length === 0 || selected.includes(theme))
		.map((theme) => ({ theme, own: counts.filter((one) => one.theme === theme).length }))
		.sort((a, b) => b.own - a.own);
	const most = looked[0]!.own;
	if (/^none of the/.test(text)) return expect(most, text).toBe(0);
	const tie = new RegExp(`^no (?:theme|one of them) has more than (${share}) of the `).exec(text);
	const one = new RegExp(`^(${share}) of the .* are in (Theme [A-L])$`).exec(text);
	const largest = new RegExp(`^the largest (?:theme|of them) is (Theme [A-L]), (${share}) of the `).exec(
		text
	);
	expect([tie, one, largest].filter(Boolean), text).toHaveLength(1);
	if (tie) expect(looked[1]!.own, text).toBe(most);
	if (largest) {
		expect(themeOf(largest[1]!), text).toBe(looked[0]!.theme);
		expect(most, text).toBeGreaterThan(looked[1]?.own ?? 0);
		expect(text.includes('of them'), text).toBe(selected.length > 1);
	}
	if (one) expect(themeOf(one[2]!), text).toBe(selected[0]);
	expectShare((tie ?? one)?.[1] ?? largest![2]!, most, counts.length, text);
}

function checkTrend(all: ReturnType<typeof rendered>) {
	const { papers, unit, base, more } = all;
	const rows = rowsAt(papers, unit);
	const headline = trend.headline({ ...base, ...more, rows });
	const { text } = headline;
	const dated = papers.filter(({ day, coarse }) => day !== null && !(coarse && unit !== 'year'));
	if (/^No paper /.test(text)) return expect(dated, text).toHaveLength(0);
	if (/ (rose|fell) from |^Theme [A-L]: /.test(text)) checkMoves(text, all);
	else {
		const [why, leader] = text.split('; ') as [string, string];
		checkLeader(leader, all);
		checkWhy(why, dated, unit, all);
	}
	const caption = trend.caption(trend.model({ ...base, rows }), headline);
	const [, count, from, to] = /; ([\d,]+) papers?, ([^;.]+?)(?: to ([^;.]+))?(?:[;.]|$)/.exec(caption)!;
	const shown = inside(papers, unit, from!, to ?? from!).length;
	expect(Number(count!.replaceAll(',', '')), caption).toBe(shown);
	const hidden = /; [\d,]+ other \w+ not shown \(([\d,]+) papers?\)/.exec(caption)?.[1] ?? '0';
	expect(Number(hidden.replaceAll(',', '')), caption).toBe(dated.length - shown);
}

function checkWhy(why: string, dated: readonly CountedPaper[], unit: Unit, all: ReturnType<typeof rendered>) {
	const { trends } = all;
	const periods = new Set(dated.map((one) => placeOf(one, unit).period));
	if (/ alone tells no trend$/.test(why)) return expect(periods.size, why).toBe(1);
	if (trends.kind === 'tested') {
		expect(why).toBe('No clear rise or fall');
		const looked = trends.findings.filter(({ id }) => all.selected.length === 0 || all.selected.includes(id));
		return expect(looked.filter(({ direction }) => /ing$/.test(direction))).toEqual([]);
	}
	const few = /^Too few periods: (\d+) whole (\w+?)s? with 20 papers or more, five are needed$/.exec(why);
	if (!few) return expect(why).toBe('Too few papers: no month, quarter or year at the end has 20');
	const full = [...new Set(dated.map((one) => placeOf(one, few[2] as Unit).period))].filter(
		(period) => dated.filter((one) => placeOf(one, few[2] as Unit).period === period).length >= 20
	);
	expect(Number(few[1]), why).toBeLessThan(5);
	expect(full.length, why).toBeGreaterThanOrEqual(Number(few[1]));
}

function checkWindow({ papers, trends }: ReturnType<typeof rendered>) {
	if (trends.kind !== 'tested') return;
	const { window, findings } = trends;
	const text = windowWords(window);
	const [, count, from, to] = /^(\d+) \w+, ([^–]+)–([^,;]+)/.exec(text)!;
	const within = inside(papers, window.unit, from!, to!);
	const sizes = counted(within, (one) => placeOf(one, window.unit)).map((row) => row.papers);
	const tested = sizes.filter((size) => size >= 20);
	expect(tested, text).toHaveLength(Number(count));
	const left = [...text.matchAll(/([\d,]+) papers? (?:in|dated|undated)/g)];
	const out = left.reduce((sum, [, number]) => sum + Number(number!.replaceAll(',', '')), 0);
	expect(tested.reduce((sum, size) => sum + size, 0) + out, text).toBe(papers.length);
	const said = findings.map((finding) => surelyWords(finding, window));
	for (const [order, { segments, certainty }] of findings.entries()) {
		const words = said[order]!;
		expect(/, (very|fairly) sure$/.test(words), words).toBe(certainty !== null);
		const last = segments.at(-1);
		if (/(^|, )rising/.test(words)) expect(last!.low, words).toBeGreaterThan(0);
		if (/(^|, )falling/.test(words)) expect(last!.high, words).toBeLessThan(0);
		for (const [, period] of words.matchAll(/(?:since|to|before|in) ((?:Q\d |[A-Z][a-z]{2} )?\d{4})/g)) {
			const [day] = daysOf(period!);
			expect(day >= daysOf(from!)[0] && day <= daysOf(to!)[1], words).toBe(true);
		}
	}
	const headline = rankingHeadline(trends);
	expect(headline.endsWith(`(${from!}–${to!})`), headline).toBe(true);
	const numbers = /^(\d+) of (\d+) themes (rise|fall)s?, (\d+|none) /.exec(headline);
	const howMany = (direction: string) => findings.filter((one) => one.direction === direction).length;
	const [rising, falling] = [howMany('rising'), howMany('falling')];
	if (!numbers) return expect([rising, falling]).toEqual([0, 0]);
	const [one, other] = numbers[3] === 'rise' ? [rising, falling] : [falling, rising];
	expect([Number(numbers[1]), numbers[2], numbers[4]]).toEqual([
		one,
		String(findings.length),
		other === 0 ? 'none' : String(other)
	]);
}

/** Trends: bursts, each with its periods, shares and weight. */
function checkBursts({ papers, trends }: ReturnType<typeof rendered>): number {
	if (trends.kind !== 'tested') return 0;
	const { places, axis, unit } = trends.window;
	const rows = burstRows(trends);
	for (const row of rows) {
		const [first, last] = row.words.split('–');
		const counts = (from: string, to: string) =>
			places
				.map((place) => axis[place]!.label)
				.filter((label) => daysOf(label)[0] >= daysOf(from)[0] && daysOf(label)[1] <= daysOf(to)[1])
				.map((label) => {
					const all = inside(papers, unit, label);
					return { all: all.length, own: all.filter((one) => one.theme === row.themeId).length };
				});
		const sum = (some: { own: number; all: number }[]) =>
			some.reduce((total, { own, all }) => ({ own: total.own + own, all: total.all + all }), {
				...{ own: 0, all: 0 }
			});
		const burst = counts(first!, last ?? first!);
		const tested = counts(axis[places[0]!]!.label, axis[places.at(-1)!]!.label);
		const [here, usually] = [sum(burst), sum(tested)];
		const text = burstWords(row);
		const [, share, usual, weight] = /^(.+) of papers against (.+) usually, weight\s([\d.]+)$/.exec(text)!;
		expectShare(share!, here.own, here.all, text);
		expectShare(usual!, usually.own, usually.all, text);
		expect(row.papers, text).toBe(here.own);
		// What twice the usual share explains better than the usual one, in natural logarithms of likelihood.
		const p = usually.own / usually.all;
		const gain = burst.reduce(
			(total, { own, all }) => total + own * Math.log(2) + (all - own) * Math.log((1 - 2 * p) / (1 - p)),
			0
		);
		expect(Math.abs(gain - Number(weight)), text).toBeLessThan(0.0501);
		expect(here.own / here.all, text).toBeGreaterThan(p);
	}
	return rows.length;
}

describe('every sentence of random corpora', () => {
	const seen = {
		moves: 0,
		few: 0,
		unclear: 0,
		extremes: 0,
		cells: 0,
		typical: 0,
		courses: 0,
		papers: 0,
		teams: 0,
		reportedMoves: 0,
		differingNames: 0,
		openedSides: 0,
		clearSides: 0,
		bursts: 0
	};

	it.each(corpora)('is what its papers say: corpus %d', (seed) => {
		const all = rendered(seed);
		const { text } = trend.headline({ ...all.base, ...all.more, rows: rowsAt(all.papers, all.unit) });
		if (/ (rose|fell) /.test(text)) seen.moves++;
		if (/^Too few/.test(text)) seen.few++;
		if (/^No clear/.test(text)) seen.unclear++;
		checkTrend(all);
		checkWindow(all);
		seen.bursts += checkBursts(all);
		const teams = checkTeams(all);
		seen.extremes += Number(teams.extremes);
		seen.cells += Number(teams.cell);
		seen.typical += Number(teams.typical);
		checkWords(all);
		seen.reportedMoves += Number(checkReport(all).moves);
		seen.differingNames += checkPages(all).differing;
		const { opened, clear } = checkCompare(all);
		seen.openedSides += Number(opened);
		seen.clearSides += Number(clear);
		const answers = checkAnswers(all);
		seen.courses += answers.filter((one) => / (rose|fell) from .*\), /.test(one.text)).length;
		seen.papers += answers.filter((one) => one.papers).length;
		seen.teams += answers.filter(({ id }) => id === 'teams').length;
	});

	it('says a move in words where its first period tells it badly', () => {
		// Of the first year 5 of 40 papers are of theme A, where the line begins at half as many.
		const sizes = [[5, 35], ...Array.from({ length: 11 }, (_, year) => [140 + 12 * year, 1860 - 12 * year])];
		const papers = sizes.flatMap((themes, year) =>
			themes.flatMap((size, theme) =>
				Array.from({ length: size }, (_, index) => ({
					...{ theme, day: `${2018 + year}-${['01-01', '12-31'][index] ?? '06-01'}` },
					...{ coarse: false, team: 3, words: [] }
				}))
			)
		);
		const all = shown({ papers, themes: 2 }, 0);
		const { text } = trend.headline({ ...all.base, ...all.more, rows: rowsAt(papers, 'year') });
		expect(text).toBe('Theme A: rising; Theme B: falling');
		checkTrend(all);
		const answers = checkAnswers(all).filter(({ sure }) => sure !== null);
		expect(answers.map((answer) => answer.text)).toEqual(['Theme A: rising', 'Theme B: falling']);
	});

	it('was of every kind', () => {
		for (const [kind, count] of Object.entries(seen)) expect(count, kind).toBeGreaterThan(0);
	});
});
