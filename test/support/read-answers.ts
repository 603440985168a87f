import { expect } from 'vitest';

import { teamByThemeHeadline } from '../../src/lib/views/charts/team-by-theme/team-by-theme-headline.ts';
import { answersOf, type Answer } from '../../src/lib/views/pages/overview/answers.ts';
import { counted, type CountedPaper } from './random-corpus.ts';
import {
	checkLargest,
	checkUntold,
	expectShare,
	inside,
	movePattern,
	readTypical,
	type Rendered,
	share,
	teamsOf,
	themeOf
} from './read-sentences.ts';

/** The sentences of the first screen over a random corpus. */
export function answersTo({ papers, trends, selected, base, more }: Rendered): Answer[] {
	const teamByTheme = counted(papers, (one) => ({ themeId: one.theme, teamSize: one.team }));
	return answersOf({
		themes: counted(papers, (one) => ({ themeId: one.theme })),
		team: counted(papers, (one) => ({ teamSize: one.team })),
		teamByTheme,
		teams: teamByThemeHeadline(teamByTheme, more.labels, selected),
		trends,
		labels: more.labels,
		slots: new Map(base.themes.map(({ themeId }) => [themeId, themeId])),
		selected,
		narrowed: () => false
	});
}

/** Papers that the filters of a sentence list, found one by one. */
function listed(papers: readonly CountedPaper[], { papers: said }: Answer): CountedPaper[] {
	const { themes = [], date, dated = [], team } = said!.filters;
	return papers.filter(({ theme, day, coarse, team: size }) => {
		if (themes.length > 0 && !themes.includes(theme)) return false;
		if (date && (day === null || day < date.range!.from! || day > date.range!.to!)) return false;
		if (dated.length > 0 && coarse && !dated.includes('year')) return false;
		if (!team) return true;
		return size !== null && size >= team.range!.from! && size <= (team.range!.to ?? Infinity);
	});
}

function checkSizes(text: string, { papers, selected, themes }: Rendered) {
	if (text === 'All papers stand in one theme') return expect(themes).toBe(1);
	const sizes = Array.from({ length: themes }, (_, theme) => theme)
		.filter((theme) => selected.length === 0 || selected.includes(theme))
		.map((theme) => ({ theme, own: papers.filter((one) => one.theme === theme).length }))
		.filter(({ own }) => own > 0)
		.sort((a, b) => b.own - a.own);
	if (/^None of the papers/.test(text)) return expect(sizes).toEqual([]);
	const tie = new RegExp(`^No theme has more than (${share}) of papers$`).exec(text);
	const alone = new RegExp(`^(Theme [A-L]) holds (${share}) of papers$`).exec(text);
	const largest = /^The largest of (\d+) (?:selected )?themes (?:is|are) (.+)$/.exec(text);
	expect([tie, alone, largest].filter(Boolean), text).toHaveLength(1);
	if (tie) {
		expect(sizes[1]!.own, text).toBe(sizes[0]!.own);
		expectShare(tie[1]!, sizes[0]!.own, papers.length, text);
	}
	if (alone) {
		expect(sizes, text).toHaveLength(1);
		expect(themeOf(alone[1]!), text).toBe(sizes[0]!.theme);
		expectShare(alone[2]!, sizes[0]!.own, papers.length, text);
	}
	if (!largest) return;
	expect(Number(largest[1]), text).toBe(sizes.length);
	const named = [...largest[2]!.matchAll(new RegExp(`(Theme [A-L]) \\((${share})\\)`, 'g'))];
	expect(named.length, text).toBeGreaterThan(0);
	const least = Math.min(
		...named.map(([, name, part]) => {
			const { own } = sizes.find(({ theme }) => theme === themeOf(name!))!;
			expectShare(part!, own, papers.length, text);
			return own;
		})
	);
	// None that is not named is as large as one that is.
	expect(
		sizes.filter(({ own }) => own >= least),
		text
	).toHaveLength(named.length);
}

function checkMove({ text, sure, papers: said }: Answer, { papers, unit, trends, selected }: Rendered) {
	if (trends.kind !== 'tested') return expect.unreachable(text);
	if (/^Theme [A-L]: /.test(text)) {
		checkUntold(text, trends, selected);
		const own = trends.findings.find(({ id }) => id === said!.filters.themes?.[0])!;
		return expect([themeOf(text.split(':')[0]!), sure], text).toEqual([own.id, own.certainty]);
	}
	const [, statement, course = ''] = /^(.+? to [<>]?[\d.]+ % \([^)]+\))(, .+)?$/.exec(text) ?? [];
	const found = movePattern.exec(statement ?? '');
	expect(found, text).not.toBeNull();
	const [, who, each, verb, from, first, to, last] = found!;
	const themes = who!.split(/, | and /).map(themeOf);
	expect(themes.length > 1, text).toBe(each !== undefined);
	const [before, after] = [inside(papers, unit, first!), inside(papers, unit, last!)];
	for (const theme of themes) {
		if (selected.length > 0) expect(selected, text).toContain(theme);
		const own = (some: readonly CountedPaper[]) => some.filter((one) => one.theme === theme).length;
		expectShare(from!, own(before), before.length, text);
		expectShare(to!, own(after), after.length, text);
		expect(own(after) / after.length > own(before) / before.length, text).toBe(verb === 'rose');
	}
	expect(said!.filters.themes, text).toEqual(themes);
	const finding = trends.findings.find(({ id }) => id === themes[0])!;
	checkLargest(text, finding, trends.findings, selected);
	expect(sure, text).toBe(finding.certainty);
	checkCourse(
		course,
		text,
		first!,
		finding.segments,
		trends.window.axis.map(({ label }) => label)
	);
}

type Segments = readonly {
	from: number;
	to: number;
	slope: number;
	low: number;
	high: number;
	course: string;
	end: number;
}[];

/** What is said after the numbers is what the segments do, and the numbers are of the stretch that it is said of. */
function checkCourse(
	course: string,
	text: string,
	first: string,
	segments: Segments,
	labels: readonly string[]
) {
	const [start, verb] = [labels.indexOf(first), / rose /.test(text) ? 'rose' : 'fell'];
	expect(start, text).toBeGreaterThanOrEqual(0);
	const inside = segments.slice(0, -1).filter(({ from }) => from >= start);
	expect(
		inside.filter((one) => one.course === (verb === 'rose' ? 'fell' : 'rose')),
		text
	).toEqual([]);
	const earlier = segments.slice(0, -1).filter(({ to }) => to <= start);
	if (course === '') return;
	expect(segments.length, text).toBeGreaterThan(1);
	const [, words, until] =
		/^, (faster since|slower since|also before|no clear change before|steady|after a rise|after a fall)(?: before| until)?(?: (.+))?$/.exec(
			course
		) ?? [];
	expect(words, text).toBeDefined();
	const at = until === undefined ? start : labels.indexOf(until);
	expect(at, text).toBeGreaterThanOrEqual(0);
	const last = segments.at(-1)!;
	const clear = earlier.findLast(({ course: was }) => was !== 'unclear');
	if (/since$/.test(words!)) {
		expect(last.from, text).toBe(at);
		const steepness = ({ slope }: { slope: number }) => Math.abs(slope);
		const faster = steepness(last) - steepness(segments.at(-2)!);
		return expect(Math.sign(faster), text).toBe(words === 'faster since' ? 1 : -1);
	}
	if (words === 'no clear change before') return expect(clear, text).toBeUndefined();
	const was = { 'also before': verb, steady: 'steady', 'after a rise': 'rose', 'after a fall': 'fell' }[
		words!
	];
	expect(clear?.course, text).toBe(was);
	if (until !== undefined) expect(clear?.to, text).toBe(at);
}

function checkTeam({ text, papers: said, proof }: Answer, { papers }: Rendered) {
	const known = teamsOf(papers);
	const read = readTypical(text, known);
	expect(read, text).not.toBeNull();
	const within = known.filter((size) => size >= read!.from && size <= read!.to).length;
	expect(said!.count, text).toBe(within);
	// Bars that stand out hold these papers and no others.
	if (proof?.kind !== 'bars') return expect.unreachable(text);
	const sum = (bars: typeof proof.bars) => bars.reduce((total, bar) => total + bar.papers, 0);
	expect([sum(proof.bars.filter(({ named }) => named)), sum(proof.bars)], text).toEqual([
		within,
		known.length
	]);
}

/** Reads the sentences of the first screen and computes each anew; the papers of each are those that its link lists. */
export function checkAnswers(all: Rendered): Answer[] {
	const answers = answersTo(all);
	expect(answers.length).toBeLessThanOrEqual(5);
	expect(new Set(answers.map(({ id }) => id)).size).toBe(answers.length);
	for (const answer of answers) {
		const { id, text, papers } = answer;
		expect(text, text).not.toMatch(/\bp [<=]|undefined|NaN/);
		if (papers) expect(listed(all.papers, answer).length, text).toBe(papers.count);
		if (id === 'sizes') checkSizes(text, all);
		if (id === 'rising' || id === 'falling') checkMove(answer, all);
		if (id === 'team') checkTeam(answer, all);
	}
	return answers;
}
