import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import { DashboardState } from '../../../src/lib/state/dashboard.svelte.ts';
import type { KeptStore } from '../../../src/lib/state/kept-store.ts';
import ReadPage from '../../../src/lib/views/pages/read/ReadPage.svelte';
import { violations } from '../../support/axe.ts';
import { MemoryKeptStore } from '../../support/memory-kept-store.ts';
import { sampleSite } from '../../support/site.ts';
import { memoryPapers, memoryReader } from '../../support/views/memory-reader.ts';
import ViewHost from '../../support/views/ViewHost.svelte';

function made(store: KeptStore | null = new MemoryKeptStore()): DashboardState {
	const site = sampleSite();
	const named = { organisation: 0, venue: 0, author: 9, keyword: 7, country: 0 };
	return new DashboardState({
		site: {
			...site,
			named,
			counts: { ...site.counts, papers: 30 },
			overview: { ...site.overview, papers: 30 }
		},
		boot: () => Promise.resolve(memoryReader(memoryPapers(30))),
		navigation: { push: () => {}, replace: () => {} },
		store
	});
}

function collected(store?: KeptStore): DashboardState {
	const dashboard = made(store);
	dashboard.readingList.add(...[3, 1, 2].map((paperId) => ({ paperId, title: `Entry ${paperId}` })));
	return dashboard;
}

const draw = (dashboard: DashboardState) => render(ViewHost, { dashboard, view: ReadPage });
const order = ({ readingList }: DashboardState) => readingList.entries.map(({ paperId }) => paperId);
const handle = (id: number) => page.getByRole('button', { name: `: “Entry ${id}”. Arrow keys` });

beforeEach(async () => {
	localStorage.clear();
	await page.viewport(1400, 900);
});
afterEach(() => {
	delete document.documentElement.dataset.theme;
});

describe('the reading plan', () => {
	it('is put on the list at one press, each paper once and with its reason', async () => {
		const dashboard = made();
		dashboard.readingList.add({ paperId: 29, title: 'There before' });
		await draw(dashboard);
		await userEvent.click(page.getByRole('button', { name: 'Add the other 9 to the reading list' }));
		expect(new Set(order(dashboard)).size).toBe(10);
		expect(dashboard.readingList.entries[1]).toEqual({
			paperId: 28,
			title: 'Paper number 00028 on reward models',
			why: 'Cited 28 times, 2nd of 30 papers of 2024; 2nd nearest of 30 to its theme’s centre'
		});
		await expect.element(page.getByText('All of them are on the reading list.')).toBeVisible();
		await userEvent.click(page.getByRole('radio', { name: '20 papers' }));
		await expect.element(page.getByRole('button', { name: 'Add the other 10 to' })).toBeVisible();
	});

	it('names authors by papers and citations, each a link that filters', async () => {
		const dashboard = made();
		await draw(dashboard);
		const first = page.getByRole('link', { name: 'author <b>one</b>' });
		await expect.element(first).toHaveTextContent(/4 papers\s+cited 30 times, 3 known/);
		await expect
			.element(page.getByRole('link', { name: 'author two' }))
			.toHaveTextContent('citations unknown');
		await userEvent.click(first);
		expect(dashboard.filters.authors).toEqual(['author <b>one</b>']);
		await expect.element(first).toHaveAttribute('aria-current', 'true');
		await expect.element(page.getByRole('radio', { name: 'Countries' })).not.toBeInTheDocument();
	});
});

describe('the reading list', () => {
	it('takes a paper off and puts it back where it was', async () => {
		const dashboard = collected();
		await draw(dashboard);
		await expect.element(page.getByText('Mar 2024 · team of 14')).toBeVisible();
		await userEvent.click(page.getByRole('button', { name: 'Take “Entry 1” off the list' }));
		expect(order(dashboard)).toEqual([3, 2]);
		await userEvent.click(page.getByRole('button', { name: 'Undo' }));
		expect(order(dashboard)).toEqual([3, 1, 2]);
		await userEvent.click(page.getByRole('button', { name: 'Take all off' }));
		expect(order(dashboard)).toEqual([]);
		await userEvent.click(page.getByRole('button', { name: 'Undo' }));
		expect(order(dashboard)).toEqual([3, 1, 2]);
	});

	it('keeps notes, ticks and stars', async () => {
		const store = new MemoryKeptStore();
		const dashboard = collected(store);
		await draw(dashboard);
		await userEvent.fill(page.getByRole('textbox', { name: 'Note on “Entry 1”' }), 'of use for chapter 2');
		await userEvent.click(page.getByRole('button', { name: 'Read “Entry 1”' }));
		await userEvent.click(page.getByRole('button', { name: 'Star “Entry 2”' }));
		const again = made(store);
		expect(again.readingList.entries).toEqual([]);
		await again.belongings.reload();
		expect(again.readingList.entries).toEqual([
			{ paperId: 3, title: 'Entry 3' },
			{ paperId: 1, title: 'Entry 1', note: 'of use for chapter 2', read: true },
			{ paperId: 2, title: 'Entry 2', starred: true }
		]);
		await expect.element(page.getByText('3 papers, 1 read;')).toBeVisible();
	});

	it('is put in order by keys and buttons, and the focus goes along', async () => {
		const dashboard = collected();
		await draw(dashboard);
		(handle(2).element() as HTMLElement).focus();
		await userEvent.keyboard('{ArrowUp}');
		expect(order(dashboard)).toEqual([3, 2, 1]);
		await expect.element(handle(2)).toHaveFocus();
		await userEvent.keyboard('{ArrowUp}{ArrowUp}{ArrowDown}');
		expect(order(dashboard)).toEqual([3, 2, 1]);
		await expect.element(page.getByText('“Entry 2” is now 2nd of 3.')).toBeInTheDocument();
		await userEvent.click(page.getByRole('button', { name: 'Move “Entry 2” up' }));
		expect(order(dashboard)).toEqual([2, 3, 1]);
		await expect.element(handle(2)).toHaveFocus();
	});

	it('is put in order by dragging', async () => {
		const dashboard = collected();
		await draw(dashboard);
		await expect.element(page.getByText('Mar 2024 · team of 14')).toBeVisible();
		await userEvent.dragAndDrop(handle(3), handle(2));
		await expect.poll(() => order(dashboard)).toEqual([1, 2, 3]);
		await userEvent.dragAndDrop(handle(3), handle(1));
		await expect.poll(() => order(dashboard)).toEqual([3, 1, 2]);
	});

	it('says so when nothing is to be kept, and when it is forgotten, and says nothing else then', async () => {
		const dashboard = made(null);
		await draw(dashboard);
		await expect.element(page.getByText('What you collect is held by this page')).toBeVisible();
		const told = page.getByText('these papers themselves are not kept in this browser');
		await expect.element(told).not.toBeInTheDocument();
		dashboard.readingList.add({ paperId: 1, title: 'Entry 1' });
		await expect.element(told).toBeVisible();
		dashboard.belongings.keep(new MemoryKeptStore());
		await expect.element(page.getByText('1 paper; kept in this browser')).toBeVisible();
		await expect.element(told).not.toBeInTheDocument();
		await dashboard.belongings.forget();
		await expect.element(told).toBeVisible();
	});

	it('says so when the browser refuses to keep it', async () => {
		const store = new MemoryKeptStore();
		store.refusal = new Error('full');
		const dashboard = collected(store);
		await draw(dashboard);
		await expect.element(page.getByText('the browser’s store is full or may not be used')).toBeVisible();
	});
});

describe.each(['light', 'dark'])('%s', (scheme) => {
	it.each([1400, 768, 390])('everything fits %i px and passes axe', async (width) => {
		document.documentElement.dataset.theme = scheme;
		await page.viewport(width, 900);
		const dashboard = collected();
		dashboard.readingList.mark(1, { read: true, starred: true, note: 'a note\nof two lines' });
		const { container } = await draw(dashboard);
		await expect.element(page.getByRole('heading', { name: 'Start here' })).toBeVisible();
		await userEvent.click(page.getByRole('button', { name: 'Take “Entry 2” off the list' }));
		expect(await violations(container)).toEqual([]);
		await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
		await userEvent.click(page.getByRole('button', { name: 'Export…' }));
		await expect.element(page.getByRole('button', { name: 'Export 2 papers' })).toBeVisible();
		expect(await violations(container)).toEqual([]);
	});
});
