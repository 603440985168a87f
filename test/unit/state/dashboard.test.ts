import { beforeEach, describe, expect, it } from 'vitest';

import { DashboardBench, settled, type FakeEngine } from '../../support/dashboard-bench.ts';

let bench: DashboardBench;
let dashboard: DashboardBench['dashboard'];
let engine: FakeEngine;
let entries: string[];
beforeEach(() => {
	bench = new DashboardBench();
	({ dashboard, engine, entries } = bench);
});

describe('the dashboard', () => {
	it('shows the whole corpus without starting the engine', async () => {
		await settled();
		expect(dashboard.overview).toEqual(engine.site.overview);
		expect(dashboard.filtered).toBe(false);
		expect(engine.boots).toBe(0);
	});

	it('writes each change of mind into the history and asks the engine', async () => {
		dashboard.toggleTheme(3, false);
		dashboard.toggleTheme(5, true);
		await settled();
		expect(entries).toEqual([
			'',
			'?theme=3&d=0123456789abcdef&file=invented.jsonl',
			'?theme=3,5&d=0123456789abcdef&file=invented.jsonl'
		]);
		expect(dashboard.pending).toBe(true);
		expect(dashboard.overview).toEqual(engine.site.overview);
		expect(dashboard.answered.themes).toEqual([]);
		expect(engine.asked.at(-1)?.filters.themes).toEqual([3, 5]);
		engine.asked.at(-1)?.answer(32);
		await settled();
		expect(dashboard.answered.themes).toEqual([3, 5]);
		expect(dashboard.overview.papers).toBe(32);
		expect(dashboard.pending).toBe(false);
	});

	it('drops the answer to an earlier question', async () => {
		dashboard.setFilters({ query: 'one' });
		await settled();
		dashboard.setFilters({ query: 'two' });
		await settled();
		expect(engine.asked[0]?.signal.aborted).toBe(true);
		engine.asked[1]?.answer(2);
		await settled();
		engine.asked[0]?.answer(1);
		await settled();
		expect(dashboard.overview.papers).toBe(2);
	});

	it('makes one entry of a word being typed, and another after it has settled', () => {
		for (const query of ['c', 'ch', 'cha']) dashboard.setFilters({ query }, 'search');
		bench.pause();
		dashboard.setFilters({ query: 'chain' }, 'search');
		dashboard.settle();
		dashboard.setFilters({ query: 'chains' }, 'search');
		bench.pause();
		expect(entries.map((entry) => new URLSearchParams(entry).get('q'))).toEqual([null, 'chain', 'chains']);
	});

	it('follows the address without writing to it', async () => {
		dashboard.setFilters({ query: 'one' });
		const written = [...entries];
		dashboard.follow('?team=2..10,unknown&unit=year&paper=7');
		expect(entries).toEqual(written);
		expect(dashboard.filters).toMatchObject({
			query: '',
			team: { range: { from: 2, to: 10 }, unknown: true }
		});
		expect(dashboard.settings).toMatchObject({ unit: 'year', paper: 7 });
		expect(dashboard.unit).toBe('year');
		await settled();
		expect(engine.asked.at(-1)).toMatchObject({ unit: 'year', filters: { query: '' } });
		dashboard.follow('');
		expect(dashboard.overview).toEqual(engine.site.overview);
		expect(engine.asked.at(-1)?.signal.aborted).toBe(true);
	});

	it('puts the best match first while searching, unless another order was chosen', () => {
		expect(dashboard.order).toEqual({ column: 'published', descending: true });
		dashboard.setFilters({ query: 'reward' });
		expect(dashboard.order).toEqual({ column: 'relevance', descending: true });
		dashboard.setSettings({ order: { column: 'published', descending: true } });
		expect(dashboard.order.column).toBe('published');
		expect(entries.at(-1)).toContain('sort=-published');
	});

	it('asks nothing when only the way of looking changes', async () => {
		dashboard.setSettings({
			measure: 'count',
			form: 'stacked',
			order: { column: 'title', descending: false }
		});
		dashboard.openPaper(3);
		await settled();
		expect(engine.asked).toEqual([]);
		expect(entries.at(-1)).toContain('measure=count&form=stacked&sort=title&paper=3');
		dashboard.openPaper(3);
		expect(entries).toHaveLength(3);
	});

	it('asks for other periods even when nothing is filtered', async () => {
		dashboard.setSettings({ unit: 'month' });
		await settled();
		expect(engine.asked.at(-1)?.unit).toBe('month');
		dashboard.setSettings({ unit: 'quarter' });
		expect(dashboard.pending).toBe(false);
		expect(dashboard.overview).toEqual(engine.site.overview);
	});

	it('selects a theme alone, adds with shift, and clears on the second press', () => {
		const themes = () => dashboard.filters.themes;
		dashboard.toggleTheme(1, false);
		dashboard.toggleTheme(2, false);
		expect(themes()).toEqual([2]);
		dashboard.toggleTheme(4, true);
		dashboard.toggleTheme(2, true);
		expect(themes()).toEqual([4]);
		dashboard.toggleTheme(4, false);
		expect(themes()).toEqual([]);
	});

	it('gives every node of the theme tree a colour, whatever is selected or joined', () => {
		const before = new Map(dashboard.slots);
		expect(before.size).toBe(dashboard.site.tree.length);
		dashboard.toggleTheme(10, false);
		dashboard.arrange({ cut: 5 });
		expect(new Map(dashboard.slots)).toEqual(before);
		dashboard.follow('?theme=11');
		expect(new Map(dashboard.slots)).toEqual(before);
	});

	it('draws nothing else for a link to a dataset that it is not', () => {
		dashboard.follow('?theme=1&d=ffff&file=other.csv');
		expect(dashboard.foreign).toEqual({ fingerprint: 'ffff', file: 'other.csv' });
		expect(dashboard.filtered).toBe(false);
		dashboard.dismissForeign();
		expect(dashboard.foreign).toBeNull();
		expect(entries).toEqual(['', '']);
	});

	it('names what it did not understand until that is dismissed or something changes', () => {
		dashboard.follow('?theme=77&q=x');
		expect(dashboard.problems).toEqual(['theme=77']);
		dashboard.dismissProblems();
		expect(dashboard.problems).toEqual([]);
		expect(entries).toEqual(['?q=x&d=0123456789abcdef&file=invented.jsonl']);
		dashboard.follow('?theme=77');
		dashboard.setFilters({ query: 'y' });
		expect(dashboard.problems).toEqual([]);
	});

	it('leaves aside a setting that the page does not know, and names it after the others', () => {
		dashboard.follow('?theme=77&embed=nothing&q=x');
		expect(dashboard.settings.embed).toBe('nothing');
		dashboard.dropSetting('embed');
		expect(dashboard.problems).toEqual(['theme=77', 'embed=nothing']);
		expect(dashboard.settings.embed).toBeNull();
		expect(dashboard.filters.query).toBe('x');
		dashboard.follow('?embed=NOT+AN+ID');
		expect(dashboard.problems).toEqual(['embed=NOT AN ID']);
	});

	it('says why a question failed, and asks again', async () => {
		dashboard.setFilters({ query: 'x' });
		await settled();
		engine.asked[0]?.fail();
		await settled();
		expect(dashboard.failure?.message).toBe('binder error');
		dashboard.retry();
		await settled();
		expect(dashboard.failure).toBeNull();
		engine.asked[1]?.answer(5);
		await settled();
		expect(dashboard.overview.papers).toBe(5);
	});

	it('answers late what was asked while the engine would not start', async () => {
		engine.broken = true;
		dashboard.setFilters({ query: 'x' });
		await settled();
		expect(dashboard.engine.status).toEqual({ kind: 'failed', reason: 'no WebAssembly here' });
		expect(dashboard.overview).toEqual(engine.site.overview);
		engine.broken = false;
		dashboard.retry();
		await settled();
		engine.asked.at(-1)?.answer(9);
		await settled();
		expect(dashboard.overview.papers).toBe(9);
	});

	it('lets all papers pass again, of all dates, and leaves the other settings', () => {
		dashboard.setSettings({ colour: 'date', time: { until: '2024-03-31', periods: 3 } });
		dashboard.setFilters({ themes: [1, 10], query: 'x', team: { range: null, unknown: true } });
		dashboard.reset();
		expect(dashboard.filtered).toBe(false);
		expect(entries.at(-1)).toMatch(/^\?colour=date&d=/);
	});

	it('makes one entry of the steps through time until they end', () => {
		for (const until of ['2024-01-31', '2024-02-29', '2024-03-31']) {
			dashboard.setSettings({ time: { until, periods: 1 } }, 'time');
		}
		dashboard.settle();
		expect(entries).toHaveLength(2);
		expect(entries[1]).toContain('time=2024-03-31,1');
	});
});
