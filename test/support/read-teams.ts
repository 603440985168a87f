import { expect } from 'vitest';

import { matrix } from '../../src/lib/views/charts/matrix/matrix.ts';
import { teamByTheme } from '../../src/lib/views/charts/team-by-theme/team-by-theme.ts';
import { teamOverTime } from '../../src/lib/views/charts/team-over-time/team-over-time.ts';
import { team } from '../../src/lib/views/charts/team/team.ts';
import { counted, placeOf } from './random-corpus.ts';
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

/** Reads the headlines of the charts of team sizes and computes them anew from the papers. */
export function checkTeams({ papers, base, more, unit, selected, themes }: Rendered) {
	const known = teamsOf(papers);
	const { text } = team.headline({
		...base,
		...more,
		rows: counted(papers, (one) => ({ teamSize: one.team }))
	});
	const typical = readTypical(text, known);
	const range = /^(\d+) papers? with a known team size: (\d+)(?: to (\d+))? authors?$/.exec(text);
	if (range) {
		const [least, most] = [Math.min(...known), Math.max(...known)];
		expect([range[1], range[2], range[3] ?? range[2]].map(Number), text).toEqual([known.length, least, most]);
	} else if (!typical) expect([text, known.length]).toEqual(['None of the papers has a known team size', 0]);

	const byTheme = counted(papers, (one) => ({ themeId: one.theme, teamSize: one.team }));
	const said = teamByTheme.headline({ ...base, ...more, rows: byTheme }).text;
	const extremes =
		/^The largest teams are in (.+?) \(median ([\d.]+) authors?\), the smallest in (.+?) \(([\d.]+)\)$/.exec(
			said
		);
	if (extremes) {
		const medians = Array.from({ length: themes }, (_, theme) => theme)
			.filter((theme) => selected.length === 0 || selected.includes(theme))
			.map((theme) => ({ theme, sizes: teamsOf(papers.filter((one) => one.theme === theme)) }))
			.filter(({ sizes }) => sizes.length >= 8)
			.map(({ theme, sizes }) => ({ theme, middle: median(sizes) }));
		for (const [names, value, best] of [
			[extremes[1]!, extremes[2]!, Math.max(...medians.map(({ middle }) => middle))],
			[extremes[3]!, extremes[4]!, Math.min(...medians.map(({ middle }) => middle))]
		] as const) {
			const wanted = medians.filter(({ middle }) => middle === best).map(({ theme }) => theme);
			const many = /^(\d+) themes$/.exec(names);
			expect(Number(value), said).toBe(best);
			if (many) expect(Number(many[1]), said).toBe(wanted.length);
			else expect(new Set(names.split(/, | and /).map(themeOf)), said).toEqual(new Set(wanted));
		}
	}
	const overTime = counted(papers, (one) => ({ ...placeOf(one, unit), teamSize: one.team }));
	const { text: change, test = '' } = teamOverTime.headline({ ...base, ...more, rows: overTime });
	for (const [, from, to, count] of test.matchAll(
		/((?:Q\d |[A-Z][a-z]{2} )?\d{4})(?:–((?:Q\d |[A-Z][a-z]{2} )?\d{4}))? \(([\d,]+) papers?\)/g
	)) {
		const sized = inside(papers, unit, from!, to ?? from!).filter((one) => one.team !== null);
		expect(Number(count!.replaceAll(',', '')), `${change}, ${test}`).toBe(sized.length);
	}
	// Each median that is named is that of the periods beside it.
	const period = '((?:Q\\d |[A-Z][a-z]{2} )?\\d{4})(?:–((?:Q\\d |[A-Z][a-z]{2} )?\\d{4}))?';
	for (const [, said, from, to] of change.matchAll(
		new RegExp(`([\\d.]+)(?: authors?)? \\(${period}\\)`, 'g')
	)) {
		const sizes = teamsOf(inside(papers, unit, from!, to ?? from!));
		expect(Math.abs(Number(said) - median(sizes)), change).toBeLessThan(0.051);
	}
	const same = new RegExp(`the median of ${period} and of ${period} is ([\\d.]+) authors?$`).exec(change);
	for (const [from, to] of same ? [same.slice(1, 3), same.slice(3, 5)] : []) {
		const sizes = teamsOf(inside(papers, unit, from!, to ?? from!));
		expect(Math.abs(Number(same![5]) - median(sizes)), change).toBeLessThan(0.051);
	}
	const model = teamOverTime.model({ ...base, rows: overTime });
	const caption = teamOverTime.caption(model, { text: '', basis: '' });
	const [, sized, stated] = /; ([\d,]+) papers? with known team size(?:, [^;]+?)?(; .+ beside the axis)?(?:; .+)?$/.exec(caption)!; // prettier-ignore
	const onAxis = papers.filter(({ day, coarse, team: size }) => size !== null && day !== null && !(coarse && unit !== 'year')); // prettier-ignore
	if (!caption.includes('not shown')) expect(Number(sized!.replaceAll(',', '')), caption).toBe(onAxis.length);
	const undated = papers.filter(({ day }) => day === null).length;
	expect(Number(/([\d,]+) undated/.exec(stated ?? '')?.[1]?.replaceAll(',', '') ?? 0), caption).toBe(undated);
	const cell = matrix.headline({ ...base, ...more, rows: byTheme }).text;
	const match = new RegExp(
		`^(${share}) of the papers in (Theme [A-L]) have (\\d+)(?:–(\\d+)|(\\+))? authors?, against (${share}) of all papers$`
	).exec(cell);
	if (match) {
		const [low, high] = [Number(match[3]), match[5] ? Infinity : Number(match[4] ?? match[3])];
		const has = (sizes: readonly number[]) => sizes.filter((size) => size >= low && size <= high).length;
		const own = teamsOf(papers.filter((one) => one.theme === themeOf(match[2]!)));
		expectShare(match[1]!, has(own), own.length, cell);
		expectShare(match[6]!, has(known), known.length, cell);
	}
	return { extremes: extremes !== null, cell: match !== null, typical: typical !== null };
}
