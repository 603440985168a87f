import { expect } from 'vitest';

import type { Site } from '../../src/lib/state/site.ts';
import { noSides } from '../../src/lib/state/side-syntax.ts';
import type { SideCounts } from '../../src/lib/queries/cells/side-counts.ts';
import type { Filters } from '../../src/lib/queries/filters/filters.ts';
import { compareHeadline, sideWords } from '../../src/lib/views/pages/compare/compare-words.ts';
import { openedSides, openingWords } from '../../src/lib/views/pages/compare/examples.ts';
import { periodRows, teamRows, themeRows } from '../../src/lib/views/pages/compare/paired-rows.ts';
import { counted, placeOf, rowsAt, type CountedPaper, type Unit } from './random-corpus.ts';
import { daysOf, expectShare, inside, type Rendered, share, themeOf } from './read-sentences.ts';

const sideOf = (papers: readonly CountedPaper[], unit: Unit): SideCounts => ({
	papers: papers.length,
	themes: counted(papers, (one) => ({ themeId: one.theme })),
	team: counted(papers, (one) => ({ teamSize: one.team })),
	periods: counted(papers, (one) => placeOf(one, unit))
});

/** Sets of papers that a sentence says differ. */
type Sides = readonly [readonly CountedPaper[], readonly CountedPaper[]];

function checkRows(sides: Sides, unit: Unit) {
	const [a, b] = sides.map((some) => sideOf(some, unit)) as [SideCounts, SideCounts];
	const themes = themeRows(a, b, (id) => `Theme ${'ABCDEFGHIJKL'[id]!}`);
	const held = (test: (one: CountedPaper) => boolean) => sides.map((some) => some.filter(test).length);
	for (const row of themes) {
		expect([row.first, row.second], row.label).toEqual(held(({ theme }) => theme === themeOf(row.label)));
		const difference = row.second / b.papers - row.first / a.papers;
		expect(row.change.difference, row.label).toBeCloseTo(difference, 12);
		expect(row.change.lower <= difference + 1e-9 && row.change.upper >= difference - 1e-9).toBe(true);
	}
	for (const { label, first, second } of teamRows(a, b)) {
		const [, from, to] = /^(\d+)(?:–(\d+)|\+)?$/.exec(label) ?? [];
		const isIn = ({ team }: CountedPaper) =>
			from === undefined
				? team === null
				: team !== null &&
					team >= Number(from) &&
					team <= (label.endsWith('+') ? Infinity : Number(to ?? from));
		expect([first, second], label).toEqual(held(isIn));
	}
	for (const { label, first, second } of periodRows(a, b, unit)) {
		const isIn = (one: CountedPaper) => {
			if (label === 'undated') return one.day === null;
			const coarse = one.coarse && unit !== 'year';
			if (label === 'dated by year only') return one.day !== null && coarse;
			return !coarse && one.day !== null && one.day >= daysOf(label)[0] && one.day <= daysOf(label)[1];
		};
		expect([first, second], label).toEqual(held(isIn));
	}
	return themes;
}

function checkHeadline(text: string, sides: Sides, rows: ReturnType<typeof checkRows>) {
	const clear = rows.filter(
		({ certainty, change }) => /^(?:very|fairly) sure$/.test(certainty) && change.lower * change.upper > 0
	);
	const own = (some: readonly CountedPaper[], theme: number) =>
		some.filter((one) => one.theme === theme).length;
	const gap = (theme: number) => Math.abs(own(sides[1], theme) / sides[1].length - own(sides[0], theme) / sides[0].length); // prettier-ignore
	const most = Math.max(...clear.map(({ themeId }) => gap(themeId)));
	const equal = clear.filter(({ themeId }) => Math.abs(gap(themeId) - most) < 1e-9);
	if (clear.length === 0) return expect(text).toBe('No theme clearly differs between the sides');
	const named = [...text.matchAll(new RegExp(`(Theme [A-L]): (${share}) of A, (${share}) of B`, 'g'))];
	if (equal.length > 2)
		return expect(text).toMatch(/^No clear difference is larger than [\d.]+ points, that of/);
	expect(new Set(named.map(([, name]) => themeOf(name!))), text).toEqual(new Set(equal.map(({ themeId }) => themeId))); // prettier-ignore
	for (const [, name, first, second] of named) {
		expectShare(first!, own(sides[0], themeOf(name!)), sides[0].length, text);
		expectShare(second!, own(sides[1], themeOf(name!)), sides[1].length, text);
	}
}

/** What the page opens with: two stretches of whole periods, cut where they are most even. */
function checkOpening({ papers, base, rowsByUnit, span, more }: Rendered): Sides | null {
	const unit = base.unit;
	const overview = {
		unit,
		trend: rowsByUnit[unit]!,
		team: counted(papers, (one) => ({ teamSize: one.team }))
	};
	const site = { overview, span } as unknown as Pick<Site, 'overview' | 'span'>;
	const text = openingWords(site);
	const opened = openedSides(noSides, site);
	if (text === null) {
		expect(opened).toBe(noSides);
		return null;
	}
	const period = String.raw`((?:Q\d |[A-Z][a-z]{2} )?\d{4})(?:–((?:Q\d |[A-Z][a-z]{2} )?\d{4}))?`;
	const found = new RegExp(`the papers of ${period} and those of ${period}: whole (\\w+)s, `).exec(text)!;
	expect(found, text).not.toBeNull();
	const [, a, aTo = a, b, bTo = b, said] = found;
	expect(said, text).toBe(unit);
	const sides = [inside(papers, unit, a!, aTo), inside(papers, unit, b!, bTo)] as const;
	const passing = ({ date }: Filters) =>
		papers.filter(
			({ day, coarse }) =>
				day !== null && !(coarse && unit !== 'year') && day >= date!.range!.from! && day <= date!.range!.to!
		).length;
	expect([opened.a, opened.b].map(passing), text).toEqual(sides.map((some) => some.length));
	for (const [side, words] of [
		[opened.a, [a, aTo]],
		[opened.b, [b, bTo]]
	] as const)
		// prettier-ignore
		expect(sideWords(side, (id) => more.labels.get(id)!), text).toContain(words[0]!.slice(-4));
	expect(
		sides.every((some) => some.length > 0),
		text
	).toBe(true);
	// No other cut between two periods is more even.
	const both = rowsAt([...sides[0], ...sides[1]], unit);
	const starts = [...new Set(both.map((row) => row.period!))].sort();
	const uneven = (cut: string) => {
		const early = both.reduce((sum, row) => sum + (row.period! < cut ? row.papers : 0), 0);
		return Math.abs(2 * early - sides[0].length - sides[1].length);
	};
	const least = Math.min(...starts.slice(1).map(uneven));
	expect(Math.abs(sides[0].length - sides[1].length), text).toBe(least);
	return sides;
}

/** Reads the sentences and tables of Compare and computes them anew from the papers. */
export function checkCompare(all: Rendered): { opened: boolean; clear: boolean } {
	const { papers, unit } = all;
	const opened = checkOpening(all);
	const halves: Sides = [papers.filter((_, index) => index * 2 < papers.length), papers.filter((_, index) => index * 2 >= papers.length)]; // prettier-ignore
	let clear = false;
	for (const sides of [halves, ...(opened ? [opened] : [])]) {
		if (sides.some((some) => some.length === 0)) continue;
		const rows = checkRows(sides, unit);
		const text = compareHeadline(rows, [sides[0].length, sides[1].length]);
		checkHeadline(text, sides, rows);
		clear ||= text.startsWith('The largest');
	}
	return { opened: opened !== null, clear };
}
