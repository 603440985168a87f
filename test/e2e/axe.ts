import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

type Scheme = 'light' | 'dark';
export const schemes: readonly Scheme[] = ['light', 'dark'];

/**
 * Rules that are broken and where: all of them in light colours, in dark ones those about colour, since nothing
 * else of the page changes with the scheme. There are no frames, so that axe may run in the page itself, which
 * takes a quarter of the time.
 */
export async function violations(page: Page, colorScheme: Scheme) {
	await page.emulateMedia({ colorScheme });
	const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
	const found = await (colorScheme === 'light' ? axe : axe.withTags('cat.color')).analyze();
	return found.violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
}
