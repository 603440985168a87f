import { describe, expect, it } from 'vitest';

import { isoDate, parseIsoDate, periodStart } from '../../../../src/lib/base/date.ts';
import type { DatePrecision } from '../../../../src/lib/base/date.ts';
import { Cube, type Cell } from '../../../../src/lib/pipeline/write/cube.ts';
import { defaultUnit, overviewOf } from '../../../../src/lib/pipeline/write/overview.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';

interface Fact {
	leafId: number;
	period: number | null;
	precision: DatePrecision | null;
	teamSize: number | null;
}

const start = parseIsoDate('2020-01-01') as number;
const random = createRandom(4);
const facts: Fact[] = Array.from({ length: 4000 }, () => {
	const dated = random.uniform() < 0.9;
	const day = start + random.integer(1400);
	const precision = (['day', 'month', 'year'] as const)[random.integer(3)] as DatePrecision;
	return {
		leafId: random.integer(6),
		period: dated ? (precision === 'day' ? day : periodStart(day, precision)) : null,
		precision: dated ? precision : null,
		teamSize: random.uniform() < 0.8 ? 1 + random.integer(5) : null
	};
});

function cubeOf(limit?: number): Cube {
	const cube = new Cube(limit);
	for (const fact of facts) cube.add(fact);
	return cube;
}

/** Counts of facts by a key, in a plain way. */
function tally<F>(all: readonly F[], keyOf: (fact: F) => string, weight: (fact: F) => number = () => 1) {
	const counts: Record<string, number> = {};
	for (const fact of all) counts[keyOf(fact)] = (counts[keyOf(fact)] ?? 0) + weight(fact);
	return counts;
}

const cellKey = ({ leafId, period, precision, teamSize }: Fact | Cell) =>
	`${leafId} ${period} ${precision} ${teamSize}`;

describe('Cube', () => {
	it('counts by leaf, day, precision and team size', () => {
		const cells = cubeOf().cells();
		expect(tally(cells, cellKey, (cell) => cell.papers)).toEqual(tally(facts, cellKey));
		expect(new Set(cells.map(cellKey)).size).toBe(cells.length);
	});

	it.each(['day', 'month', 'quarter', 'year'] as const)(
		'merges dates no further than the limit asks: %s',
		(unit) => {
			const snap = (fact: Fact) => ({
				...fact,
				period: fact.period === null ? null : periodStart(fact.period, unit)
			});
			const expected = tally(facts, (fact) => cellKey(snap(fact)));
			const cube = cubeOf(Object.keys(expected).length);
			expect(cube.unit).toBe(unit);
			expect(tally(cube.cells(), cellKey, (cell) => cell.papers)).toEqual(expected);
		}
	);

	it('never merges team sizes, even over the limit', () => {
		const cube = new Cube(3);
		for (let teamSize = 1; teamSize <= 9; teamSize++)
			cube.add({ leafId: 0, period: null, precision: null, teamSize });
		expect(cube.cells()).toHaveLength(9);
	});

	it('lists cells in order, unknown values last', () => {
		const cube = new Cube();
		const key = { leafId: 1, period: start, precision: 'day', teamSize: 3 } as const;
		cube.add({ leafId: 1, period: null, precision: null, teamSize: 2 });
		cube.add({ ...key, teamSize: null });
		cube.add(key);
		cube.add({ ...key, leafId: 0 });
		cube.add({ ...key, teamSize: 20 });
		expect(cube.cells().map(({ leafId, period, teamSize }) => [leafId, period, teamSize])).toEqual([
			[0, start, 3],
			[1, start, 3],
			[1, start, 20],
			[1, start, null],
			[1, null, 2]
		]);
	});
});

describe('overviewOf', () => {
	const themeOfLeaf = [7, 7, 8, 9, 9, 9];
	const overview = overviewOf(cubeOf().cells(), themeOfLeaf, 'quarter');
	const theme = ({ leafId }: Fact) => themeOfLeaf[leafId] as number;
	const place = ({ period, precision }: Fact) => {
		if (period === null) return 'null undated';
		if (precision === 'year') return 'null coarse';
		return `${isoDate(periodStart(period, 'quarter'))} dated`;
	};
	const papers = (row: { papers: number }) => row.papers;

	it('sums to all papers in every table', () => {
		expect(overview.papers).toBe(facts.length);
		for (const rows of [
			overview.themes,
			overview.trend,
			overview.team,
			overview.teamByTheme,
			overview.teamOverTime
		])
			expect((rows as readonly { papers: number }[]).reduce((sum, row) => sum + row.papers, 0)).toBe(
				facts.length
			);
	});

	it('agrees with plain counts of the papers', () => {
		expect(tally(overview.themes, ({ themeId }) => `${themeId}`, papers)).toEqual(
			tally(facts, (fact) => `${theme(fact)}`)
		);
		expect(
			tally(overview.trend, ({ themeId, period, placement }) => `${themeId} ${period} ${placement}`, papers)
		).toEqual(tally(facts, (fact) => `${theme(fact)} ${place(fact)}`));
		expect(tally(overview.team, ({ teamSize }) => `${teamSize}`, papers)).toEqual(
			tally(facts, ({ teamSize }) => `${teamSize}`)
		);
		expect(tally(overview.teamByTheme, ({ themeId, teamSize }) => `${themeId} ${teamSize}`, papers)).toEqual(
			tally(facts, (fact) => `${theme(fact)} ${fact.teamSize}`)
		);
		expect(
			tally(
				overview.teamOverTime,
				({ period, placement, teamSize }) => `${period} ${placement} ${teamSize}`,
				papers
			)
		).toEqual(tally(facts, (fact) => `${place(fact)} ${fact.teamSize}`));
	});

	it('gives each key once, ascending, unknown team sizes last', () => {
		const sizes = overview.team.map(({ teamSize }) => teamSize);
		expect(sizes).toEqual([1, 2, 3, 4, 5, null]);
		expect(overview.themes.map(({ themeId }) => themeId)).toEqual([7, 8, 9]);
	});
});

describe('defaultUnit', () => {
	/** Cells of some papers in each of the given months. */
	const monthly = (months: readonly string[], papers: number): Cell[] =>
		months.map((month) => ({
			leafId: 0,
			period: parseIsoDate(`${month}-01`) as number,
			precision: 'month',
			teamSize: null,
			papers
		}));
	const year = Array.from({ length: 12 }, (_, i) => `2020-${String(i + 1).padStart(2, '0')}`);

	it('is the one at which trends are told: the finest with twenty papers a period', () => {
		expect(defaultUnit(monthly(year, 20), 'day', null)).toBe('month');
		expect(defaultUnit(monthly(year, 19), 'day', null)).toBe('quarter');
		expect(defaultUnit(monthly(year, 2), 'day', null)).toBe('year');
	});

	it('counts empty periods', () => {
		expect(defaultUnit(monthly(['2020-01', '2020-12'], 30), 'day', null)).not.toBe('month');
	});

	it('is never finer than the cube', () => {
		expect(defaultUnit(monthly(year, 500), 'quarter', null)).toBe('quarter');
		expect(defaultUnit(monthly(year, 500), 'year', null)).toBe('year');
	});

	it('is one that nearly all papers are dated to', () => {
		const byYear = (papers: number): Cell[] =>
			monthly(['2020-01', '2021-01'], papers).map((cell) => ({ ...cell, precision: 'year' }));
		expect(defaultUnit(byYear(5), 'day', null)).toBe('year');
		expect(defaultUnit([...monthly(year, 20), ...byYear(13)], 'day', null)).toBe('month');
		expect(defaultUnit([...monthly(year, 20), ...byYear(25)], 'day', null)).toBe('year');
	});

	it('is a quarter for a thin corpus of a few years, and a year for a long one', () => {
		expect(defaultUnit(monthly(['2019-01', '2021-05'], 1), 'day', null)).toBe('quarter');
		expect(
			defaultUnit(
				monthly(['1999-01', '2001-01', '2003-01', '2005-01', '2007-01', '2009-01', '2011-01'], 1),
				'day',
				null
			)
		).toBe('year');
	});
});
