import { describe, expect, it } from 'vitest';

import { surelyWords, windowWords } from '../../../src/lib/analysis/trends/finding-words.ts';
import { trend } from '../../../src/lib/views/charts/trend/trend.ts';
import { burstRows, burstWords } from '../../../src/lib/views/pages/trends/trend-rows.ts';
import { rankingHeadline } from '../../../src/lib/analysis/trends/ranking.ts';
import { checkAnswers } from '../../support/read-answers.ts';
import { checkCompare } from '../../support/read-compare.ts';
import { checkPages } from '../../support/read-pages.ts';
import { checkReport } from '../../support/read-report.ts';
import { checkTeams } from '../../support/read-teams.ts';
import { checkTrend } from '../../support/read-trend.ts';
import { checkWords } from '../../support/read-words.ts';
import { counted, placeOf, rowsAt } from '../../support/random-corpus.ts';
import { daysOf, expectShare, inside, rendered, shown } from '../../support/read-sentences.ts';

/**
 * Sentences of random corpora, read and computed anew from the papers. Nothing here counts by the code that made the
 * sentences: papers are filtered one by one, periods are read from their names.
 */
const corpora = Array.from({ length: 90 }, (_, seed) => seed);

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
	// Counted as the rows say it.
	const begins = (words: string) => said.filter((one) => one.startsWith(words)).length;
	const gone = begins('came and went');
	expect(Number(/, (\d+) came and went /.exec(headline)?.[1] ?? 0), headline).toBe(gone);
	const howMany = (direction: string) =>
		findings.filter((one, place) => one.direction === direction && !said[place]!.startsWith('came')).length;
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
		const { share, usual, weight } = burstWords(row);
		const text = `${share} against ${usual}, ${weight}`;
		expectShare(share, here.own, here.all, text);
		expectShare(usual, usually.own, usually.all, text);
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
