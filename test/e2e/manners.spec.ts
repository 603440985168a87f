import type { Page } from '@playwright/test';

import { schemes, violations } from './axe.ts';
import { expect, numberOf, visits as test } from './fixtures.ts';
import { expectFits, expectSettled, open, papersTable, visit } from './dashboard.ts';

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
const largestTheme = () =>
	numberOf('SELECT theme_id FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 1');

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

/** Buttons and fields that a finger would miss: lower than 44 pixels. A box to tick is pressed by its label. */
const smallTargets = (page: Page) =>
	page.locator('.button, .input, select').evaluateAll((controls) =>
		controls.flatMap((control) => {
			const { width, height } = control.getBoundingClientRect();
			return width > 0 && height < 43.5 ? [`${control.textContent?.trim()}: ${height}`] : [];
		})
	);

for (const [name, address] of pages) {
	test(`${name} passes axe and fits 1440, 768 and 390 pixels, in light and dark`, async ({ page }) => {
		await page.setViewportSize({ width: 1440, height: 900 });
		if (address === '.') await open(page);
		else await visit(page, address.endsWith('=') ? `${address}${await largestTheme()}` : address);
		await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
		await page.waitForLoadState('networkidle');
		await expectSettled(page);
		expect(await elsewhere(page)).toEqual([]);
		for (const [width, shown] of [
			[1440, schemes],
			[768, ['light']],
			[390, schemes]
		] as const) {
			await page.setViewportSize({ width, height: 900 });
			await expectFits(page, width);
			if (width === 390) await expect.poll(() => smallTargets(page)).toEqual([]);
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
