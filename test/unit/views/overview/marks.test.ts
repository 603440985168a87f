import { describe, expect, it } from 'vitest';

import type { OffAxisKind } from '../../../../src/lib/drawing/model.ts';
import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import {
	brushedDates,
	dateBrush,
	pressedPeriod,
	chosenBeside,
	pressedBeside
} from '../../../../src/lib/views/parts/filters/period-filter.ts';
import { brushedTeams, pressedCell, teamBrush } from '../../../../src/lib/views/parts/filters/team-filter.ts';

const quarter = { start: '2024-01-01', end: '2024-03-31', label: 'Q1 2024', partial: false, papers: 9 };

describe('marks of time', () => {
	it('filter by a period, and let it go when pressed again', () => {
		const pressed = { ...noFilters, ...pressedPeriod(noFilters, quarter) };
		expect(pressed.date).toEqual({ range: { from: '2024-01-01', to: '2024-03-31' }, unknown: false });
		expect(pressedPeriod(pressed, quarter).date).toBeNull();
	});

	it('brush dates, and show a range that is open at an end', () => {
		const days = { from: '2024-01-01', to: '2024-06-30' };
		expect(brushedDates(noFilters, days)).toEqual({ date: { range: days, unknown: false }, dated: [] });
		expect(brushedDates(noFilters, null)).toEqual({ date: null, dated: [] });
		const open = dateBrush({ range: { from: '2024-01-01', to: null }, unknown: false });
		expect(open).toEqual({ from: '2024-01-01', to: '9999-12-31' });
		expect(dateBrush({ range: null, unknown: true })).toBeNull();
	});
});

describe('marks of team sizes', () => {
	it('brush team sizes', () => {
		expect(brushedTeams(noFilters, { from: 4, to: null })).toEqual({
			team: { range: { from: 4, to: null }, unknown: false }
		});
		expect(teamBrush({ range: { from: null, to: 3 }, unknown: false })).toEqual({ from: 1, to: 3 });
		expect(teamBrush(null)).toBeNull();
	});

	it('filter by a cell of theme and size, and let it go when pressed again', () => {
		const bin = { from: 4, to: 5 };
		const pressed = { ...noFilters, ...pressedCell(noFilters, 7, bin) };
		expect(pressed).toMatchObject({ themes: [7], team: { range: bin, unknown: false } });
		expect(pressedCell(pressed, 7, bin)).toEqual({ themes: [], team: null });
		expect(pressedCell(pressed, 8, bin)).toMatchObject({ themes: [8] });
		const unknown = { ...noFilters, ...pressedCell(pressed, 7, { from: null, to: null }) };
		expect(unknown.team).toEqual({ range: null, unknown: true });
		expect(pressedCell(unknown, 7, { from: null, to: null })).toEqual({ themes: [], team: null });
	});
});

describe('bars beside an axis of periods', () => {
	const of = (...kinds: OffAxisKind[]) =>
		kinds.reduce((filters, kind) => ({ ...filters, ...pressedBeside(filters, kind) }), noFilters);

	it('filter by papers dated by year only, or undated, and let them go when pressed again', () => {
		expect(of('coarse')).toEqual({ ...noFilters, dated: ['year'] });
		expect(of('undated')).toEqual({ ...noFilters, date: { range: null, unknown: true } });
		expect(of('coarse', 'undated')).toEqual(of('undated'));
		expect(of('undated', 'coarse')).toEqual(of('coarse'));
		expect([of('coarse', 'coarse'), of('undated', 'undated')]).toEqual([noFilters, noFilters]);
		expect([noFilters, of('coarse'), of('undated')].map(chosenBeside)).toEqual([null, 'coarse', 'undated']);
	});
});
