import AxeBuilder from '@axe-core/playwright';

import { expect, numberOf, test } from './fixtures.ts';
import { open, papersTable } from './dashboard.ts';

const pages = [
	['the overview', '.'],
	['the reading list', 'reading-list/'],
	['about', 'about/'],
	['a theme', 'theme/?theme=']
] as const;

const largestTheme = () =>
	numberOf('SELECT theme_id FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 1');

for (const scheme of ['light', 'dark'] as const) {
	test.describe(`in ${scheme} colours`, () => {
		// Axe reads every chart at three widths.
		test.slow();
		test.use({ colorScheme: scheme });

		for (const [name, address] of pages) {
			test(`${name} passes axe and fits 1440, 768 and 390 pixels`, async ({ page }) => {
				await page.setViewportSize({ width: 1440, height: 900 });
				if (address === '.') await open(page);
				else await page.goto(address.endsWith('=') ? `${address}${await largestTheme()}` : address);
				await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
				await page.waitForLoadState('networkidle');
				for (const width of [1440, 768, 390]) {
					await page.setViewportSize({ width, height: 900 });
					const { violations } = await new AxeBuilder({ page }).analyze();
					expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
					expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
				}
			});
		}

		test('an open paper and the export pass axe', async ({ page }) => {
			await open(page);
			await papersTable(page).getByRole('row').nth(1).click();
			await expect(
				page.getByRole('dialog').getByRole('heading', { name: 'Abstract', exact: true })
			).toBeVisible();
			expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
			await page.keyboard.press('Escape');
			await page.getByRole('button', { name: 'Export…' }).click();
			expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
		});
	});
}
