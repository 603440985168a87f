import { chromium as browsers } from '@playwright/test';

import { chromium } from '../support/chromium.ts';
import { asExpression, isElsewhere, size, type Browser } from './browser.ts';

/** The Chromium that all other tests run in, which others are held to. */
export async function startChromium(): Promise<Browser> {
	const browser = await browsers.launch(chromium());
	const context = await browser.newContext({ viewport: size });
	const page = await context.newPage();
	const complaints: string[] = [];
	context.on('weberror', (event) => complaints.push(String(event.error())));
	context.on('console', (message) => {
		if (message.type() === 'error') complaints.push(message.text());
	});
	context.on('request', (request) => {
		if (isElsewhere(request.url())) complaints.push(`asked for ${request.url()}`);
	});
	return {
		name: `Chromium ${browser.version()}`,
		complaints,
		open: async (address) => void (await page.goto(address)),
		reload: async () => void (await page.reload()),
		run: async (work, argument) => JSON.parse(await page.evaluate<string>(asExpression(work, argument))),
		choose: (selector, paths) => page.setInputFiles(selector, [...paths]),
		picture: () => page.screenshot(),
		close: () => browser.close()
	};
}
