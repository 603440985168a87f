import { beforeEach, describe, expect, it } from 'vitest';

import { DashboardBench, settled } from '../../support/dashboard-bench.ts';

let { dashboard, engine, entries } = new DashboardBench();
beforeEach(() => {
	({ dashboard, engine, entries } = new DashboardBench());
});

describe('themes arranged by hand', () => {
	it('asks for another cut at once, as one history entry for a whole drag, and keeps the selection', async () => {
		dashboard.toggleTheme(11, false);
		for (const cut of [11, 6, 2]) dashboard.arrange({ cut }, 'drag');
		expect(dashboard.filters.themes).toEqual([11]);
		expect(dashboard.moved).toBeNull();
		dashboard.arrange({ cut: 1 }, 'drag');
		expect(dashboard.filters.themes).toEqual([]);
		expect(dashboard.moved).toEqual({ before: 9, after: 0 });
		dashboard.arrange({ cut: 12 }, 'drag');
		expect(dashboard.filters.themes).toEqual([11]);
		dashboard.settle();
		expect(dashboard.search).not.toContain('themes=');
		expect(entries).toHaveLength(2);
	});

	it('shows the themes that are counted, by the names that are asked for', async () => {
		dashboard.arrange({ cut: 3 });
		expect(dashboard.themes).toHaveLength(12);
		await settled();
		engine.asked[0]?.answer(174);
		await settled();
		expect(dashboard.themes.map(({ themeId }) => themeId)).toEqual([20, 10, 11]);
		dashboard.arrange({ names: new Map([[20, 'Nearly all']]) });
		expect(dashboard.themes[0]?.label).toBe('Nearly all');
		expect(dashboard.labelOf(20)).toBe('Nearly all');
		expect(dashboard.labelOf(4)).toBe('theme 4');
		await settled();
		expect(engine.asked).toHaveLength(1);
	});

	it('is taken back step by step, with the selection unless that has changed since', () => {
		dashboard.toggleTheme(1, false);
		dashboard.arrange({ merges: [[1, 2]] });
		dashboard.arrange({ cut: 1 });
		expect(dashboard.filters.themes).toEqual([]);
		dashboard.undoArrange();
		expect(dashboard.filters.themes).toEqual([1]);
		dashboard.setFilters({ themes: [5] });
		dashboard.undoArrange();
		expect(dashboard.arrangement.merges).toEqual([]);
		expect(dashboard.filters.themes).toEqual([5]);
		expect(dashboard.canUndo).toBe(false);
	});

	it('carries the sides of a comparison along', () => {
		const { a, b } = dashboard.settings.sides;
		dashboard.setSettings({ sides: { a: { ...a, themes: [0, 1] }, b } });
		dashboard.arrange({ merges: [[0, 1]] });
		expect(dashboard.settings.sides).toEqual({ a: { ...a, themes: [0] }, b });
	});

	it('goes back with the browser, and forgets what that has left', () => {
		dashboard.arrange({ merges: [[1, 2]] });
		dashboard.arrange({ merges: [[1, 2, 3]] });
		dashboard.follow(entries[1] as string);
		expect(dashboard.arrangement.merges).toEqual([[1, 2]]);
		dashboard.undoArrange();
		expect(dashboard.arrangement.merges).toEqual([]);
		dashboard.follow('');
		expect(dashboard.canUndo).toBe(false);
	});
});
