import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Page } from '@playwright/test';

import { generatePapers } from '../support/generate-papers.ts';
import { runCli } from '../support/run-cli.ts';
import { savedInArrow } from '../support/saved-dataset.ts';
import { expectPapers, expectSettled } from './dashboard.ts';
import { expect, test as base } from './fixtures.ts';

const test = base.extend<{ folder: string }>({
	folder: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'corpuscope-'));
		await use(folder);
		rmSync(folder, { recursive: true });
	}
});

const answered = (page: Page) => page.waitForSelector('[role=row][aria-label]');

/** Every word and number of the page, when all questions are answered: the same twice. */
async function wordsOf(page: Page): Promise<string> {
	let words = '';
	await answered(page);
	await expect(async () => {
		await expectSettled(page);
		const before = words;
		words = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ');
		expect(words).toBe(before);
	}).toPass();
	return words;
}

/** Saves what is shown as a page, which is as large as it says. @returns its path */
async function saveAsPage(page: Page, folder: string): Promise<string> {
	await page
		.getByRole('button', { name: /^Add to the reading list/ })
		.first()
		.click();
	await page.getByRole('button', { name: 'Save as a page' }).click();
	const dialog = page.getByRole('dialog');
	const withList = dialog.getByRole('checkbox', { name: 'With my reading list and notes (1 paper)' });
	await expect(withList).not.toBeChecked();
	await withList.check();
	await expect(dialog.getByText(/^\d+ MB$/)).toBeVisible();
	const said = Number.parseInt(await dialog.getByText(/^\d+ MB$/).innerText());
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		dialog.getByRole('button', { name: 'Save', exact: true }).click()
	]);
	const path = join(folder, 'page.html');
	await download.saveAs(path);
	// What it says is a whole number, and leaves the manifest and the list aside.
	expect(Math.abs(statSync(path).size / 1e6 - said)).toBeLessThan(0.6);
	return path;
}

test('a page saved as one file opens without server and network on the same view with the same numbers', async ({
	page,
	context,
	folder
}) => {
	await page.goto('?date=2024..&q=model');
	const served = await wordsOf(page);
	expect(served).toMatch(/\d+ of \d+ papers/);
	const path = await saveAsPage(page, folder);

	await page.goto('about:blank');
	await context.setOffline(true);
	await page.goto(pathToFileURL(path).href);
	expect(await wordsOf(page)).toBe(served);
	await expect(page.getByRole('link', { name: /^Read 1$/ })).toBeVisible();
	await page.getByRole('button', { name: 'Reset' }).first().click();
	await expect(page.getByText(/^75 papers$/).first()).toBeVisible();
	await page.getByRole('link', { name: 'Map', exact: true }).click();
	await expect(page.getByRole('heading', { name: /^75 papers in view/ })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { name: /Overview/ })).toBeAttached();
	await answered(page);

	const search = page.getByRole('searchbox').first();
	const words = 'R&D 100% #model %26';
	await search.fill(words);
	await expect(page.getByText(/\d+ of 75 papers/).first()).toBeVisible();
	await page.waitForURL((url) => new URLSearchParams(url.hash.split('?')[1]).get('q') === words);
	const address = page.url();
	await page.reload();
	await answered(page);
	await expect(search).toHaveValue(words);
	await expect(page).toHaveURL((url) => url.href === address);
});

test('papers that a visitor opened make such a page, whether they are kept or not', async ({
	page,
	context,
	folder
}) => {
	const buffer = Buffer.from(await savedInArrow(generatePapers(60, 41)));
	await page.goto('open/');
	await page.getByLabel('Keep what I open in this browser').uncheck();
	const file = { name: 'mine.corpuscope.zip', mimeType: 'application/zip', buffer };
	await page.getByLabel('Files of papers').setInputFiles(file);
	await page.waitForURL(/\/\?d=/);
	await expectPapers(page, 60, 60);
	const served = await wordsOf(page);
	const path = await saveAsPage(page, folder);
	await page.goto('about:blank');
	await context.setOffline(true);
	await page.goto(pathToFileURL(path).href);
	expect(await wordsOf(page)).toBe(served);
});

test('the command line writes such a page, and nothing that papers say runs in it', async ({
	page,
	context,
	folder
}) => {
	const hostile = `</script><script>document.title = 'run'</script><img src=x onerror="document.title = 'run'"><!--`;
	const records = Array.from(
		{ length: 12 },
		(_, index) =>
			`TY  - JOUR\nTI  - ${hostile} ${index}\nAB  - Words about ${index % 2 ? 'proteins that fold' : 'robots that grasp'} and more.\nAU  - Berg, A.\nPY  - 2020\nER  - \n`
	);
	writeFileSync(join(folder, 'papers.ris'), records.join('\n'));
	const at = (name: string) => join(folder, name);
	const built = await runCli([
		'build',
		at('papers.ris'),
		'--out',
		at('set'),
		'--title',
		hostile,
		'--themes',
		'2'
	]);
	expect(built.code).toBe(0);
	const written = await runCli(['export', '--dataset', at('set'), '--out', at('page.html')]);
	expect([written.code, written.stderr]).toEqual([0, expect.stringContaining('12 papers')]);
	await context.setOffline(true);
	await page.goto(pathToFileURL(at('page.html')).href);
	expect(await wordsOf(page)).toContain('12 papers');
	await expect(page.getByRole('banner')).toContainText("</script><script>document.title = 'run'");
	await expect(page.getByRole('row').filter({ hasText: "document.title = 'run'" }).first()).toBeVisible();
	await expect(page).not.toHaveTitle('run');
});
