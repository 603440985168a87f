import { chromium as browsers, type BrowserContext, type Page } from '@playwright/test';

import { chromium } from '../support/chromium.ts';
import { deferred } from '../support/deferred.ts';
import { generatePapers } from '../support/generate-papers.ts';
import { savedInArrow } from '../support/saved-dataset.ts';
import { expectPapers, themes } from './dashboard.ts';
import { expect, test, watch } from './fixtures.ts';
import { keptIn } from './kept.ts';

const papers = generatePapers(90, 31);
let saved: Buffer;
test.beforeAll(async () => void (saved = Buffer.from(await savedInArrow(papers))));

const named = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/zip', buffer });
const word = (page: Page) => page.getByRole('banner').getByRole('status');
const keptWord = /^Kept in this browser, [\d.]+ kB$/;
const inHeader = (page: Page, name: string) => page.getByRole('banner').getByRole('button', { name });
const list = (page: Page, papers: number) => page.getByRole('link', { name: `Read ${papers}`, exact: true });

/** Opens a dataset, given as one file. */
async function openSaved(page: Page, file = saved): Promise<void> {
	await page.getByLabel('Files of papers').setInputFiles(named('mine.corpuscope.zip', file));
	await page.waitForURL(/\/\?d=/);
	await expectPapers(page, papers.length, papers.length);
}

const collect = (page: Page) => page.getByRole('button', { name: 'Add to the reading list' }).first().click();

/** Looks at one theme under another name, and collects its first paper. @returns papers of the theme */
async function work(page: Page): Promise<number> {
	await themes(page).getByRole('button', { name: /: / }).first().click();
	await page.waitForURL(/theme=\d+/);
	const [, theme] = /theme=(\d+)/.exec(page.url())!;
	await page.goto(page.url().replace('?', `?name=${theme}:Whales&`));
	const heading = page.getByRole('heading', { name: new RegExp(`^\\d+ of ${papers.length} papers$`) });
	await expect(heading).toBeVisible();
	await collect(page);
	await expect(list(page, 1)).toBeVisible();
	return Number.parseInt(await heading.innerText(), 10);
}

/** Datasets that the browser keeps, and what belongs to them. */
async function counted(page: Page): Promise<[number, number]> {
	const { corpora, belongings } = await keptIn(page);
	return [corpora, belongings];
}

/** A browser with a folder of its own, which another one takes over after its end. */
async function browserOf(folder: string, baseURL: string | undefined): Promise<BrowserContext> {
	const context = await browsers.launchPersistentContext(folder, {
		...chromium(),
		...(baseURL === undefined ? {} : { baseURL }),
		serviceWorkers: 'block'
	});
	await watch(context, baseURL);
	return context;
}

/** Ends a browser as a crash does: nothing is told. */
async function kill(context: BrowserContext): Promise<void> {
	const session = await context.browser()!.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	const closed = new Promise((resolve) => context.once('close', resolve));
	process.kill(processInfo.find(({ type }) => type === 'browser')!.id, 'SIGKILL');
	await closed;
}

test('F5 and a link bring back the view, two tabs agree, and forgetting forgets', async ({
	page,
	context
}) => {
	await page.goto('open/');
	await openSaved(page);
	await expect(word(page)).toHaveText(keptWord);
	const left = await work(page);
	await expect.poll(() => counted(page)).toEqual([1, 2]);

	await page.reload();
	await expectPapers(page, left, papers.length);
	await expect(list(page, 1)).toBeVisible();
	const view = page.url();

	const other = await context.newPage();
	await other.goto(view);
	await expectPapers(other, left, papers.length);
	await expect(list(other, 1)).toBeVisible();
	await collect(other);
	await expect(list(page, 2)).toBeVisible();
	await collect(page);
	await expect(list(other, 3)).toBeVisible();

	await inHeader(page, 'Forget').click();
	for (const tab of [page, other]) {
		await expect(word(tab)).toHaveText('Not kept: gone when this tab is closed');
		await expectPapers(tab, left, papers.length);
	}
	await expect.poll(() => counted(page)).toEqual([0, 0]);
	await other.reload();
	await expect(other.getByText('This link was made for other papers')).toBeVisible();
	await inHeader(page, 'Keep').click();
	await expectPapers(other, left, papers.length);
	await expect(list(other, 3)).toBeVisible();
});

test('after a crash of the browser the papers are there, as they were last looked at', async ({
	baseURL
}, info) => {
	const folder = info.outputPath('profile');
	const first = await browserOf(folder, baseURL);
	const page = first.pages()[0]!;
	await page.goto('open/');
	await openSaved(page);
	await expect(word(page)).toHaveText(keptWord);
	const left = await work(page);
	await expect.poll(() => counted(page)).toEqual([1, 2]);
	await expect.poll(async () => (await keptIn(page)).told).toMatch(/name=\d+(?::|%3A)Whales/);
	await kill(first);

	const second = await browserOf(folder, baseURL);
	const again = second.pages()[0]!;
	await again.goto('.');
	await expect(again.getByText('Your papers are kept in this browser.')).toBeVisible();
	await again.getByRole('link', { name: /^Show / }).click();
	await expectPapers(again, left, papers.length);
	await expect(list(again, 1)).toBeVisible();
	await expect(again).toHaveURL(/name=\d+:Whales/);
	await second.close();
});

test('what is not to be kept is not, and leaves nothing behind', async ({ page }) => {
	// The box stands there before the page's program does.
	const programs = deferred<void>();
	await page.route('**/*.js', async (route) => {
		await programs.promise;
		await route.continue();
	});
	await page.goto('open/', { waitUntil: 'commit' });
	await page.getByLabel('Keep what I open in this browser').uncheck();
	programs.resolve();
	await openSaved(page);
	await expect(word(page)).toHaveText('Not kept: gone when this tab is closed');
	await collect(page);
	await expect(list(page, 1)).toBeVisible();
	expect(await counted(page)).toEqual([0, 0]);
	await page.goto('open/');
	await expect(page.getByLabel('Keep what I open in this browser')).not.toBeChecked();
	await expect(page.getByRole('heading', { name: 'Kept in this browser' })).toHaveCount(0);
});

test('a full store says so, the papers stay usable, and there is another try', async ({ page, context }) => {
	await page.goto('open/');
	const session = await context.newCDPSession(page);
	const { origin } = new URL(page.url());
	await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000 });
	await openSaved(page);
	await expect(word(page)).toHaveText(/^Not kept\. The browser has no room left for this site\./);
	await themes(page).getByRole('button', { name: /: / }).first().click();
	await page.waitForURL(/theme=/);
	expect(await counted(page)).toEqual([0, 0]);
	await session.send('Storage.overrideQuotaForOrigin', { origin });
	await inHeader(page, 'Try again').click();
	await expect(word(page)).toHaveText(keptWord);
	await page.reload();
	await expect(word(page)).toHaveText(keptWord);
});

test('a browser that keeps nothing says so', async ({ page }) => {
	await page.addInitScript(() => Object.defineProperty(globalThis, 'indexedDB', { value: undefined }));
	await page.goto('open/');
	await openSaved(page);
	await expect(word(page)).toHaveText(/^Not kept\. The browser does not keep anything for this site/);
});
