import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

import { reportHtml } from '../../src/lib/views/parts/report/report-html.ts';
import { generatedReport } from '../support/report-content.ts';
import { open } from './dashboard.ts';
import { expect, test, visits } from './fixtures.ts';

/** Pages of a document as Chromium prints it. */
async function printed(page: Page, format: 'A4' | 'Letter'): Promise<number> {
	const pdf = await page.pdf({ format, printBackground: true });
	return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** The answers take two pages; the details begin a new one. */
async function expectTwoPages(page: Page): Promise<void> {
	for (const format of ['A4', 'Letter'] as const) {
		expect(await printed(page, format), `${format}, whole`).toBeGreaterThan(2);
		await page.emulateMedia({ media: 'print' });
		await page.locator('.details').evaluate((details) => ((details as HTMLElement).hidden = true));
		expect(await printed(page, format), `${format}, without details`).toBe(2);
		await page.locator('.details').evaluate((details) => ((details as HTMLElement).hidden = false));
	}
}

visits('the answers of a report of the embedded papers are two printed pages', async ({ page }) => {
	await open(page);
	const [saved] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Report', exact: true }).click()
	]);
	const other = await page.context().newPage();
	await other.setContent(await readFile(await saved.path(), 'utf8'));
	await expect(other.locator('.sheet')).toHaveCount(2);
	await expect(other.locator('.sentences li').first()).toBeVisible();
	await expectTwoPages(other);
});

for (const themes of [25, 40])
	test(`those of a report of ${themes} themes with long names and texts are, too`, async ({ page }) => {
		await page.setContent(reportHtml(generatedReport(themes, 4)));
		await expectTwoPages(page);
		// Nothing is cut that a reader would miss: the last line of the second page stands on it.
		await expect(page.locator('.sheet').nth(1).locator('tbody tr')).toHaveCount(25);
	});
