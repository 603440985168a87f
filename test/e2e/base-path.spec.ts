import { startHost } from '../support/static-host.ts';
import { expectPapers, open } from './dashboard.ts';
import { expect, test as guarded } from './fixtures.ts';

const prefix = '/a/b/';

const test = guarded.extend<{ site: string }>({
	site: async ({}, use) => {
		const host = await startHost('build', prefix);
		await use(host.address);
		await host.close();
	},
	baseURL: async ({ site }, use) => use(site)
});

test('the built site works below a path of its host', async ({ page, site }) => {
	await open(page, `${site}?date=2024`);
	await expectPapers(page, 30);
	await page.getByRole('link', { name: 'About' }).click();
	await expect(page).toHaveURL(({ pathname }) => pathname === `${prefix}about/`);
	await page.reload();
	await expect(page.getByRole('main')).toContainText('daily-papers.txt');
	const overview = page.getByRole('link', { name: 'Overview', exact: true });
	await expect(overview).toHaveAttribute('href', /date=2024/);
	await overview.click();
	await expectPapers(page, 30);
});
