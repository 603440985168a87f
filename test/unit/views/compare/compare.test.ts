import { describe, expect, it } from 'vitest';

import { distinguishingTerms } from '../../../../src/lib/analysis/distinguishing-terms.ts';
import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import { compareHeadline, sideWords } from '../../../../src/lib/views/pages/compare/compare-words.ts';
import { narrowSide } from '../../../../src/lib/views/pages/compare/narrow-side.ts';
import { periodRows, teamRows, themeRows } from '../../../../src/lib/views/pages/compare/paired-rows.ts';

const period = (start: string | null, papers: number) => ({
	period: start,
	placement: start === null ? ('undated' as const) : ('dated' as const),
	papers
});
const first = {
	papers: 200,
	themes: [
		{ themeId: 4, papers: 90 },
		{ themeId: 5, papers: 110 }
	],
	team: [
		{ teamSize: 2, papers: 150 },
		{ teamSize: null, papers: 50 }
	],
	periods: [period('2023-01-01', 200)]
};
const second = {
	papers: 100,
	themes: [
		{ themeId: 4, papers: 10 },
		{ themeId: 6, papers: 90 }
	],
	team: [{ teamSize: 7, papers: 100 }],
	periods: [period('2024-01-01', 90), period(null, 10)]
};

describe('two sides', () => {
	it('are split by theme, the largest difference first, a theme missing on one side included', () => {
		const rows = themeRows(first, second, (id) => `theme ${id}`);
		expect(rows.map(({ themeId, first: a, second: b }) => [themeId, a, b])).toEqual([
			[6, 0, 90],
			[5, 110, 0],
			[4, 90, 10]
		]);
		expect(rows[2]!.change.difference).toBeCloseTo(-0.35, 12);
		expect(rows[2]!.narrows).toEqual({ themes: [4] });
		expect(compareHeadline(rows, [200, 100])).toBe(
			'The largest clear difference is in theme 6: 0 % of A, 90 % of B'
		);
		const tied = themeRows(
			{ ...first, themes: [{ themeId: 5, papers: 150 }, { themeId: 4, papers: 50 }] },
			{ ...second, themes: [{ themeId: 5, papers: 25 }, { themeId: 4, papers: 75 }] },
			(id) => `theme ${id}`
		); // prettier-ignore
		expect(compareHeadline(tied, [200, 100])).toBe(
			'The largest clear differences are in theme 4: 25 % of A, 75 % of B; and in theme 5: 75 % of A, 25 % of B'
		);
		expect(compareHeadline([], [200, 100])).toBe('No theme clearly differs between the sides');
	});

	it('are split by team size and period in their order, unknown values last', () => {
		const teams = teamRows(first, second);
		expect(teams.map(({ label }) => label)).toEqual([
			'1',
			'2',
			'3',
			'4–5',
			'6–10',
			'11–20',
			'21+',
			'unknown'
		]);
		expect(teams.at(-1)).toMatchObject({ first: 50, narrows: { team: { range: null, unknown: true } } });
		const periods = periodRows(first, second, 'quarter');
		expect(periods.map(({ label, first: a, second: b }) => [label, a, b])).toEqual([
			['Q1 2023', 200, 0],
			['Q1 2024', 0, 90],
			['undated', 0, 10]
		]);
		expect(periods[1]!.narrows).toEqual({
			date: { range: { from: '2024-01-01', to: '2024-03-31' }, unknown: false }
		});
	});

	it('keep what narrows them when a part of them is opened', () => {
		const side = {
			...noFilters,
			query: 'reward',
			date: { range: { from: '2023-02-10', to: null }, unknown: true },
			team: { range: { from: 2, to: 8 }, unknown: false }
		};
		const narrowed = narrowSide(side, {
			date: { range: { from: '2023-01-01', to: '2023-03-31' }, unknown: false },
			team: { range: { from: 6, to: 10 }, unknown: false }
		});
		expect(narrowed).toMatchObject({
			query: 'reward',
			date: { range: { from: '2023-02-10', to: '2023-03-31' }, unknown: false },
			team: { range: { from: 6, to: 8 } }
		});
		expect(narrowSide(side, { date: { range: null, unknown: true } }).date).toEqual({
			range: null,
			unknown: true
		});
		expect(sideWords(side, String)).toContain('“reward”');
		expect(sideWords(noFilters, String)).toBe('all papers');
	});
});

describe('distinguishing terms', () => {
	const terms = [
		{ term: 'agent', first: 40, second: 2, all: 60 },
		{ term: 'model', first: 100, second: 100, all: 400 },
		{ term: 'video', first: 1, second: 30, all: 40 },
		{ term: 'rare', first: 1, second: 0, all: 1 }
	].map((term) => ({ ...term, firstPapers: term.first, secondPapers: term.second }));

	// Equations 16, 20 and 22 in NumPy 2.4.6.
	it('are those beyond 1.96 on either side, the clearest first', () => {
		const found = distinguishingTerms(terms, 3);
		expect(found.first.map(({ term }) => term)).toEqual(['agent']);
		expect(found.second.map(({ term }) => term)).toEqual(['video']);
		expect(found.first[0]!.z).toBeCloseTo(4.613266326244177, 10);
		expect(found.second[0]!.z).toBeCloseTo(-4.226445641910248, 10);
	});

	it('are those that two papers of the side hold, whatever one paper repeats', () => {
		const held = (firstPapers: number) =>
			distinguishingTerms([{ ...terms[0]!, firstPapers }, ...terms.slice(1)], 3).first;
		expect(held(2).map(({ term }) => term)).toEqual(['agent']);
		expect(held(1)).toEqual([]);
		const [second] = distinguishingTerms(
			terms.map((term) => ({ ...term, secondPapers: 1 })),
			3
		).second;
		expect(second).toBeUndefined();
	});

	it('are none where a side is silent', () => {
		const silent = terms.map((term) => ({ ...term, second: 0 }));
		expect(distinguishingTerms(silent, 3)).toEqual({ first: [], second: [] });
	});
});
