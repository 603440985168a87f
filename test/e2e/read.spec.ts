import { readFile, writeFile } from 'node:fs/promises';

import type { Locator, Page } from '@playwright/test';

import { readRis } from '../support/ris-reader.ts';
import { webOfScienceFile } from '../support/web-of-science.ts';
import { expectAnswers, expectSettled, open, papersTable, tabTo, visit } from './dashboard.ts';
import { expect, rowsOf, test, visits } from './fixtures.ts';
import { keptIn } from './kept.ts';

const file = 'savedrecs.txt';
const list = (page: Page) => page.getByRole('region', { name: 'Reading list' });
const planButton = (page: Page) => page.getByRole('button', { name: /^Add all 10 to the reading list/ });

/** Lets a file fall on the page. */
async function drop(page: Page, name: string, content: string): Promise<void> {
	const dataTransfer = await page.evaluateHandle(
		(given) => {
			const data = new DataTransfer();
			data.items.add(new File([given.content], given.name));
			return data;
		},
		{ name, content }
	);
	await expect(async () => {
		await page.dispatchEvent('main', 'dragover', { dataTransfer });
		expect(await page.getByText('Drop to open these papers').isVisible()).toBe(true);
	}).toPass();
	await page.dispatchEvent('main', 'drop', { dataTransfer });
}

/** Counts presses: of the pointer and of keys other than those that write. */
function presser(page: Page) {
	let presses = 0;
	return {
		click: async (target: Locator) => {
			presses++;
			await target.click();
		},
		key: async (name: string) => {
			presses++;
			await page.keyboard.press(name);
		},
		count: () => presses
	};
}

async function saved(page: Page, press: () => Promise<void>) {
	const [download] = await Promise.all([page.waitForEvent('download'), press()]);
	return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('from a file of Web of Science to ten papers with notes as RIS in at most 12 presses', async ({
	page
}) => {
	const press = presser(page);
	await page.goto('.');
	await drop(page, file, webOfScienceFile(500, 21));
	await expect(page.getByText(/Web of Science text; .*500 records: 500 papers/)).toBeVisible();
	await press.click(page.getByRole('button', { name: 'Find the themes' }));
	await page.waitForURL(`**/?d=*file=${file}`);
	await press.click(page.getByRole('link', { name: 'Read', exact: true }).and(page.locator('nav a')));
	await expect(page.getByText('which all 500 papers state')).toBeVisible();
	await press.click(planButton(page));
	const items = list(page).getByRole('listitem');
	await expect(items).toHaveCount(10);
	await press.click(items.nth(0).getByRole('textbox'));
	await page.keyboard.type('Chapter 1: “begin” with this');
	await press.click(items.nth(1).getByRole('textbox'));
	await page.keyboard.type('ER  - cited & disputed');
	await press.click(items.nth(9).getByRole('button', { name: /^Star/ }));
	await press.click(items.nth(9).getByRole('button', { name: /^Move .* up$/ }));
	await press.click(list(page).getByRole('button', { name: 'Export…' }));
	const dialog = page.getByRole('dialog', { name: 'Export papers' });
	const { name, text } = await saved(page, () =>
		press.click(dialog.getByRole('button', { name: 'Export 10 papers' }))
	);
	expect(press.count()).toBeLessThanOrEqual(12);

	expect(name).toBe('savedrecs-reading-list.ris');
	const records = readRis(text);
	const titles = await items.evaluateAll((all) =>
		all.map((item) => item.querySelector('.line button')?.textContent)
	);
	expect(records.map(({ TI }) => TI?.[0])).toEqual(titles);
	expect(records[0]!.N1?.[0]).toBe('Chapter 1: “begin” with this');
	expect(records[1]!.N1?.[0]).toBe('ER - cited & disputed');
	expect(records[8]!.KW).toContain('starred');
	for (const { N1 = [], DO, UR, TY } of records) {
		expect(N1.at(-1)).toMatch(/^Why: /);
		expect(TY).toEqual(['JOUR']);
		if (DO) expect(UR).toEqual([`https://doi.org/${DO[0]}`]);
	}
});

visits('the reasons of a plan are those of the rows', async ({ page }) => {
	await visit(page, 'read/');
	await expect(planButton(page)).toBeVisible();
	await expectSettled(page);
	const newest = page.getByRole('region', { name: 'Newest' }).getByRole('listitem').first();
	const [row] = await rowsOf(
		`SELECT title, (SELECT count(*) FROM d.papers WHERE published = p.published)::INTEGER AS same
		 FROM d.papers p WHERE title = '${(await newest.locator('.line button').first().innerText()).replaceAll("'", "''")}'`
	);
	const [latest] = await rowsOf('SELECT max(published)::VARCHAR AS day FROM d.papers');
	expect(row).toBeTruthy();
	await expect(newest).toContainText(
		Number(row!.same) === 1 ? 'The newest' : `One of ${Number(row!.same)} papers of the newest date`
	);
	await expect(newest).toContainText(String(latest!.day).slice(0, 4));
});

test('keys alone lead from the list of papers to notes in another order', async ({ page }) => {
	await open(page);
	await papersTable(page).getByRole('row').nth(1).focus();
	await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.getByRole('link', { name: /^Read/ }).and(page.locator('nav a')).focus();
	await page.keyboard.press('Enter');
	await expect(planButton(page).or(page.getByRole('button', { name: /^Add the other/ }))).toBeVisible();
	await tabTo(page, page.getByRole('button', { name: /^Add (?:all|the other)/ }));
	await page.keyboard.press('Enter');
	const items = list(page).getByRole('listitem');
	await expect.poll(() => items.count()).toBeGreaterThanOrEqual(10);
	const third = items.nth(2);
	const title = await third.locator('.line button').innerText();
	await tabTo(page, third.getByRole('textbox'));
	await page.keyboard.type('by keys');
	await tabTo(page, third.getByRole('button', { name: /^Move .* up$/ }));
	await page.keyboard.press('Enter');
	await expect(items.nth(1).locator('.line button')).toHaveText(title);
	await expect(items.nth(1).getByRole('textbox')).toHaveValue('by keys');
	await expect.poll(async () => (await keptIn(page)).told).toContain('by keys');
	await page.reload();
	await expect(items.nth(1).getByRole('textbox')).toHaveValue('by keys');
});

test('the way from a file to noted papers as RIS goes by keys alone', async ({ page }, info) => {
	const path = info.outputPath(file);
	await writeFile(path, webOfScienceFile(120, 22));
	const press = async (target: Locator) => {
		await tabTo(page, target);
		await page.keyboard.press('Enter');
	};
	const link = (name: string) => page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name });
	await page.goto('.');
	await expectAnswers(page);
	await press(link('Open papers'));
	const choose = page.getByRole('button', { name: 'Choose files…' });
	await expect(choose).toBeVisible();
	const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(choose)]);
	await chooser.setFiles(path);
	const find = page.getByRole('button', { name: 'Find the themes' });
	await expect(find).toBeEnabled();
	await press(find);
	await page.waitForURL(`**/?d=*file=${file}`);
	await press(link('Read'));
	await expect(planButton(page)).toBeVisible();
	await press(planButton(page));
	const items = list(page).getByRole('listitem');
	await expect(items).toHaveCount(10);
	for (const [place, note] of [
		[0, 'begin here'],
		[3, 'against it']
	] as const) {
		await tabTo(page, items.nth(place).getByRole('textbox'));
		await page.keyboard.type(note);
	}
	await press(list(page).getByRole('button', { name: 'Export…' }));
	const dialog = page.getByRole('dialog', { name: 'Export papers' });
	const { text } = await saved(page, () => press(dialog.getByRole('button', { name: 'Export 10 papers' })));
	const records = readRis(text);
	expect(records).toHaveLength(10);
	expect([0, 3].map((place) => records[place]!.N1?.[0])).toEqual(['begin here', 'against it']);
});

test('two tabs collect on one list', async ({ page, context }) => {
	await open(page);
	const other = await context.newPage();
	await open(other);
	const add = (on: Page, row: number) =>
		papersTable(on)
			.getByRole('row')
			.nth(row)
			.getByRole('button', { name: 'Add to the reading list' })
			.click();
	await add(page, 1);
	await add(other, 2);
	await add(page, 3);
	for (const tab of [page, other]) {
		await tab.getByRole('link', { name: /^Read/ }).and(tab.locator('nav a')).click();
		await expect(list(tab).getByRole('listitem')).toHaveCount(3);
	}
	await list(other).getByRole('textbox').first().fill('seen in both');
	await expect(list(page).getByRole('textbox').first()).toHaveValue('seen in both');
});

test('what is worth reading stands in the place of the list, and in its address', async ({ page }) => {
	await open(page);
	await page.getByText('Start here', { exact: true }).click();
	await expect(page).toHaveURL(/list=start/);
	await expect(page.getByRole('button', { name: 'Add these 10 to the list' })).toBeVisible();
	await page.reload();
	await expect(page.getByRole('button', { name: 'Add these 10 to the list' })).toBeVisible();
	await page.getByText('All', { exact: true }).click();
	await expectAnswers(page);
});
