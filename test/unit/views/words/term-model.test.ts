import { describe, expect, it } from 'vitest';

import { lineSlots } from '../../../../src/lib/drawing/colour.ts';
import type { TestedTrends } from '../../../../src/lib/analysis/trends/findings.ts';
import { termHeadline } from '../../../../src/lib/views/pages/words/term-headline.ts';
import { termModel, type TermModel } from '../../../../src/lib/views/pages/words/term-model.ts';

const years = ['2019', '2020', '2021', '2022', '2023', '2024'];
const rowsOf = (counts: readonly (readonly [number, number])[]) =>
	years.flatMap((year, place) =>
		counts[place]!.map((papers, themeId) => ({
			themeId,
			period: `${year}-01-01`,
			placement: 'dated' as const,
			papers
		}))
	);
const undated = { themeId: 0, period: null, placement: 'undated' as const, papers: 7 };
const all = { year: [...rowsOf(years.map(() => [40, 60] as const)), undated] };
const held = {
	year: rowsOf([
		[2, 1],
		[4, 1],
		[6, 1],
		[8, 1],
		[10, 1],
		[12, 1]
	])
};
const answer = {
	all,
	terms: [
		{ term: 'the', rows: null },
		{ term: 'reward "chain of thought"', rows: held }
	]
};
const model = (themes: readonly number[]) =>
	termModel(answer, { shownUnit: 'year', span: null, themes, daysOf: () => null });

describe('the model of words over time', () => {
	it('counts papers that hold them, over all papers', () => {
		const { series, periods, papers, all: whole, stopWords, offAxis } = model([]);
		expect(series[0]).toMatchObject({
			slot: lineSlots[1],
			counts: [3, 5, 7, 9, 11, 13],
			undated: 0,
			coarse: 0
		});
		expect(periods.map((period) => period.papers)).toEqual(years.map(() => 100));
		expect({ papers, whole, stopWords, offAxis }).toEqual({
			papers: [48],
			whole: 600,
			stopWords: ['the'],
			offAxis: { coarse: 0, undated: 7 }
		});
	});

	it('keeps to the selected themes on both sides of the share', () => {
		const { series, periods, papers, trends } = model([0]);
		expect(series[0]!.counts).toEqual([2, 4, 6, 8, 10, 12]);
		expect(periods[0]!.papers).toBe(40);
		expect(papers).toEqual([42]);
		if (trends.kind !== 'tested') throw new Error(trends.kind);
		expect(trends.findings[0]).toMatchObject({ id: 0, papers: 42 });
		expect(trends.findings[0]!.segments.at(-1)!.slope).toBeCloseTo(5, 0);
	});

	it('says in a sentence what the steepest one does, else the commonest, of the papers that its figures count', () => {
		const one = model([0]);
		const rises = (certainty: 'very sure' | null): TermModel => ({
			...one,
			trends: {
				...(one.trends as TestedTrends),
				findings: (one.trends as TestedTrends).findings.map((finding) => ({
					...finding,
					certainty,
					direction: certainty ? 'rising' : 'unclear'
				}))
			}
		});
		const stands = 'reward “chain of thought” stands in 18 % of the papers of 2019–2024';
		expect(termHeadline(rises('very sure'))).toBe(`${stands}; rising, very sure`);
		expect(termHeadline(rises(null))).toBe(`${stands}; no clear change`);
		const flat = { year: held.year.map((row) => ({ ...row, papers: row.themeId === 0 ? 0 : 15 })) };
		const shown = { shownUnit: 'year', span: null, themes: [], daysOf: () => null } as const;
		const beside = termModel({ all, terms: [{ term: 'flat', rows: flat }, answer.terms[1]!] }, shown);
		expect(termHeadline(beside)).toMatch(/^“flat” stands in 15 % /);
		const { findings } = beside.trends as TestedTrends;
		const moving = findings.map((finding) =>
			finding.id === 1
				? { ...finding, direction: 'rising' as const, certainty: 'very sure' as const }
				: finding
		);
		const moved = { ...beside, trends: { ...(beside.trends as TestedTrends), findings: moving } };
		expect(termHeadline(moved)).toBe(
			'reward “chain of thought” stands in 8.0 % of the papers of 2019–2024; rising, very sure'
		);
		const two = { all, terms: ['b', 'a'].map((term) => ({ term, rows: held })) };
		expect(termHeadline(termModel(two, shown))).toBe(
			'“b” and “a” each stand in 8.0 % of the papers of 2019–2024'
		);
	});
});
