import { describe, expect, it } from 'vitest';

import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import { noSides } from '../../../../src/lib/state/side-syntax.ts';
import {
	comparisonExamples,
	openedSides,
	openingWords
} from '../../../../src/lib/views/pages/compare/examples.ts';
import { sampleSite } from '../../../support/site.ts';

/** Papers by quarter; the first and the last are not covered whole. */
const counts = [
	['2021-10-01', 90],
	['2022-01-01', 20],
	['2022-04-01', 25],
	['2022-07-01', 30],
	['2022-10-01', 40],
	['2023-01-01', 70],
	['2023-04-01', 80],
	['2023-07-01', 90]
] as const;
const { overview, ...others } = sampleSite({ span: { first: '2021-12-03', last: '2023-08-05' } });
const site = {
	...others,
	overview: {
		...overview,
		unit: 'quarter' as const,
		trend: counts.map(([period, papers]) => ({ themeId: 0, period, placement: 'dated' as const, papers }))
	}
};

const between = (from: string, to: string) => ({
	...noFilters,
	date: { range: { from, to }, unknown: false }
});

describe('the sides that a comparison opens with', () => {
	it('are what the corpus covers whole, cut where both hold most nearly as many papers, and are told so', () => {
		// 20 + 25 + 30 + 40 = 115 papers before 2023 against 70 + 80 = 150; a quarter later 185 against 80.
		const sides = openedSides(noSides, site);
		expect(sides).toEqual({
			a: between('2022-01-01', '2022-12-31'),
			b: between('2023-01-01', '2023-06-30')
		});
		expect(comparisonExamples(site)[0]).toEqual({
			label: 'Papers of Q1 2022–Q4 2022 and of Q1 2023–Q2 2023',
			sides
		});
		expect(openingWords(site)).toBe(
			'The page opens with the papers of Q1 2022–Q4 2022 and those of Q1 2023–Q2 2023: whole quarters, split as ' +
				'evenly as they allow.'
		);
	});

	it('are what was asked for where something was, on either side', () => {
		for (const asked of [
			{ ...noSides, a: { ...noFilters, query: 'bees' } },
			{ ...noSides, b: between('2022-01-01', '2022-03-31') }
		])
			expect(openedSides(asked, site)).toBe(asked);
	});

	it('are all papers twice where dates make no two halves', () => {
		const undated = { ...site, span: null, overview: { ...site.overview, trend: [] } };
		expect(openedSides(noSides, undated)).toBe(noSides);
		expect(openingWords(undated)).toBeNull();
	});
});
