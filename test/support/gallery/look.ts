/** Takes pictures of the chart gallery: `npx tsx test/support/gallery/look.ts [corpus] [width] [scheme]`. */
import { chromium as browsers } from '@playwright/test';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { createServer } from 'vite';

import { chromium } from '../chromium.ts';

const [corpora = 'usual,many,empty,single', widths = '1440,768,390', schemes = 'light,dark'] =
	process.argv.slice(2);

const root = new URL('.', import.meta.url).pathname;
const server = await createServer({
	configFile: false,
	root,
	plugins: [svelte({ configFile: false })],
	server: { port: 5199, fs: { strict: false } }
});
await server.listen();
const browser = await browsers.launch(chromium());
try {
	for (const width of widths.split(',').map(Number)) {
		for (const scheme of schemes.split(',')) {
			const page = await browser.newPage({
				viewport: { width, height: 900 },
				colorScheme: scheme === 'dark' ? 'dark' : 'light'
			});
			for (const corpus of corpora.split(',')) {
				await page.goto(`http://localhost:5199/?corpus=${corpus}`);
				await page.getByRole('heading', { level: 1 }).waitFor();
				await page.screenshot({
					path: `test-results/gallery/${corpus}-${width}-${scheme}.png`,
					fullPage: true
				});
			}
			await page.close();
		}
	}
} finally {
	await browser.close();
	await server.close();
}
