import { readFileSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

import { generatePapers } from '../support/generate-papers.ts';
import { toJsonl } from '../support/jsonl.ts';
import { runCli } from '../support/run-cli.ts';
import { expectPapers } from './dashboard.ts';
import { expect, test } from './fixtures.ts';
import { keptIn } from './kept.ts';

const papers = generatePapers(150, 21);
const content = toJsonl(papers);
const picker = (page: Page) => page.getByLabel('Files of papers');
const inHeader = (page: Page) => page.getByRole('banner');
const openPage = (page: Page) => page.getByRole('link', { name: 'Open papers', exact: true }).click();

test('opened papers are saved as a file that the command line verifies, kept, and opened again', async ({
	page
}, info) => {
	await page.goto('open/');
	await picker(page).setInputFiles({
		name: 'mine.jsonl',
		mimeType: 'text/plain',
		buffer: Buffer.from(content)
	});
	await page.getByRole('button', { name: 'Find the themes' }).click();
	await page.waitForURL(/file=mine\.jsonl/);
	await expectPapers(page, papers.length, papers.length);

	await expect(inHeader(page).getByText(/^Kept in this browser, \d+ kB$/)).toBeVisible();
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		inHeader(page).getByRole('button', { name: 'Save', exact: true }).click()
	]);
	expect(download.suggestedFilename()).toBe('mine-jsonl.corpuscope.zip');
	const saved = info.outputPath('mine.corpuscope.zip');
	await download.saveAs(saved);
	const inspected = await runCli(['inspect', saved]);
	expect([inspected.code, inspected.stderr]).toEqual([0, '']);
	expect(inspected.stdout).toContain('every file and every table is as it was written');

	// Another visit: only what was kept or saved is left.
	await page.goto('open/');
	await page.getByRole('button', { name: 'Rename mine.jsonl' }).click();
	await page.getByLabel('Name', { exact: true }).fill('Whales of 2024');
	await page.getByRole('button', { name: 'Rename', exact: true }).click();
	await page.getByRole('button', { name: 'Open Whales of 2024' }).click();
	await page.waitForURL(/file=mine\.jsonl/);
	await expectPapers(page, papers.length, papers.length);
	await openPage(page);
	const forget = page.getByRole('button', { name: 'Forget Whales of 2024' });
	await forget.click();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByText('Whales of 2024 is kept again.')).toBeAttached();
	await forget.click();
	await expect(page.getByText('Forgot Whales of 2024.')).toBeAttached();
	await expect.poll(async () => (await keptIn(page)).corpora).toBe(0);
	await page.goto('open/');
	await expect(page.getByRole('button', { name: 'Choose files…' })).toBeEnabled();
	await expect(page.getByText('Whales of 2024')).toHaveCount(0);

	await picker(page).setInputFiles(saved);
	await page.waitForURL(/file=mine\.jsonl/);
	await expectPapers(page, papers.length, papers.length);
});

test('a file that the command line wrote opens with the same counts, and a changed one does not', async ({
	page
}, info) => {
	const [input, saved] = [info.outputPath('mine.jsonl'), info.outputPath('mine.corpuscope.zip')];
	writeFileSync(input, content);
	expect((await runCli(['build', input, '--out', saved])).code).toBe(0);
	const inspected = await runCli(['inspect', saved]);
	const themes = Number(/Papers: 150 in (\d+) theme/.exec(inspected.stdout)?.[1]);
	await page.goto('open/');
	await picker(page).setInputFiles(saved);
	await page.waitForURL(/file=mine\.jsonl/);
	await expectPapers(page, papers.length, papers.length);
	await expect(page.getByText(new RegExp(`${themes} themes`)).first()).toBeVisible();

	const bytes = readFileSync(saved);
	bytes[300] = (bytes[300] as number) ^ 0xff;
	await page.goto('open/');
	await picker(page).setInputFiles({
		name: 'changed.corpuscope.zip',
		mimeType: 'application/zip',
		buffer: bytes
	});
	await expect(page.getByRole('alert')).toContainText(
		/changed\.corpuscope\.zip.*(damaged|checksum|longer than)/
	);
});
