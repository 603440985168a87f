import { expect, type Locator, type Page } from '@playwright/test';

import { formatNumber, formatPapers } from '../../src/lib/format/format.ts';

/** Follows a link to an address below the root of the site that a page shows. */
export async function followLink(page: Page, address: string): Promise<void> {
	const { href } = new URL(address, new URL('/', page.url()));
	await page.evaluate((to) => {
		const link = document.createElement('a');
		link.href = to;
		document.body.append(link);
		link.click();
		link.remove();
	}, href);
	await page.waitForURL(({ pathname }) => pathname === new URL(href).pathname);
}

/** Shows a page of the site: a page that shows the site already is led there, and any other loads it. */
export async function visit(page: Page, address = '.'): Promise<void> {
	if (page.url() === 'about:blank') await page.goto(address);
	else await followLink(page, address);
}

/** Shows a page of the site and waits until the query engine answers. */
export async function open(page: Page, address = '.'): Promise<void> {
	await visit(page, address);
	await expectAnswers(page);
}

/** Waits until the query engine has listed papers. */
export async function expectAnswers(page: Page): Promise<void> {
	await expect(papersTable(page).getByRole('row').nth(1)).toHaveAttribute('aria-label', /./);
}

export const themes = (page: Page) => page.getByRole('navigation', { name: /^Themes/ });
export const theme = (page: Page, label: string) =>
	themes(page).getByRole('button', { name: new RegExp(`^${escaped(label)}: `) });
/** Shows the fields of the filters. */
export const openFilters = (page: Page) => page.getByRole('button', { name: /^Filters/ }).click();
/** The drawing of a chart; a filter's fields may bear the same name, but no description. */
export const chart = (page: Page, name: string) =>
	page.getByRole('group', { name, exact: true }).and(page.locator('[aria-describedby]'));
export const chips = (page: Page) =>
	page.getByRole('list', { name: 'Filters in force' }).getByRole('listitem');
export const papersTable = (page: Page) => page.getByRole('table', { name: 'Papers', exact: true });

function escaped(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** Expects the page to say, at the filters and above the table, that so many papers are left. */
export async function expectPapers(page: Page, papers: number, all = 75): Promise<void> {
	const words = papers === all ? formatPapers(all) : `${formatNumber(papers)} of ${formatPapers(all)}`;
	await expect(page.getByRole('link', { name: words, exact: true }).first()).toBeVisible();
	await expect(page.getByRole('heading', { name: words, exact: true })).toBeVisible();
	await expect(papersTable(page)).toHaveAttribute('aria-rowcount', String(papers + 1));
}

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
	for (let presses = 0; presses < most; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the tab key never came to ${target}`);
}

/** How many datasets that somebody opened the browser keeps, and of how many what was added to them. */
export const keptIn = (page: Page) =>
	page.evaluate(async () => {
		const request = indexedDB.open('corpuscope');
		await new Promise((resolve) => (request.onsuccess = resolve));
		const database = request.result;
		const transaction = database.transaction(['corpora', 'belongings']);
		const keys = ['corpora', 'belongings'].map((name) => transaction.objectStore(name).getAllKeys());
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		database.close();
		return keys.map(({ result }) => result.length);
	});
