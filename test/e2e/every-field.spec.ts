import type { Page } from '@playwright/test';

import { generatePapers } from '../support/generate-papers.ts';
import { savedInArrow } from '../support/saved-dataset.ts';
import { schemes, violations } from './axe.ts';
import {
	chart,
	expectAnswers,
	expectPapers,
	expectSettled,
	open,
	openFilters,
	papersTable,
	visit
} from './dashboard.ts';
import { expect, visits as test } from './fixtures.ts';

// Papers that state all that papers can state: citations, upvotes, organisations, countries, keywords, and none of it.
const papers = generatePapers(600, 12);
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).first();
const heading = (page: Page, name: string | RegExp) =>
	expect(page.getByRole('heading', { name })).toBeVisible();

/** A view: its address, what shows that it is answered, and what is opened in it. */
interface View {
	path: string;
	query?: string;
	ready(page: Page): Promise<void>;
	act?(page: Page): Promise<void>;
}

const views: Readonly<Record<string, View>> = {
	overview: {
		path: '.',
		ready: expectAnswers,
		act: async (page) => {
			await openFilters(page);
			await button(page, 'All in one chart').click();
			await expect(chart(page, 'Themes over time')).toBeVisible();
			await button(page, 'Columns').click();
			for (const sure of await page.getByRole('button', { name: 'How sure is that?' }).all())
				await sure.click();
		}
	},
	'the overview of a selection': {
		path: '.',
		query: '&date=2021..2023&team=2..9&organisation=Lab%20One&q=model%20OR%20-seagrass',
		ready: (page) => expect(papersTable(page)).toBeVisible()
	},
	reading: {
		path: 'read/',
		ready: (page) => expect(button(page, /^Add all 10/)).toBeVisible(),
		act: async (page) => {
			await button(page, /^Add all 10/).click();
			await expect(page.getByRole('region', { name: 'Reading list' }).getByRole('listitem')).toHaveCount(10);
		}
	},
	trends: { path: 'trends/', ready: (page) => heading(page, 'Bursts') },
	words: {
		path: 'words/',
		query: '&terms=record,model',
		ready: (page) => expect(page.getByRole('table', { name: /Papers that hold the words/ })).toBeVisible()
	},
	'words that rise': { path: 'words/', ready: expectSettled },
	comparison: {
		path: 'compare/',
		ready: (page) => expect(page.getByRole('table', { name: 'More in A' })).toBeVisible()
	},
	map: {
		path: 'map/',
		query: '&colour=organisation&size=citations',
		ready: (page) => heading(page, /papers? in view$/),
		act: async (page) => {
			await page.getByRole('application', { name: 'Map of papers' }).focus();
			for (let step = 0; step < 3; step++) await page.keyboard.press('+');
			await button(page, 'Ask about what is in view').click();
			await heading(page, 'Typical papers');
		}
	},
	'list of themes': { path: 'theme/', ready: (page) => heading(page, 'Themes') },
	theme: {
		path: 'theme/',
		ready: (page) => heading(page, 'Themes'),
		act: async (page) => {
			await page.getByRole('main').getByRole('listitem').first().getByRole('link').click();
			await heading(page, 'Most typical papers');
			await expect(button(page, /^Add (?:all|the other)/)).toBeVisible();
		}
	},
	opening: { path: 'open/', ready: (page) => expect(button(page, 'Choose files…')).toBeVisible() },
	about: { path: 'about/', ready: (page) => heading(page, 'The dataset') }
};

/** What is opened over a view. */
const dialogs: Readonly<Record<string, (page: Page) => Promise<void>>> = {
	'a paper': async (page) => {
		await papersTable(page).getByRole('row').nth(1).click();
		await expect(
			page.getByRole('dialog').getByRole('heading', { name: 'Nearest papers', exact: true })
		).toBeVisible();
	},
	'the export': (page) => button(page, 'Export…').click(),
	'merging and renaming': (page) => button(page, 'Merge, rename').click(),
	'saving as a page': (page) => button(page, 'Save as a page…').click()
};

async function passes(page: Page, name: string): Promise<void> {
	await expectSettled(page);
	for (const scheme of schemes) expect.soft(await violations(page, scheme), `${name}, ${scheme}`).toEqual([]);
}

test('every view of papers that state everything passes axe, in light and dark', async ({ page }) => {
	await open(page);
	await visit(page, 'open/');
	await page.getByLabel('Keep what I open in this browser').uncheck();
	await page.getByLabel('Files of papers').setInputFiles({
		name: 'all.corpuscope.zip',
		mimeType: 'application/zip',
		buffer: Buffer.from(await savedInArrow(papers, 12))
	});
	await page.waitForURL(/\/\?d=/);
	await expectPapers(page, papers.length, papers.length);
	const { search } = new URL(page.url());
	await page.setViewportSize({ width: 1440, height: 900 });
	for (const [name, { path, query = '', ready, act }] of Object.entries(views)) {
		await test.step(name, async () => {
			await visit(page, `${path}${search}${query}`);
			await ready(page);
			await act?.(page);
			await passes(page, name);
		});
	}
	await visit(page, search);
	await expectAnswers(page);
	for (const [name, show] of Object.entries(dialogs)) {
		await test.step(name, async () => {
			await show(page);
			await expect(page.getByRole('dialog')).toBeVisible();
			await passes(page, name);
			await page.keyboard.press('Escape');
			await expect(page.getByRole('dialog')).toBeHidden();
		});
	}
	await test.step('the sheet of filters on a phone', async () => {
		await page.setViewportSize({ width: 390, height: 844 });
		await openFilters(page);
		await expect(page.getByRole('dialog', { name: 'Filters' })).toBeVisible();
		await passes(page, 'filters');
		await page.keyboard.press('Escape');
	});
});
