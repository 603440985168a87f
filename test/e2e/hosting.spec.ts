import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { test as base, type Page } from '@playwright/test';

import { generatePapers } from '../support/generate-papers.ts';
import { savedInArrow } from '../support/saved-dataset.ts';
import { startHost, type StaticHost } from '../support/static-host.ts';
import { expectPapers } from './dashboard.ts';
import { expect, numberOf } from './fixtures.ts';

// Without the guard of the other tests: a host that is gone and a script that is refused are errors.
const test = base.extend<{ host: StaticHost; folder: string }>({
	serviceWorkers: 'allow',
	host: async ({}, use) => {
		const host = await startHost('build', '/a/b/');
		await use(host);
		await host.close();
	},
	folder: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'corpuscope-'));
		await use(folder);
		rmSync(folder, { recursive: true });
	}
});

/** Every file below a folder, by its path from there. */
const filesIn = (folder: string) =>
	readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
		statSync(join(folder, name)).isFile()
	);

/** Waits until the browser keeps the site. */
async function kept(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const { active } = await navigator.serviceWorker.ready;
		if (active?.state === 'activated') return;
		await new Promise((resolve) => active?.addEventListener('statechange', resolve, { once: true }));
	});
}

/** Starting the engine from the kept copy takes longer than other answers may. */
const answering = (page: Page) => page.waitForSelector('[role=row][aria-label]');

const keptVersions = (page: Page) => page.evaluate(() => caches.keys());

/** Goes to the site that was built anew. A host that does not answer soon is taken for one that is away, and the kept page shown. */
const goToRebuilt = (page: Page, address: string) =>
	expect(async () => {
		await page.goto(address);
		expect(await page.locator('html[data-rebuilt]').count()).toBe(1);
	}).toPass();

/** Loads a page again until a version of the site is kept no more. */
const reloadWithout = (page: Page, version: string | undefined) =>
	expect(async () => {
		await page.reload();
		expect(await keptVersions(page)).not.toContain(version);
	}).toPass();

const datasetTitle = (page: Page) =>
	page.evaluate(
		async () => ((await (await fetch('dataset/manifest.json')).json()) as { title: string }).title
	);

const isKept = (page: Page) => expect(page.getByText(/^Kept in this browser, /)).toBeVisible();

/** Opens 60 papers of a visitor's own, which the browser keeps. */
async function openMine(page: Page, address: string): Promise<void> {
	await page.goto(`${address}open/`);
	const buffer = Buffer.from(await savedInArrow(generatePapers(60, 31)));
	const file = { name: 'mine.corpuscope.zip', mimeType: 'application/zip', buffer };
	await page.getByLabel('Files of papers').setInputFiles(file);
	await isKept(page);
	await page.waitForURL(/[?&]d=/);
}

/** A copy of the built site as another build would be: its own version, titles and manifest. */
function rebuilt(folder: string, version: string): void {
	cpSync('build', folder, { recursive: true });
	const { version: built } = JSON.parse(readFileSync('build/_app/version.json', 'utf8')) as {
		version: string;
	};
	for (const name of filesIn(folder).filter((file) => /\.(?:html|js|json)$/.test(file))) {
		const path = join(folder, name);
		const text = readFileSync(path, 'utf8').replaceAll(built, version);
		writeFileSync(path, name.endsWith('.html') ? text.replace('<html', '<html data-rebuilt') : text);
	}
	const manifest = join(folder, 'dataset/manifest.json');
	const content = JSON.parse(readFileSync(manifest, 'utf8')) as object;
	writeFileSync(manifest, JSON.stringify({ ...content, title: 'rebuilt' }));
}

test('after the first visit the site works without its host, filters, search and kept papers included', async ({
	page,
	host
}) => {
	await page.goto(host.address);
	await answering(page);
	await kept(page);
	await openMine(page, host.address);
	await host.close();
	await page.reload();
	await expectPapers(page, 60, 60);
	await page.goto(`${host.address}?date=2024`);
	await answering(page);
	await expectPapers(
		page,
		await numberOf(
			`SELECT count(*) FROM d.papers WHERE published BETWEEN DATE '2024-01-01' AND DATE '2024-12-31'`
		)
	);
	await page.getByRole('button', { name: 'Reset' }).first().click();
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill('multilingual');
	await expectPapers(
		page,
		await numberOf(
			`SELECT count(*) FROM t.paper_texts
			 WHERE regexp_matches(title || ' ' || abstract, '\\bmultilingual(s|ism|ly|ity)?\\b', 'i')`
		)
	);
	await page.getByRole('link', { name: 'About' }).click();
	await expect(page.getByRole('main')).toContainText('daily-papers.txt');
});

test('a site built anew is shown at once, and no page mixes the two', async ({
	page,
	context,
	host,
	folder
}) => {
	await page.goto(host.address);
	await answering(page);
	await kept(page);
	await page.reload();
	const [first] = await keptVersions(page);
	rebuilt(folder, 'the-next-one');
	host.serve(folder);

	const other = await context.newPage();
	await goToRebuilt(other, host.address);
	expect(await datasetTitle(other)).toBe('rebuilt');
	expect(await datasetTitle(page)).not.toBe('rebuilt');

	await page.close();
	await reloadWithout(other, first);
	await host.close();
	await other.reload();
	await expect(other.locator('html[data-rebuilt]')).toBeAttached();
	expect(await datasetTitle(other)).toBe('rebuilt');
});

test('papers that are kept outlive an update of the site, in two tabs that share them', async ({
	page,
	context,
	host,
	folder
}) => {
	const read = (tab: Page, papers: number) => tab.getByRole('link', { name: `Read ${papers}`, exact: true });
	const collect = (tab: Page) => tab.getByRole('button', { name: 'Add to the reading list' }).first().click();
	await page.goto(host.address);
	await answering(page);
	await kept(page);
	await openMine(page, host.address);
	const view = page.url();
	const [first] = await keptVersions(page);
	rebuilt(folder, 'the-next-one');
	host.serve(folder);

	const other = await context.newPage();
	await goToRebuilt(other, view);
	await expectPapers(other, 60, 60);
	await isKept(other);
	await collect(page);
	await expect(read(other, 1)).toBeVisible();
	await collect(other);
	await expect(read(page, 2)).toBeVisible();

	await page.close();
	await reloadWithout(other, first);
	await host.close();
	await other.reload();
	await expect(other.locator('html[data-rebuilt]')).toBeAttached();
	await expectPapers(other, 60, 60);
	await isKept(other);
	await expect(read(other, 2)).toBeVisible();
});

test('a page of the site before does not mix its papers with those of a site built anew', async ({
	browser,
	host,
	folder
}) => {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	await page.goto(host.address);
	await answering(page);
	rebuilt(folder, 'the-next-one');
	host.serve(folder);
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill('multilingual');
	await expect(
		page.getByText(/The site has been built anew since this page was loaded/).first()
	).toBeVisible();
	await expect(page).toHaveURL(/q=multilingual/);
	await page.reload();
	await expectPapers(
		page,
		await numberOf(
			`SELECT count(*) FROM t.paper_texts
			 WHERE regexp_matches(title || ' ' || abstract, '\\bmultilingual(s|ism|ly|ity)?\\b', 'i')`
		)
	);
	await context.close();
});

test('scripts and styles that are not the site’s own are refused', async ({ page, host }) => {
	await page.goto(host.address);
	const directives = await page.evaluate(async () => {
		const refused = new Promise<string[]>((resolve) => {
			const directives: string[] = [];
			addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
				if (directives.push(effectiveDirective) === 3) resolve(directives);
			});
		});
		const add = (tag: 'script' | 'style', content: string) => {
			const element = document.createElement(tag);
			element.textContent = content;
			document.head.append(element);
		};
		add('script', 'document.title = "run"');
		add('style', 'body { display: none }');
		await fetch('https://example.org/').catch(() => {});
		return refused;
	});
	expect(directives.sort()).toEqual(['connect-src', 'script-src-elem', 'style-src-elem']);
	await expect(page).not.toHaveTitle('run');
	await expect(page.locator('body')).toBeVisible();
});

test('no file of the built site is larger than hosts accept', () => {
	const sizes = filesIn('build').map((name) => [name, statSync(join('build', name)).size] as const);
	expect(sizes.length).toBeGreaterThan(20);
	expect(sizes.filter(([, size]) => size > 25_000_000)).toEqual([]);
});
