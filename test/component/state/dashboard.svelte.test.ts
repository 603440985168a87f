import { flushSync } from 'svelte';
import { expect, it, onTestFinished } from 'vitest';

import { DashboardBench, settled } from '../../support/dashboard-bench.ts';

it('has a step of a brush run nothing that is made of what it leaves alone', async () => {
	const { dashboard, engine } = new DashboardBench();
	const runs = { dates: 0, selected: 0, settings: 0, papers: 0, trend: 0, themes: 0 };
	const follow = (name: keyof typeof runs, read: () => unknown) => {
		$effect(() => {
			read();
			runs[name]++;
		});
	};
	onTestFinished(
		$effect.root(() => {
			follow('dates', () => dashboard.filters.date);
			follow('selected', () => dashboard.selected);
			follow('settings', () => [dashboard.settings, dashboard.arrangement, dashboard.order]);
			follow('papers', () => dashboard.overview.papers);
			follow('trend', () => dashboard.overview.trend);
			follow('themes', () => dashboard.themes);
		})
	);
	flushSync();
	for (const [step, year] of [2021, 2022].entries()) {
		const date = { range: { from: `${year}-01-01`, to: null }, unknown: false };
		dashboard.setFilters({ date }, 'brush');
		flushSync();
		await settled();
		engine.asked.at(-1)!.answer(100 - year + 2000);
		await settled();
		flushSync();
		const steps = step + 1;
		expect(dashboard.overview.papers).toBe(100 - year + 2000);
		expect(runs).toEqual({
			dates: 1 + steps,
			selected: 1,
			settings: 1,
			papers: 1 + steps,
			trend: 1,
			themes: 1
		});
	}
	dashboard.setFilters({ themes: [3] });
	flushSync();
	expect([dashboard.selected, runs.selected]).toEqual([[3], 2]);
	dashboard.reset();
	flushSync();
	expect(runs).toMatchObject({ selected: 3, papers: 4, trend: 1, themes: 1 });
	expect(dashboard.overview.papers).toBe(engine.site.overview.papers);
});
