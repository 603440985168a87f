import { expect, it } from 'vitest';

import { storedSums, sumOf, type Sums } from '../../../src/lib/dataset/overview.ts';
import { planOf } from '../../../src/lib/queries/cells/cell-sums.ts';
import { charts } from '../../../src/lib/views/charts/index.ts';

const dated = (period: string) => ({ period, placement: 'dated' as const });
const sums: Sums = {
	themes: [{ themeId: 1, papers: 9 }],
	trend: [
		{ themeId: 1, ...dated('2023-01-01'), papers: 2 },
		{ themeId: 1, ...dated('2024-01-01'), papers: 3 },
		{ themeId: 2, ...dated('2024-01-01'), papers: 4 }
	],
	team: [{ teamSize: null, papers: 9 }],
	teamByTheme: [{ themeId: 1, teamSize: 3, papers: 9 }],
	teamOverTime: [
		{ ...dated('2023-01-01'), teamSize: 1, papers: 5 },
		{ ...dated('2023-01-01'), teamSize: null, papers: 6 },
		{ period: null, placement: 'undated', teamSize: 1, papers: 7 }
	]
};

it('gives the rows of a stored sum as they are, so that a chart of them can stay', () => {
	expect(sumOf(sums, { by: ['theme', 'date'], ignoring: ['date', 'theme'] })).toBe(sums.trend);
	expect(sumOf(sums, { by: ['theme'], ignoring: ['theme'] })).toBe(sums.themes);
});

it('adds up a stored sum by more dimensions', () => {
	expect(sumOf(sums, { by: ['date'], ignoring: ['date'] })).toEqual([
		{ ...dated('2023-01-01'), papers: 11 },
		{ period: null, placement: 'undated', papers: 7 }
	]);
	expect(sumOf(sums, { by: ['date'], ignoring: ['theme', 'date'] })).toEqual([
		{ ...dated('2023-01-01'), papers: 2 },
		{ ...dated('2024-01-01'), papers: 7 }
	]);
	expect(sums.teamOverTime[0]?.papers).toBe(5);
});

it('refuses a sum that is not stored', () => {
	expect(() => sumOf(sums, { by: ['theme'], ignoring: ['team'] })).toThrow(RangeError);
});

it('holds what every chart needs, under ids of their own', () => {
	for (const chart of charts) expect(sumOf(sums, chart), chart.id).not.toEqual([]);
	expect(new Set(charts.map(({ id }) => id)).size).toBe(charts.length);
	for (const { id } of charts) expect(id).toMatch(/^[a-z-]{1,40}$/);
});

it('lets one filter alone decide about cells in every stored sum, so that a brush costs one pass', () => {
	const plans = Object.values(storedSums).map(planOf);
	expect(plans.every(({ early }) => early.length === 1)).toBe(true);
	expect(new Set(plans.map(({ pair, early }) => `${pair.join()} ${early.join()}`)).size).toBe(3);
});
