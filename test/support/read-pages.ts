import { expect } from 'vitest';

import { surelyWords } from '../../src/lib/analysis/trends/finding-words.ts';
import { wordTrendsBeside } from '../../src/lib/analysis/trends/word-trends.ts';
import type { SideCounts } from '../../src/lib/queries/cells/side-counts.ts';
import { mapCaption, mostlyWords } from '../../src/lib/views/pages/map/map-words.ts';
import { dateWords, sidesWords, teamWords } from '../../src/lib/views/pages/map/special-words.ts';
import { namesThatDiffer } from '../../src/lib/views/parts/findings/name-words.ts';
import {
	datasetCitation,
	datasetFacts,
	type AboutManifest
} from '../../src/lib/views/parts/method/dataset-facts.ts';
import { coverageWords, otherNames } from '../../src/lib/views/parts/themes/name-words.ts';
import { counted, placeOf, type CountedPaper, type Unit } from './random-corpus.ts';
import {
	daysOf,
	expectShare,
	heldWords,
	median,
	type Rendered,
	share,
	teamsOf,
	themeOf
} from './read-sentences.ts';
import { sampleManifest } from './sample-manifest.ts';

const number = (text: string) => Number(text.replaceAll(',', ''));
const terms = ['apple', 'pear', 'plum'] as const;
const holding = (papers: readonly CountedPaper[], some: readonly string[]) =>
	papers.filter(({ words }) => some.some((term) => words.includes(terms.indexOf(term as 'apple'))));

/** About: how many papers have what. */
function checkAbout({ papers, themes }: Rendered) {
	const sample = sampleManifest();
	const manifest: AboutManifest = {
		...sample,
		counts: {
			...sample.counts,
			...{ papers: papers.length, themes },
			dated: papers.filter(({ day }) => day !== null).length,
			withTeamSize: papers.filter(({ team }) => team !== null).length,
			withAbstract: papers.filter(({ words }) => words.length > 0).length
		}
	};
	const facts = new Map(datasetFacts(manifest).map(({ name, value }) => [name, value]));
	expect([number(facts.get('Papers')!), number(facts.get('Themes')!)]).toEqual([papers.length, themes]);
	for (const [name, has] of [
		['With a date', ({ day }: CountedPaper) => day !== null],
		['With a team size', ({ team }: CountedPaper) => team !== null],
		['With an abstract', ({ words }: CountedPaper) => words.length > 0]
	] as const) {
		const text = facts.get(name)!;
		const [, part, whole, percent] = /^([\d,]+) of ([\d,]+) \((.+)\)$/.exec(text)!;
		const own = papers.filter(has).length;
		expect([number(part!), number(whole!)], `${name}: ${text}`).toEqual([own, papers.length]);
		expectShare(percent!.replace('\u00a0', ' '), own, papers.length, `${name}: ${text}`);
	}
	const [, cited, of] = /\(([\d,]+) papers?, ([\d,]+) themes?\)/.exec(datasetCitation(manifest))!;
	expect([number(cited!), number(of!)]).toEqual([papers.length, themes]);
}

/** Theme page: how many papers say the name, and what names of words do otherwise than their theme. */
function checkNames({ papers, themes, trends }: Rendered): number {
	const names = [['apple'], ['pear', 'plum']];
	for (let theme = 0; theme < themes; theme++) {
		const own = papers.filter((one) => one.theme === theme);
		if (own.length === 0) continue;
		const rest = papers.filter((one) => one.theme !== theme);
		const found = names.map((some) => ({
			...{ terms: some, papers: holding(own, some).length, others: holding(rest, some).length }
		}));
		const named = { label: 'Apple', found: 'Apple', papers: own.length, names: found };
		const text = coverageWords(named);
		const [, percent, said] = new RegExp(`^(${share}) say (.+)$`).exec(text)!;
		expectShare(percent!, holding(own, said!.replaceAll(/[“”]/g, '').split(' or ')).length, own.length, text);
		for (const { label, share: part } of otherNames(named))
			expectShare(part, holding(own, label.toLowerCase().split(', ')).length, own.length, label);
	}
	if (trends.kind !== 'tested') return 0;
	const rows = heldWords(papers)
		.flatMap((word) => Array.from({ length: themes }, (_, themeId) => ({ ...word, themeId })))
		.map((row, id) => ({ ...row, id }));
	const differ = namesThatDiffer(trends, rows);
	const { findings } = wordTrendsBeside(trends, rows);
	const course = (direction: string) => (/^(rising|falling)$/.test(direction) ? direction : 'neither');
	for (const theme of trends.findings) {
		const text = differ.get(theme.id);
		const others = rows.flatMap(({ themeId, term }, at) => {
			const finding = findings[at]!;
			if (themeId !== theme.id || theme.direction === 'too few' || finding.direction === 'too few') return [];
			return course(finding.direction) === course(theme.direction)
				? []
				: [`“${term}”: ${surelyWords(finding, trends.window)}`];
		});
		if (others.length === 0) expect(text).toBeUndefined();
		else {
			const said = /^Across all themes, the share of papers that say (.+)\.$/.exec(text!)![1]!;
			const clauses = said.split('; that of ');
			expect(clauses.map((one) => one.replace(/^(“[^”]+”) (?:is |was |shows )?/, '$1: '))).toEqual(others);
		}
	}
	return differ.size;
}

const sideOf = (papers: readonly CountedPaper[], unit: Unit): SideCounts => ({
	papers: papers.length,
	themes: counted(papers, (one) => ({ themeId: one.theme })),
	team: counted(papers, (one) => ({ teamSize: one.team })),
	periods: counted(papers, (one) => placeOf(one, unit))
});

function checkMostly({ papers, more }: Rendered) {
	const own = (theme: number) => papers.filter((one) => one.theme === theme).length;
	const themes = [...new Set(papers.map(({ theme }) => theme))];
	const text = mostlyWords(new Map(themes.map((theme) => [theme, own(theme)])), papers.length, (id) => more.labels.get(id)!); // prettier-ignore
	const sizes = [...new Set(themes.map(own))].sort((a, b) => b - a);
	const all = /^(?:All from|From) “(Theme [A-L])”$/.exec(text);
	if (all) return expect(themes).toEqual([themeOf(all[1]!)]);
	const [, mostly, first, second] = /^(Mostly |Most often )?(.+?)(?:, then (.+))?$/.exec(text)!;
	expect(mostly === 'Mostly ', text).toBe(second !== undefined && sizes[0]! * 2 > papers.length);
	expect(second === undefined, text).toBe(sizes.length === 1);
	for (const [place, part] of [first, second].entries()) {
		if (part === undefined) continue;
		const wanted = themes.filter((theme) => own(theme) === sizes[place]);
		const many = /^(\d+) themes \((.+) each\)$/.exec(part);
		if (many) expect(Number(many[1]), text).toBe(wanted.length);
		else expect(new Set([...part.matchAll(/“(Theme [A-L])”/g)].map(([, name]) => themeOf(name!))), text).toEqual(new Set(wanted)); // prettier-ignore
		const [, percent] = /\((.+?)(?: each)?\)$/.exec(part)!;
		expectShare(percent!, sizes[place]!, papers.length, text);
		expect(/ each\)$/.test(part), text).toBe(wanted.length > 1);
	}
}

/** Map: what is special of some papers, beside all others. */
function checkMap(all: Rendered) {
	const { papers, unit, themes } = all;
	checkMostly(all);
	const inside = papers.filter((one) => one.theme === papers[0]!.theme);
	const rest = papers.filter((one) => one.theme !== papers[0]!.theme);
	const caption = mapCaption(inside.length, papers.length, themes);
	const [, left, of, groups] = /^([\d,]+)(?: of ([\d,]+))? papers? in (\d+) themes?/.exec(caption)!;
	expect([number(left!), number(of ?? left!), Number(groups)], caption).toEqual([inside.length, papers.length, themes]); // prettier-ignore
	expect(caption.includes('the others faded'), caption).toBe(rest.length > 0);
	const sides = { inside: sideOf(inside, unit), rest: sideOf(rest, unit) };
	const text = sidesWords(sides);
	const [, here, percent, whole, elsewhere] = /^([\d,]+) papers? here, (.+?) of ([\d,]+); “elsewhere” means the other ([\d,]+)$/.exec(text)!; // prettier-ignore
	expect([here, whole, elsewhere].map((one) => number(one!)), text).toEqual([inside.length, papers.length, rest.length]); // prettier-ignore
	expectShare(percent!, inside.length, papers.length, text);
	checkDates(dateWords(sides, unit), inside, rest, unit);
	checkTeams(teamWords(sides), inside, rest);
}

function checkDates(
	text: string,
	inside: readonly CountedPaper[],
	rest: readonly CountedPaper[],
	unit: Unit
) {
	const dated = (some: readonly CountedPaper[]) =>
		some.filter(({ day, coarse }) => day !== null && !(coarse && unit !== 'year'));
	if (text === 'No date is stated as finely') return expect(dated(inside)).toEqual([]);
	const [, here, there] = /^Half are from (.+?) or later(?:, as elsewhere|; elsewhere half are from (.+) or later)?$/.exec(text)!; // prettier-ignore
	const latest = (period: string, some: readonly CountedPaper[]) => {
		const [first, last] = daysOf(period);
		const from = (day: string) => dated(some).filter((one) => one.day! >= day).length * 2;
		expect(from(first), text).toBeGreaterThanOrEqual(dated(some).length);
		expect(dated(some).filter((one) => one.day! > last).length * 2, text).toBeLessThan(dated(some).length);
	};
	latest(here!, inside);
	if (there !== undefined) latest(there, rest);
	else if (text.endsWith('as elsewhere')) latest(here!, rest);
	else expect(dated(rest), text).toEqual([]);
}

function checkTeams(text: string, inside: readonly CountedPaper[], rest: readonly CountedPaper[]) {
	const [own, others] = [teamsOf(inside), teamsOf(rest)];
	if (text === 'No team size is known') return expect(own).toEqual([]);
	const [, middle, , , there, difference] = /^Median ([\d.]+) authors? \(middle half ([\d.]+) to ([\d.]+)\)(?:, elsewhere ([\d.]+): (.+))?$/.exec(text)!; // prettier-ignore
	expect(Math.abs(Number(middle) - median(own)), text).toBeLessThan(0.051);
	if (there === undefined) return expect(others, text).toEqual([]);
	expect(Math.abs(Number(there) - median(others)), text).toBeLessThan(0.051);
	const more = own.reduce(
		(sum, one) => sum + others.reduce((all, other) => all + Math.sign(one - other), 0),
		0
	);
	if (difference!.includes('larger')) expect(more, text).toBeGreaterThan(0);
	if (difference!.includes('smaller')) expect(more, text).toBeLessThan(0);
}

/** Reads the sentences of About, the theme page and the map, and computes them anew from the papers. */
export function checkPages(all: Rendered): { differing: number } {
	checkAbout(all);
	checkMap(all);
	return { differing: checkNames(all) };
}
