import { readFile } from 'node:fs/promises';

import type { Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';

import { expect, numberOf, rowsOf, test as fresh, visits as test } from './fixtures.ts';
import { expectPapers, open, papersTable, visit } from './dashboard.ts';

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

/** Titles of the papers nearest to one, by a plain computation over the dataset's vectors. */
async function nearestTitles(paperId: number, count: number): Promise<string[]> {
	const rows = await rowsOf(
		'SELECT p.title, p.paper_id, vector FROM d.papers p JOIN v.paper_vectors USING (paper_id)'
	);
	const vectors = rows.map(({ paper_id, title, vector }) => ({
		id: Number(paper_id),
		title: String(title),
		vector: [...new Int8Array(vector as Uint8Array)]
	}));
	const dot = (a: readonly number[], b: readonly number[]) =>
		a.reduce((sum, value, at) => sum + value * b[at]!, 0);
	const own = vectors.find(({ id }) => id === paperId)!.vector;
	return vectors
		.filter(({ id }) => id !== paperId)
		.map(({ title, vector }) => ({
			title,
			cosine: dot(own, vector) / Math.sqrt(dot(own, own) * dot(vector, vector))
		}))
		.sort((a, b) => b.cosine - a.cosine)
		.slice(0, count)
		.map(({ title }) => title);
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
		`SELECT x.abstract, m.label, p.paper_id FROM d.papers p JOIN t.paper_texts x USING (paper_id)
		 JOIN d.themes m USING (theme_id) WHERE p.title = '${title.replaceAll("'", "''")}'`
	);
	await expect(dialog).toContainText(String(paper?.abstract).slice(0, 80));
	await expect(dialog.getByRole('link', { name: String(paper?.label) }).first()).toBeVisible();
	const nearest = dialog.locator('section').filter({ hasText: 'Nearest papers' }).getByRole('listitem');
	await expect(nearest.getByRole('button')).toHaveText(await nearestTitles(Number(paper?.paper_id), 6));
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();
	await expect(row).toBeFocused();
	await expect(page).not.toHaveURL(/paper=/);
});

fresh('a paper in the address opens by itself', async ({ page }) => {
	await page.goto('?paper=3');
	const [paper] = await rowsOf('SELECT title FROM t.paper_texts WHERE paper_id = 3');
	await expect(page.getByRole('dialog', { name: String(paper?.title) })).toBeVisible();
});

test('papers are sorted by a column, in both directions', async ({ page }) => {
	await open(page);
	const heading = papersTable(page).getByRole('columnheader', { name: /Comments/ });
	const sorted = async (direction: 'ascending' | 'descending') => {
		const [first] = await rowsOf(
			`SELECT title FROM d.papers ORDER BY comments ${direction.replace('ending', '')} NULLS LAST, paper_id LIMIT 1`
		);
		await expect(papersTable(page).getByRole('row').nth(1)).toHaveAttribute(
			'aria-label',
			String(first?.title)
		);
		await expect(heading).toHaveAttribute('aria-sort', direction);
	};
	await heading.click();
	await sorted('descending');
	await expect(page).toHaveURL(/sort=-comments/);
	await heading.click();
	await sorted('ascending');
	await expect(page).toHaveURL(/sort=comments/);
});

test('an export has the rows that the page counts, with their abstracts: what is left, a theme, all themes', async ({
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

	const themes = await rowsOf('SELECT theme_id, size FROM d.themes WHERE in_default ORDER BY size, theme_id');
	const choice = page.getByRole('dialog').getByLabel('Papers');
	await choice.selectOption(`theme ${Number(themes[0]?.theme_id)}`);
	const own = parseCsv((await download(page)).bytes);
	expect(own.length).toBe(Number(themes[0]?.size));
	expect(new Set(own.map((row) => Number(row.theme_id)))).toEqual(new Set([Number(themes[0]?.theme_id)]));

	await choice.selectOption('all');
	await page.getByRole('dialog').getByLabel('Files').selectOption('themes');
	const archive = await download(page);
	expect(archive.name).toMatch(/\.zip$/);
	const counts = Object.values(unzipSync(archive.bytes)).map((file) => parseCsv(file).length);
	expect(counts.sort((a, b) => a - b)).toEqual(themes.map(({ size }) => Number(size)));
});

test('the page says what the import made of the file', async ({ page }) => {
	await visit(page, 'about/');
	await expect(page.getByRole('main')).toContainText('daily-papers.txt');
	expect(await numberOf('SELECT count(*) FROM d.rejections')).toBe(0);
	await expect(page.getByRole('main')).toContainText('75 records = 75 papers + 0 duplicates + 0 rejected');
});
