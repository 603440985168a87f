import { describe, expect, it } from 'vitest';

import { distinguishingTerms } from '../../../../src/lib/analysis/distinguishing-terms.ts';
import { isClear } from '../../../../src/lib/analysis/share-comparison.ts';
import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import { compareHeadline, sideWords } from '../../../../src/lib/views/pages/compare/compare-words.ts';
import { narrowSide } from '../../../../src/lib/views/pages/compare/narrow-side.ts';
import { periodRows, teamRows, themeRows } from '../../../../src/lib/views/pages/compare/paired-rows.ts';
import { randomSource } from '../../../support/random.ts';

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
		const known = { ...first, team: first.team.filter(({ teamSize }) => teamSize !== null) };
		expect(teamRows(known, known).map(({ label }) => label)).not.toContain('unknown');
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

it('states a difference only where the test and the interval agree', () => {
	const row = (certainty: 'fairly sure' | 'not sure', lower: number, upper: number) =>
		isClear({ certainty, change: { difference: -0.008, lower, upper } });
	expect(row('fairly sure', -0.02, -0.001)).toBe(true);
	expect(row('fairly sure', -0.017, 0.001)).toBe(false);
	expect(row('not sure', -0.02, -0.001)).toBe(false);
});

describe('distinguishing terms', () => {
	const terms = [
		{ term: 'agent', first: 40, second: 2 },
		{ term: 'model', first: 90, second: 108 },
		{ term: 'video', first: 1, second: 30 },
		{ term: 'rare', first: 1, second: 0 }
	];
	const papers = [100, 120] as const;

	// Python 3.11.7: chi-square with Yates' correction as a sum over the four cells.
	it('are those beyond 1.96 on either side, the clearest first', () => {
		const found = distinguishingTerms(terms, papers, 3);
		expect(found.first.map(({ term }) => term)).toEqual(['agent']);
		expect(found.second.map(({ term }) => term)).toEqual(['video']);
		expect(found.first[0]!.z).toBeCloseTo(7.03124793165259, 10);
		expect(found.second[0]!.z).toBeCloseTo(-4.8999171568095665, 10);
	});

	it('are those that two papers of the side hold, though one would be clear', () => {
		const held = (first: number) =>
			distinguishingTerms([{ term: 'agent', first, second: 0 }], [2, 500], 3).first.length;
		expect(held(1)).toBe(0);
		expect(held(2)).toBe(1);
	});

	it('stand under the side that has the larger share, whatever the sides', () => {
		const random = randomSource(7);
		const upTo = (most: number) => Math.floor(random() * (most + 1));
		for (let round = 0; round < 200; round++) {
			const sizes = [1 + upTo(300), 1 + upTo(3_000)] as const;
			const some = Array.from({ length: 40 }, (_, at) => ({
				term: `t${at}`,
				first: upTo(sizes[0]),
				second: upTo(sizes[1])
			}));
			const found = distinguishingTerms(some, sizes, 40);
			for (const { first, second } of found.first)
				expect(first / sizes[0]).toBeGreaterThan(second / sizes[1]);
			for (const { first, second } of found.second) expect(first / sizes[0]).toBeLessThan(second / sizes[1]);
		}
	});

	it('are none where a side has no papers', () => {
		const silent = terms.map((term) => ({ ...term, second: 0 }));
		expect(distinguishingTerms(silent, [100, 0], 3)).toEqual({ first: [], second: [] });
	});
});
