import { describe, expect, it } from 'vitest';

import { formatP } from '../../../src/lib/analysis/certainty.ts';
import { shareDifference } from '../../../src/lib/analysis/newcombe.ts';
import {
	teamDifferences,
	teamDifferenceSentence,
	teamDifferenceWords
} from '../../../src/lib/analysis/team-differences.ts';

describe('the difference of two shares', () => {
	/** Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10, without continuity correction. */
	it.each([
		[56, 70, 48, 80, 0.2, 0.0524, 0.3339],
		[9, 10, 3, 10, 0.6, 0.1705, 0.809],
		[10, 10, 0, 10, 1, 0.6075, 1],
		[5, 56, 0, 29, 0.0893, -0.0381, 0.1926]
	])('%d of %d against %d of %d', (part1, whole1, part2, whole2, difference, lower, upper) => {
		const found = shareDifference(part1, whole1, part2, whole2)!;
		expect(found.difference).toBeCloseTo(difference, 4);
		expect(found.lower).toBeCloseTo(lower, 4);
		expect(found.upper).toBeCloseTo(upper, 4);
	});

	it('is nothing where a side is empty', () => {
		expect(shareDifference(0, 0, 1, 2)).toBeNull();
	});
});

describe('team sizes of themes', () => {
	const rows = (
		[
			[0, [1, 2, 2, 3, 4, 4]],
			[1, [3, 5, 5, 6, 9, 40]],
			[2, [2, 3, 4, 5]]
		] as const
	).flatMap(([themeId, sizes]) => [
		...sizes.map((teamSize) => ({ themeId, teamSize, papers: 1 })),
		{ themeId, teamSize: null, papers: themeId }
	]);
	const found = teamDifferences(rows);

	it('are compared over all themes and each with the rest, as scipy 1.17.1 does', () => {
		// scipy.stats.kruskal; mannwhitneyu(use_continuity=True, method='asymptotic'); delta = 2 u / (n m) - 1;
		// false_discovery_control(method='bh')
		expect(found.overall!.h).toBeCloseTo(7.530120481927717, 10);
		expect(found.overall!.p).toBeCloseTo(0.023166216638050144, 10);
		expect(found.overall!.epsilonSquared).toBeCloseTo(7.530120481927717 / 15, 10);
		const byTheme = new Map(found.themes.map((theme) => [theme.themeId, theme]));
		for (const [themeId, delta, p, adjusted] of [
			[0, -0.6666666666666667, 0.0323222066606258, 0.04848330999093871],
			[1, 0.8, 0.009895488655067603, 0.02968646596520281],
			[2, -0.16666666666666663, 0.667544400656594, 0.667544400656594]
		] as const) {
			expect(byTheme.get(themeId)!.delta).toBeCloseTo(delta, 10);
			expect(byTheme.get(themeId)!.p).toBeCloseTo(p, 8);
			expect(byTheme.get(themeId)!.adjusted).toBeCloseTo(adjusted, 8);
		}
	});

	it('come with how many are unknown, the largest teams first', () => {
		expect(found).toMatchObject({ known: 16, unknown: 3 });
		expect(found.themes.map(({ themeId }) => themeId)).toEqual([1, 2, 0]);
	});

	it('state both medians in a sentence', () => {
		// Medians of the rest, counted by hand from the rows above.
		expect(found.themes.map(({ themeId, elsewhere }) => [themeId, elsewhere])).toEqual([
			[1, 3],
			[2, 4],
			[0, 5]
		]);
		const one = {
			...found.themes[0]!,
			elsewhere: 4,
			delta: -0.6,
			magnitude: 'large',
			certainty: 'very sure'
		} as const;
		expect(teamDifferenceSentence({ ...one, summary: { ...one.summary, median: 2 } })).toBe(
			'Teams are smaller than elsewhere: median 2 against 4 (large effect, very sure)'
		);
		expect(
			teamDifferenceSentence({ ...one, summary: { ...one.summary, median: 3 }, magnitude: 'negligible' })
		).toBe('Teams are about as large as elsewhere: median 3 against 4');
	});

	it('are put in words that hedge', () => {
		const say = (delta: number, certainty: 'very sure' | 'not sure' | 'no sign') =>
			teamDifferenceWords({ delta, certainty, magnitude: Math.abs(delta) < 0.147 ? 'negligible' : 'medium' });
		expect(say(0.4, 'very sure')).toBe('larger teams than elsewhere, medium effect, very sure');
		expect(say(-0.4, 'not sure')).toBe('perhaps smaller teams than elsewhere');
		expect(say(0.1, 'very sure')).toBe('about as large as elsewhere');
		expect(say(0.4, 'no sign')).toBe('about as large as elsewhere');
	});
});

it('writes probabilities as precisely as they matter', () => {
	expect([0.0004, 0.0134, 0.421].map(formatP)).toEqual(['<0.001', '0.013', '0.42']);
});
