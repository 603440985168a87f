import { test as base, type Page } from '@playwright/test';

import { startPiecemealHost, type PiecemealHost } from '../support/piecemeal-host.ts';
import { expect, numberOf } from './fixtures.ts';

/** A shift that nobody asked for: how much, and the beginnings of what moved. */
interface Shift {
	value: number;
	moved: string[];
}

const test = base.extend<{ shifts: () => Promise<Shift[]> }, { host: PiecemealHost }>({
	// One for all pages of a worker: pages come anew each time, and the engine is compiled once.
	host: [
		async ({}, use) => {
			const host = await startPiecemealHost('build', 60);
			await use(host);
			await host.close();
		},
		{ scope: 'worker' }
	],
	shifts: async ({ page }, use) => {
		await page.addInitScript(() => {
			localStorage.setItem('corpuscope:guide', 'seen');
			const shifts: unknown[] = [];
			Object.assign(globalThis, { shifts });
			type Entry = PerformanceEntry & { value: number; hadRecentInput: boolean; sources: { node?: Node }[] };
			new PerformanceObserver((list) => {
				for (const { value, hadRecentInput, sources } of list.getEntries() as Entry[]) {
					const moved = sources.map(({ node }) => `${node?.nodeName} ${node?.textContent?.slice(0, 40)}`);
					if (!hadRecentInput) shifts.push({ value, moved });
				}
			}).observe({ type: 'layout-shift', buffered: true });
		});
		await use(() => page.evaluate(() => (globalThis as unknown as { shifts: Shift[] }).shifts));
	}
});

/** Waits until everything that the query engine answers is there. */
async function answered(page: Page): Promise<void> {
	await page.waitForLoadState('load');
	await page.waitForFunction(
		() =>
			!/query engine|appear here|Reading the words/.test(document.body.innerText) &&
			!document.querySelector('[aria-busy=true]')
	);
	// Pictures that are drawn after the last answer, and what is observed of them.
	await page.evaluate(async () => {
		await document.fonts.ready;
		for (let frame = 0; frame < 10; frame++) await new Promise((resolve) => requestAnimationFrame(resolve));
		await new Promise((resolve) => requestIdleCallback(resolve));
	});
}

const theme = () =>
	numberOf('SELECT theme_id FROM d.themes WHERE in_default ORDER BY size DESC LIMIT 1').then(String);

const addresses: Record<string, () => Promise<string> | string> = {
	overview: () => '',
	read: () => 'read/',
	trends: () => 'trends/',
	'words over time': () => 'words/?terms=model',
	comparison: () => 'compare/?a.date=2023&b.date=2024',
	map: () => 'map/',
	theme: async () => `theme/?theme=${await theme()}`,
	'list of themes': () => 'theme/',
	about: () => 'about/'
};

/** Below what rounds to nothing: half a pixel of a line of text. */
const nothing = 0.0005;

for (const [name, address] of Object.entries(addresses)) {
	test(`nothing moves on the ${name} page, however it arrives`, async ({ page, host, shifts }) => {
		for (const width of [1440, 768, 390]) {
			await page.setViewportSize({ width, height: 900 });
			await page.goto(host.address + (await address()));
			await answered(page);
			const found = (await shifts()).filter(({ value }) => value > nothing);
			expect(found, `${width} pixels wide`).toEqual([]);
		}
	});
}
