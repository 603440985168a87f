import { expect, type Locator, type Page } from '@playwright/test';

import { formatNumber, formatPapers } from '../../src/lib/format/format.ts';

/** Waits until the program of a page runs: before that, links take the filters along by loading another page. */
async function listens(page: Page): Promise<void> {
	await expect.poll(() => page.evaluate(() => globalThis.early?.listening.signal.aborted)).toBe(true);
}

/** Follows a link to an address below the root of the site that a page shows, until the page stands at it. */
export async function followLink(page: Page, address: string): Promise<void> {
	const { href } = new URL(address, new URL('/', page.url()));
	await listens(page);
	await page.evaluate((to) => {
		const link = document.createElement('a');
		link.href = to;
		document.body.append(link);
		link.click();
		link.remove();
	}, href);
	await page.waitForURL((url) => url.href === href);
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

/** Waits until the query engine has listed papers and owes no answer. */
export async function expectAnswers(page: Page): Promise<void> {
	await expect(papersTable(page).getByRole('row').nth(1)).toHaveAttribute('aria-label', /./);
	await expectSettled(page);
}

/** Waits until nothing on the page is said to be on its way: the start of the engine and first answers by words. */
export async function expectSettled(page: Page): Promise<void> {
	const waiting = /query engine|appear here|Reading the words/;
	await expect(page.getByText(waiting)).toHaveCount(0);
	await expect(page.locator('[aria-busy=true]')).toHaveCount(0);
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

/** Expects the page to say, at the filters and above the table, that so many papers are left, and to list them. */
export async function expectPapers(page: Page, papers: number, all = 75): Promise<void> {
	const words = papers === all ? formatPapers(all) : `${formatNumber(papers)} of ${formatPapers(all)}`;
	await expect(page.getByRole('link', { name: words, exact: true }).first()).toBeVisible();
	await expect(page.getByRole('heading', { name: words, exact: true })).toBeVisible();
	await expect(papersTable(page)).toHaveAttribute('aria-rowcount', String(papers + 1));
	await expectSettled(page);
}

/** Has the page do something at the moment at which it says some words: a test may look when they are gone. */
export async function atMoment<T>(page: Page, words: string, act: () => T): Promise<() => Promise<T>> {
	const watch = (said: string, then: () => T) => ({
		done: new Promise<T>((resolve) => {
			const observer = new MutationObserver(() => {
				if (!document.body.textContent.includes(said)) return;
				observer.disconnect();
				resolve(then());
			});
			observer.observe(document.body, { subtree: true, childList: true, characterData: true });
		})
	});
	const moment = await page.evaluateHandle<{ done: Promise<T> }>(
		`(${String(watch)})(${JSON.stringify(words)}, ${String(act)})`
	);
	return () => moment.evaluate(({ done }) => done);
}

/** Presses the button that gives up a build; for `atMoment`. */
export const pressCancel = () =>
	[...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Cancel')!.click();

/** Expects that nothing lies beyond the right edge; what is drawn for its width is drawn anew a frame after that changed. */
export async function expectFits(page: Page, width: number): Promise<void> {
	const reach = () => page.evaluate(() => document.documentElement.scrollWidth);
	await expect.poll(reach).toBeLessThanOrEqual(width);
}

/** Presses Tab until something has the focus. */
export async function tabTo(page: Page, target: Locator, most = 150): Promise<void> {
	for (let presses = 0; presses < most; presses++) {
		if (await target.evaluate((element) => element === document.activeElement)) return;
		await page.keyboard.press('Tab');
	}
	throw new Error(`the tab key never came to ${target}`);
}
