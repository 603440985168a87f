import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import type { PaperListRow } from '../../../src/lib/queries/papers/paper-types.ts';
import { DashboardState } from '../../../src/lib/state/dashboard.svelte.ts';
import type { KeptStore } from '../../../src/lib/state/kept-store.ts';
import PapersPanel from '../../../src/lib/views/parts/papers/PapersPanel.svelte';
import { violations } from '../../support/axe.ts';
import { MemoryKeptStore } from '../../support/memory-kept-store.ts';
import { sampleSite } from '../../support/site.ts';
import { hostileTitle, memoryPapers, memoryReader } from '../../support/views/memory-reader.ts';
import ViewHost from '../../support/views/ViewHost.svelte';

function dashboardOf(
	papers: readonly PaperListRow[],
	boot = () => Promise.resolve(memoryReader(papers)),
	store: KeptStore | null = new MemoryKeptStore()
) {
	const site = sampleSite();
	return new DashboardState({
		site: {
			...site,
			counts: { ...site.counts, papers: papers.length },
			overview: { ...site.overview, papers: papers.length }
		},
		boot,
		navigation: { push: () => {}, replace: () => {} },
		store
	});
}

const draw = (dashboard: DashboardState) => render(ViewHost, { dashboard, view: PapersPanel });
const row = (name: string | RegExp) => page.getByRole('row', { name });

beforeEach(async () => {
	localStorage.clear();
	await page.viewport(1200, 900);
});
afterEach(() => {
	delete document.documentElement.dataset.theme;
});

describe('the table of papers', () => {
	it('holds 10,000 papers and fetches those that come into view', async () => {
		const { container } = await draw(dashboardOf(memoryPapers(10_000)));
		await expect.element(page.getByRole('heading', { name: '10,000 papers' })).toBeVisible();
		await expect.element(row('Paper number 00005 on reward models')).toBeVisible();
		const table = container.querySelector('[role="table"]') as HTMLElement;
		expect(table.getAttribute('aria-rowcount')).toBe('10001');
		(table.parentElement as HTMLElement).scrollTop = 1e9;
		await expect.element(row('Paper number 09999 on reward models')).toBeVisible();
		expect(container.querySelectorAll('[role="row"]').length).toBeLessThan(60);
	});

	it('takes titles for text', async () => {
		await draw(dashboardOf(memoryPapers(20)));
		await expect.element(row(hostileTitle)).toBeVisible();
		expect('hacked' in globalThis).toBe(false);
	});

	it('sorts by a heading, and the order is asked for in the address', async () => {
		const dashboard = dashboardOf(memoryPapers(300));
		await draw(dashboard);
		await expect.element(row('Paper number 00001 on reward models')).toBeVisible();
		await userEvent.click(page.getByRole('button', { name: 'Similarity' }));
		await expect
			.element(page.getByRole('columnheader', { name: 'Similarity' }))
			.toHaveAttribute('aria-sort', 'descending');
		expect(dashboard.search).toContain('sort=-similarity');
		await expect.element(page.getByRole('row').nth(1)).toHaveTextContent('0.99');
	});

	it('shows keywords when they are chosen, of the papers in view alone, and keeps that in the address', async () => {
		const papers = memoryPapers(10_000);
		const reader = memoryReader(papers);
		const asked: number[] = [];
		const names: typeof reader.names = (dimension, ids, signal) => {
			asked.push(...ids);
			return reader.names(dimension, ids, signal);
		};
		reader.arranged = () => ({ ...reader, names });
		const dashboard = dashboardOf(papers, () => Promise.resolve(reader));
		await draw(dashboard);
		await expect.element(row('Paper number 00001 on reward models')).toBeVisible();
		const button = page.getByRole('button', { name: 'Columns' });
		(button.element() as HTMLElement).focus();
		await userEvent.keyboard('{Enter}{Tab}{Tab}');
		await expect.element(page.getByRole('checkbox', { name: 'Keywords' })).toHaveFocus();
		expect(page.getByRole('checkbox', { name: 'Countries' }).elements()).toEqual([]);
		expect(asked).toEqual([]);
		await userEvent.keyboard(' ');
		await expect.element(page.getByRole('columnheader', { name: 'Keywords' })).toBeVisible();
		await expect.element(row('Paper number 00001 on reward models')).toHaveTextContent('keyword of 1; a < b');
		await expect.element(row('Paper number 00004 on reward models')).toHaveTextContent('–');
		expect(dashboard.search).toContain('columns=title,theme,keywords,');
		expect(asked.length).toBeLessThan(40);
		await userEvent.keyboard('{Escape}');
		await expect.element(button).toHaveFocus();
		await expect.element(page.getByRole('checkbox', { name: 'Keywords' })).not.toBeInTheDocument();
		await page.viewport(390, 900);
		await expect
			.element(row('Paper number 00005 on reward models'))
			.toHaveTextContent('Keywords: keyword of 5');
	});

	it('takes columns away by a press on their names, and gives back the usual ones', async () => {
		const dashboard = dashboardOf(memoryPapers(30));
		await draw(dashboard);
		await userEvent.click(page.getByRole('button', { name: 'Columns' }));
		await userEvent.click(page.getByRole('group', { name: 'Beside the title' }).getByText('Theme'));
		await expect.element(page.getByRole('columnheader', { name: 'Theme' })).not.toBeInTheDocument();
		expect(dashboard.settings.columns).not.toContain('theme');
		await userEvent.click(page.getByRole('button', { name: 'The usual columns' }));
		await expect.element(page.getByRole('columnheader', { name: 'Theme' })).toBeVisible();
		expect(dashboard.settings.columns).toBeNull();
	});

	it('says which filters leave nothing and takes one away', async () => {
		const dashboard = dashboardOf(memoryPapers(300).map((paper) => ({ ...paper, themeId: 1 })));
		await draw(dashboard);
		dashboard.setFilters({ themes: [2], team: { range: { from: 2, to: 3 }, unknown: false } });
		await userEvent.click(page.getByRole('button', { name: 'Without theme 2' }));
		expect(dashboard.filters.themes).toEqual([]);
		await expect.element(page.getByRole('heading', { name: '300 papers' })).toBeVisible();
	});

	it('says why papers are missing and tries again', async () => {
		let broken = true;
		const papers = memoryPapers(30);
		const boot = () =>
			broken
				? Promise.reject(new Error('WebAssembly is switched off'))
				: Promise.resolve(memoryReader(papers));
		await draw(dashboardOf(papers, boot));
		await expect.element(page.getByRole('alert')).toHaveTextContent('WebAssembly is switched off');
		broken = false;
		await userEvent.click(page.getByRole('button', { name: 'Try again' }));
		await expect.element(row('Paper number 00001 on reward models')).toBeVisible();
		await expect.element(page.getByRole('alert')).not.toBeInTheDocument();
	});

	it('collects a paper from its row', async () => {
		const dashboard = dashboardOf(memoryPapers(30));
		await draw(dashboard);
		const add = row('Paper number 00004 on reward models').getByRole('button', {
			name: 'Add to the reading list'
		});
		await userEvent.click(add);
		expect(dashboard.readingList.entries).toEqual([
			{ paperId: 4, title: 'Paper number 00004 on reward models' }
		]);
		expect(dashboard.settings.paper).toBeNull();
	});

	it('collects all that the filters leave, in the order of the list, and none twice', async () => {
		const dashboard = dashboardOf(memoryPapers(30));
		dashboard.readingList.add({ paperId: 12, title: 'Twelve' });
		dashboard.setFilters({ themes: [0] });
		await draw(dashboard);
		await userEvent.click(page.getByRole('button', { name: 'Add these 3 to the list' }));
		await expect.poll(() => dashboard.readingList.entries.map(({ paperId }) => paperId)).toEqual([12, 0, 24]);
	});

	it('gives its place to what is worth reading, with the reason for each', async () => {
		const dashboard = dashboardOf(memoryPapers(30));
		await draw(dashboard);
		await userEvent.click(page.getByRole('radio', { name: 'Classics' }));
		expect(dashboard.search).toContain('list=classics');
		await expect.element(page.getByText('Cited 29 times, 1st of 30 papers of 2024')).toBeVisible();
		await userEvent.click(page.getByRole('button', { name: 'Add these 10 to the list' }));
		expect(dashboard.readingList.entries[0]).toEqual({
			paperId: 29,
			title: 'Paper number 00029 on reward models',
			why: 'Cited 29 times, 1st of 30 papers of 2024'
		});
		await userEvent.click(page.getByRole('radio', { name: 'All' }));
		await expect.element(row('Paper number 00001 on reward models')).toBeVisible();
	});
});

describe('the panel of a paper', () => {
	it('opens from the keyboard, marks the words searched for, and gives the focus back', async () => {
		const dashboard = dashboardOf(memoryPapers(30));
		await draw(dashboard);
		await expect.element(row('Paper number 00001 on reward models')).toBeVisible();
		dashboard.setFilters({ query: 'rewarding' });
		(document.querySelector('[data-row="0"]') as HTMLElement).focus();
		await userEvent.keyboard('{ArrowDown}{Enter}');
		const panel = page.getByRole('dialog');
		await expect
			.element(panel.getByRole('heading', { name: 'Paper number 00001 on reward models' }))
			.toBeVisible();
		const marks = [...(panel.element().querySelectorAll('mark') ?? [])].map(({ textContent }) => textContent);
		expect(marks).toEqual(['reward', 'reward', 'rewards']);
		await expect.element(panel.getByText('We train <i>reward models</i>')).toBeVisible();
		await userEvent.keyboard('{Escape}');
		expect(dashboard.settings.paper).toBeNull();
		await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('1');
	});

	it('leads to the next paper of the table and to near ones', async () => {
		const dashboard = dashboardOf(memoryPapers(30));
		await draw(dashboard);
		await userEvent.click(row('Paper number 00001 on reward models'));
		const panel = page.getByRole('dialog');
		await userEvent.click(panel.getByRole('button', { name: 'Next' }));
		expect(dashboard.settings.paper).toBe(2);
		await expect.element(panel.getByText('3 of 30')).toBeVisible();
		await userEvent.keyboard('{Escape}');
		await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('2');
		await userEvent.keyboard('{Enter}');
		await userEvent.click(panel.getByRole('button', { name: 'Paper number 00005 on reward models' }));
		expect(dashboard.settings.paper).toBe(5);
	});

	it('opens what the address asks for', async () => {
		const dashboard = dashboardOf(memoryPapers(30));
		dashboard.follow('?paper=7');
		await draw(dashboard);
		await expect
			.element(page.getByRole('dialog').getByRole('heading', { level: 2 }))
			.toHaveTextContent('Paper number 00007');
	});

	it('leads out by safe links only', async () => {
		const dashboard = dashboardOf(memoryPapers(30));
		dashboard.follow('?paper=7');
		await draw(dashboard);
		const link = page.getByRole('link', { name: 'Open the paper' });
		await expect.element(link).toHaveAttribute('href', 'https://example.org/paper');
		await expect.element(link).toHaveAttribute('rel', 'noopener external');
	});
});

describe.each(['light', 'dark'])('%s', (scheme) => {
	it.each([1200, 390])('everything fits %i px and passes axe', async (width) => {
		document.documentElement.dataset.theme = scheme;
		await page.viewport(width, 900);
		const dashboard = dashboardOf(memoryPapers(300));
		const { container } = await draw(dashboard);
		await expect.element(row('Paper number 00001 on reward models')).toBeVisible();
		expect(await violations(container)).toEqual([]);
		await userEvent.click(page.getByRole('button', { name: 'Columns' }));
		await userEvent.click(page.getByRole('checkbox', { name: 'Keywords' }));
		await expect.element(row('Paper number 00001 on reward models')).toHaveTextContent('keyword of 1');
		expect(await violations(container)).toEqual([]);
		await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
		await userEvent.keyboard('{Escape}');
		dashboard.openPaper(1);
		await expect.element(page.getByText('Nearest papers')).toBeVisible();
		expect(await violations(container)).toEqual([]);
		await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
		dashboard.openPaper(null);
		await userEvent.click(page.getByRole('button', { name: 'Export…' }));
		await expect.element(page.getByRole('button', { name: 'Export 300 papers' })).toBeVisible();
		expect(await violations(container)).toEqual([]);
	});
});
