import { expect } from 'vitest';

import { capitalise } from '../../src/lib/analysis/headline.ts';
import { trend } from '../../src/lib/views/charts/trend/trend.ts';
import { placeOf, rowsAt, type CountedPaper, type Unit } from './random-corpus.ts';
import {
	checkLargest,
	checkLine,
	checkUntold,
	expectShare,
	inside,
	movePattern,
	share,
	themeOf,
	type Rendered
} from './read-sentences.ts';

function checkMoves(text: string, { papers, unit, selected, trends }: Rendered) {
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

function checkLeader(text: string, { papers, unit, selected, themes }: Rendered) {
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

/** Reads the sentence above the trend and the caption below it, and computes both anew. */
export function checkTrend(all: Rendered) {
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

function checkWhy(why: string, dated: readonly CountedPaper[], unit: Unit, all: Rendered) {
	const { trends } = all;
	const periods = new Set(dated.map((one) => placeOf(one, unit).period));
	if (/ alone tells no trend$/.test(why)) return expect(periods.size, why).toBe(1);
	if (trends.kind === 'tested') {
		expect(why).toBe('No clear rise or fall');
		const looked = trends.findings.filter(({ id }) => all.selected.length === 0 || all.selected.includes(id));
		return expect(looked.filter(({ direction }) => /ing$/.test(direction))).toEqual([]);
	}
	const few =
		/^Too few (\w+)s to tell what rises or falls: (.+) (has|have) enough papers, five such \1s are needed$/.exec(
			why
		);
	if (!few) return expect(why).toBe('Too few papers: no month, quarter or year at the end has 20');
	const labels = few[2]!.split(/, | and /);
	expect([labels.length < 5, few[3]], why).toEqual([true, labels.length === 1 ? 'has' : 'have']);
	for (const label of labels) {
		expect(inside(dated, few[1] as Unit, label).length, why).toBeGreaterThanOrEqual(20);
	}
}
