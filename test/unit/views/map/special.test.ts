import { describe, expect, it } from 'vitest';

import { restOf, type SideCounts } from '../../../../src/lib/queries/cells/side-counts.ts';
import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import {
	dateWords,
	everywhere,
	halfSince,
	largestThemes,
	liftWords,
	sidesWords,
	teamWords,
	withWindow,
	type Sides
} from '../../../../src/lib/views/pages/map/special-words.ts';
import type { TimeAxis } from '../../../../src/lib/views/pages/map/time-axis.ts';

const dated = (period: string, papers: number) => ({ period, placement: 'dated' as const, papers });
const undated = (papers: number) => ({ period: null, placement: 'undated' as const, papers });
const all: SideCounts = {
	papers: 60,
	themes: [
		{ themeId: 1, papers: 40 },
		{ themeId: 2, papers: 20 }
	],
	team: [
		{ teamSize: 2, papers: 30 },
		{ teamSize: 9, papers: 25 },
		{ teamSize: null, papers: 5 }
	],
	periods: [dated('2023-01-01', 30), dated('2024-01-01', 20), dated('2025-01-01', 6), undated(4)]
};
const inside: SideCounts = {
	papers: 24,
	themes: [{ themeId: 2, papers: 20 }, { themeId: 1, papers: 4 }], // prettier-ignore
	team: [{ teamSize: 9, papers: 22 }, { teamSize: 2, papers: 1 }, { teamSize: null, papers: 1 }], // prettier-ignore
	periods: [dated('2024-01-01', 14), dated('2025-01-01', 6), undated(4)]
};
const sides: Sides = { inside, rest: restOf(all, inside) };

describe('the rest of a set of papers', () => {
	it('is what the part does not hold', () => {
		expect(sides.rest).toEqual({
			papers: 36,
			themes: [{ themeId: 1, papers: 36 }],
			team: [
				{ teamSize: 2, papers: 29 },
				{ teamSize: 9, papers: 3 },
				{ teamSize: null, papers: 4 }
			],
			periods: [dated('2023-01-01', 30), dated('2024-01-01', 6)]
		});
	});
});

describe('what is special', () => {
	it('is said with counts', () => {
		expect(sidesWords(sides)).toBe('24 papers here, 40 % of 60; “elsewhere” means the other 36');
		expect(liftWords({ rest: 40, lift: 6.71 })).toBe('6.7');
		expect(liftWords({ rest: 4, lift: 67.3 })).toBe('67');
		expect(liftWords({ rest: 0, lift: 355 })).toBe('only here');
		expect(largestThemes(sides, 1)).toEqual({ themes: [{ themeId: 2, papers: 20 }], more: 1 });
		expect(largestThemes(sides)).toMatchObject({ more: 0 });
	});

	it('says from when on half of the papers are', () => {
		expect(halfSince(inside.periods)).toBe('2024-01-01');
		expect(halfSince([dated('2024-01-01', 5), dated('2025-01-01', 5)])).toBe('2025-01-01');
		expect(halfSince([undated(3)])).toBeNull();
		expect(dateWords(sides, 'year')).toBe(
			'Half are from 2024 or later; elsewhere half are from 2023 or later'
		);
		expect(dateWords({ inside, rest: inside }, 'year')).toBe('Half are from 2024 or later, as elsewhere');
		expect(dateWords({ inside: { ...inside, periods: [undated(2)] }, rest: inside }, 'year')).toBe(
			'No date is stated as finely'
		);
	});

	it('compares team sizes', () => {
		expect(teamWords(sides)).toBe(
			'Median 9 authors (middle half 9 to 9), elsewhere 2: larger teams than elsewhere, large effect, very sure'
		);
		expect(teamWords({ inside, rest: inside })).toMatch(/about as large as elsewhere$/);
		expect(teamWords({ inside: { ...inside, team: [{ teamSize: null, papers: 2 }] }, rest: inside })).toBe(
			'No team size is known'
		);
	});
});

describe('filters of the map', () => {
	const period = (start: string, end: string) => ({ start, end, label: start });
	const axis: TimeAxis = {
		unit: 'year',
		periods: [period('2023-01-01', '2023-12-31'), period('2024-01-01', '2024-12-31'), period('2025-01-01', '2025-12-31')], // prettier-ignore
		periodOf: new Uint16Array(0),
		undated: 0,
		coarse: 0
	};

	it('hold the time shown, inside of the dates that are asked for', () => {
		expect(withWindow(noFilters, axis, null)).toBe(noFilters);
		const range = (from: string | null, to: string | null) => ({ range: { from, to }, unknown: false });
		expect(withWindow(noFilters, axis, [1, 2]).date).toEqual(range('2024-01-01', '2025-12-31'));
		const asked = { ...noFilters, date: { range: { from: '2024-06-01', to: null }, unknown: true } };
		expect(withWindow(asked, axis, [1, 1]).date).toEqual(range('2024-06-01', '2024-12-31'));
	});

	it('are the same everywhere without an area', () => {
		const area = [[0, 0], [10, 10]] as const; // prettier-ignore
		expect(everywhere({ ...noFilters, query: 'a', area })).toEqual({ ...noFilters, query: 'a' });
	});
});
