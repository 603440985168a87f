import { describe, expect, it } from 'vitest';

import { termHeadline } from '../../../../src/lib/views/pages/words/term-headline.ts';
import { termModel } from '../../../../src/lib/views/pages/words/term-model.ts';

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
const model = (themes: readonly number[]) => termModel(answer, { unit: 'year', span: null, themes });

describe('the model of words over time', () => {
	it('counts papers that hold them, over all papers', () => {
		const { series, periods, papers, all: whole, stopWords, offAxis } = model([]);
		expect(series[0]).toMatchObject({ slot: 1, counts: [3, 5, 7, 9, 11, 13], undated: 0, coarse: 0 });
		expect(periods.map((period) => period.papers)).toEqual(years.map(() => 100));
		expect({ papers, whole, stopWords, offAxis }).toEqual({
			papers: [48],
			whole: 607,
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
		expect(trends.findings[0]).toMatchObject({ id: 0, direction: 'rising' });
		expect(trends.findings[0]!.sen.slope).toBeCloseTo(0.05, 12);
	});

	it('says in a sentence what the commonest one does', () => {
		expect(termHeadline(model([0]))).toBe(
			'“reward chain of thought” stands in 17 % of the papers; rising, very sure: +5.0 points a year, 95 % 5.0 to 5.0'
		);
	});
});
