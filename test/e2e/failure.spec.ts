import { test as base } from '@playwright/test';

import { chart, expectAnswers, expectPapers } from './dashboard.ts';
import { expect } from './fixtures.ts';

// Without the guard of the other tests: these provoke errors.
base(
	'without its engine the page says why, keeps its charts, and tries again when asked',
	async ({ page }) => {
		await page.route(/duckdb-eh\.wasm/, (route) => route.abort());
		await page.goto('.');
		await expect(page.getByText(/The query engine could not start, .+\. \S+/)).toBeVisible();
		await expect(chart(page, 'Themes one by one')).toBeVisible();
		await page.unroute(/duckdb-eh\.wasm/);
		await page.getByRole('button', { name: 'Try again' }).first().click();
		await expectPapers(page, 75);
		await expectAnswers(page);
	}
);

base('an address that leads nowhere leads back', async ({ page }) => {
	const response = await page.goto('no/such/page');
	expect(response?.status()).toBe(404);
	await page.getByRole('main').getByRole('link').first().click();
	await expect(chart(page, 'Themes one by one')).toBeVisible();
});
