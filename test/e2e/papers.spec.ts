import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';

import { expect, numberOf, rowsOf, test } from './fixtures.ts';
import { expectPapers, open, papersTable } from './dashboard.ts';

async function download(page: Page): Promise<{ name: string; bytes: Uint8Array }> {
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page
			.getByRole('dialog')
			.getByRole('button', { name: /^Export [\d,]+ papers?$/ })
			.click()
	]);
	return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) };
}

function parseCsv(bytes: Uint8Array): Record<string, string>[] {
	const { data, errors } = Papa.parse<Record<string, string>>(new TextDecoder().decode(bytes), {
		header: true,
		skipEmptyLines: true
	});
	expect(errors).toEqual([]);
	return data;
}

test('a paper opens with its abstract, theme and nearest papers, and closes with Escape', async ({
	page
}) => {
	await open(page);
	const row = papersTable(page).getByRole('row').nth(1);
	const title = (await row.getAttribute('aria-label')) ?? '';
	await row.click();
	const dialog = page.getByRole('dialog', { name: title });
	await expect(dialog).toBeVisible();
	await expect(page).toHaveURL(/paper=\d+/);
	const [paper] = await rowsOf(
		`SELECT abstract FROM t.paper_texts WHERE title = '${title.replaceAll("'", "''")}'`
	);
	await expect(dialog).toContainText(String(paper?.abstract).slice(0, 80));
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(page).not.toHaveURL(/paper=/);
});

test('a paper in the address opens by itself', async ({ page }) => {
	await page.goto('?paper=3');
	const [paper] = await rowsOf('SELECT title FROM t.paper_texts WHERE paper_id = 3');
	await expect(page.getByRole('dialog', { name: String(paper?.title) })).toBeVisible();
});

test('papers are sorted by any column, in both directions', async ({ page }) => {
	await open(page);
	await papersTable(page)
		.getByRole('columnheader', { name: /Comments/ })
		.click();
	const [most] = await rowsOf(
		`SELECT x.title FROM d.papers p JOIN t.paper_texts x USING (paper_id)
		 ORDER BY comments DESC NULLS LAST, paper_id LIMIT 1`
	);
	await expect(papersTable(page).getByRole('row').nth(1)).toHaveAttribute('aria-label', String(most?.title));
	await expect(page).toHaveURL(/sort=-comments/);
});

test('an export of filtered papers has the rows that the page counts, with their abstracts', async ({
	page
}) => {
	await open(page, '?date=2024');
	const ids = await rowsOf('SELECT paper_id FROM d.papers WHERE year(published) = 2024 ORDER BY 1');
	await expectPapers(page, ids.length);
	await page.getByRole('button', { name: 'Export…' }).click();
	const { name, bytes } = await download(page);
	expect(name).toMatch(/\.csv$/);
	expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
	const rows = parseCsv(bytes);
	expect(rows.map((row) => Number(row.paper_id))).toEqual(ids.map((row) => Number(row.paper_id)));
	const texts = await rowsOf('SELECT paper_id, title, abstract FROM t.paper_texts');
	const byId = new Map(texts.map((row) => [Number(row.paper_id), row]));
	for (const row of rows) {
		const text = byId.get(Number(row.paper_id));
		expect(row.abstract).toBe(text?.abstract);
		expect(row.title).toBe(text?.title);
	}
});

test('an export of all themes is a zip with a file for each', async ({ page }) => {
	await open(page);
	await page.getByRole('button', { name: 'Export…' }).click();
	await page.getByRole('dialog').getByLabel('Files').selectOption('themes');
	const { name, bytes } = await download(page);
	expect(name).toMatch(/\.zip$/);
	const files = Object.values(unzipSync(bytes));
	const sizes = await rowsOf('SELECT size FROM d.themes WHERE in_default ORDER BY size');
	const counts = files.map((file) => parseCsv(file).length);
	expect(counts.sort((a, b) => a - b)).toEqual(sizes.map(({ size }) => Number(size)));
});

test('an export of one theme holds that theme', async ({ page }) => {
	await open(page);
	const [theme] = await rowsOf('SELECT theme_id, size FROM d.themes WHERE in_default ORDER BY size LIMIT 1');
	await page.getByRole('button', { name: 'Export…' }).click();
	await page
		.getByRole('dialog')
		.getByLabel('Papers')
		.selectOption(`theme ${Number(theme?.theme_id)}`);
	const rows = parseCsv((await download(page)).bytes);
	expect(rows.length).toBe(Number(theme?.size));
	expect(new Set(rows.map((row) => Number(row.theme_id)))).toEqual(new Set([Number(theme?.theme_id)]));
});

test('papers are collected on the reading list and exported from there', async ({ page }) => {
	await open(page);
	await papersTable(page).getByRole('row').nth(1).click();
	await page.getByRole('button', { name: 'Add to reading list' }).last().click();
	await page.keyboard.press('Escape');
	await page.getByRole('link', { name: /Reading list/ }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('Reading list');
	await page.reload();
	await expect(page.getByRole('main')).toContainText(/1 paper/);
	await page
		.getByRole('button', { name: /^Export/ })
		.first()
		.click();
	expect(parseCsv((await download(page)).bytes)).toHaveLength(1);
});

test('the page says what the import made of the file', async ({ page }) => {
	await page.goto('about/');
	await expect(page.getByRole('main')).toContainText('daily-papers.txt');
	await expect(page.getByRole('main')).toContainText('75');
	expect(await numberOf('SELECT count(*) FROM d.rejections')).toBe(0);
});
