import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expect, numberOf, visits as test } from './fixtures.ts';
import { expectFits, open, papersTable, visit } from './dashboard.ts';

const pages = [
	['the overview', '.'],
	['trends', 'trends/'],
	['words over time', 'words/?terms=model,reward'],
	['a comparison', 'compare/?a.date=2023&b.date=2024'],
	['opening papers', 'open/'],
	['the map', 'map/'],
	['what to read', 'read/'],
	['about', 'about/'],
	['a chart alone', '?embed=trend'],
	['a theme', 'theme/?theme=']
] as const;
type Scheme = 'light' | 'dark';
const schemes: readonly Scheme[] = ['light', 'dark'];

const largestTheme = () =>
	numberOf('SELECT theme_id FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 1');

/**
 * Rules that are broken and where: all of them in light colours, in dark ones those about colour, since nothing
 * else of the page changes with the scheme. There are no frames, so that axe may run in the page itself, which
 * takes a quarter of the time.
 */
async function violations(page: Page, colorScheme: Scheme) {
	await page.emulateMedia({ colorScheme });
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const found = await (colorScheme === 'light' ? axe : axe.withTags('cat.color')).analyze();
	return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}

/** Addresses of other hosts that the page's head or a picture would have a browser turn to. */
function elsewhere(page: Page) {
	return page.evaluate(() =>
		[...document.querySelectorAll('link[href], [src]')]
			.map(
				(element) =>
					new URL(element.getAttribute('href') ?? element.getAttribute('src') ?? '', document.baseURI)
			)
			.filter(({ protocol, origin }) => protocol.startsWith('http') && origin !== location.origin)
			.map(({ href }) => href)
	);
}

for (const [name, address] of pages) {
	test(`${name} passes axe and fits 1440, 768 and 390 pixels, in light and dark`, async ({ page }) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		if (address === '.') await open(page);
		else await visit(page, address.endsWith('=') ? `${address}${await largestTheme()}` : address);
		await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
		await page.waitForLoadState('networkidle');
		await expect(page.getByText(/query engine|appear here/)).toHaveCount(0);
		expect(await elsewhere(page)).toEqual([]);
		for (const [width, shown] of [
			[1440, schemes],
			[768, ['light']],
			[390, schemes]
		] as const) {
			await page.setViewportSize({ width, height: 900 });
			await expectFits(page, width);
			for (const colorScheme of shown) {
				expect(await violations(page, colorScheme), `${width} pixels, ${colorScheme}`).toEqual([]);
			}
		}
	});
}

test('an open paper and the export pass axe in light and dark', async ({ page }) => {
	await open(page);
	await papersTable(page).getByRole('row').nth(1).click();
	const abstract = page.getByRole('dialog').getByRole('heading', { name: 'Abstract', exact: true });
	await expect(abstract).toBeVisible();
	for (const colorScheme of schemes) {
		expect(await violations(page, colorScheme), colorScheme).toEqual([]);
	}
	await page.keyboard.press('Escape');
	await page.getByRole('button', { name: 'Export…' }).click();
	await expect(page.getByRole('dialog', { name: 'Export papers' })).toBeVisible();
	for (const colorScheme of schemes) {
		expect(await violations(page, colorScheme), colorScheme).toEqual([]);
	}
});
