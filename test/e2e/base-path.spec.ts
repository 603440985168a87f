import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import sirv from 'sirv';

import { expectPapers, open } from './dashboard.ts';
import { expect, test as guarded } from './fixtures.ts';

const prefix = '/a/b/';

/** Serves the built site below a path, as a static host does that knows nothing of it. */
async function serveBelow(): Promise<{ server: Server; address: string }> {
	const files = sirv('build', { etag: true });
	const server = createServer((request, response) => {
		if (!request.url?.startsWith(prefix)) {
			response.writeHead(404).end();
			return;
		}
		request.url = request.url.slice(prefix.length - 1);
		files(request, response, () => void response.writeHead(404).end());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return { server, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}${prefix}` };
}

const test = guarded.extend<{ site: string }>({
	site: async ({}, use) => {
		const { server, address } = await serveBelow();
		await use(address);
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
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
	await page.getByRole('link', { name: 'Overview' }).click();
	await expectPapers(page, 30);
});
