import { DuckDBInstance } from '@duckdb/node-api';
import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

import { followLink } from './dashboard.ts';

interface Guards {
	/** Fails a test whose page asks another host for anything, or reports an error. */
	guard: void;
}

/** Everything but the address of the site itself. */
function isElsewhere(url: string, baseURL: string | undefined): boolean {
	const { protocol, origin } = new URL(url);
	return /^(?:https?|wss?):$/.test(protocol) && origin !== new URL(baseURL ?? '').origin;
}

/**
 * Notes what pages of a context must not do. The guide of a first visit is put aside: it has a test of its own.
 *
 * @returns fails when a page has asked another host for anything, or has reported an error
 */
export async function watch(context: BrowserContext, baseURL: string | undefined): Promise<() => void> {
	const requests: string[] = [];
	const errors: string[] = [];
	context.on('request', (request) => {
		if (isElsewhere(request.url(), baseURL)) requests.push(request.url());
	});
	await context.addInitScript(() => {
		// An empty page has no store.
		if (location.protocol !== 'about:') localStorage.setItem('corpuscope:guide', 'seen');
	});
	await context.addInitScript(() =>
		addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			console.error(`forbidden by ${violatedDirective}: ${blockedURI}`)
		)
	);
	context.on('weberror', (event) => errors.push(String(event.error())));
	context.on('console', (message) => {
		if (message.type() === 'error') errors.push(message.text());
	});
	return () => {
		expect(requests, 'requests to other hosts').toEqual([]);
		expect(errors, 'errors on the page').toEqual([]);
	};
}

export const test = base.extend<Guards>({
	guard: [
		async ({ context, baseURL }, use) => {
			const check = await watch(context, baseURL);
			await use();
			check();
		},
		{ auto: true }
	]
});

/** A page that the tests of a worker share, and the check of it. */
interface Stay {
	readonly page: Page;
	check(): void;
}

/** Leaves a page as the next test expects it: on a view without filters, the only tab, as large and bright as usual. */
async function tidy(page: Page): Promise<void> {
	for (const tab of page.context().pages()) if (tab !== page) await tab.close();
	// A page behind another draws no frames.
	await page.bringToFront();
	await page.unrouteAll();
	await page.emulateMedia({ colorScheme: null, media: null });
	await page.setViewportSize({ width: 1280, height: 720 });
	// Nothing of the next test is to be pointed at.
	await page.mouse.move(0, 0);
	await followLink(page, 'about/');
}

/**
 * For tests of what stands in a view, however one came there. Starting the query engine takes most of the time of such
 * a test, so that the tests of a worker share a page: `open` and `visit` lead from view to view as links of the site
 * do. A test that fails ends its worker and the page. Tests of loading, of what the browser keeps, and of other
 * settings of the browser take `test`, whose pages are new.
 */
export const visits = base.extend<Guards, { stay: Stay }>({
	stay: [
		async ({ browser }, use, { project }) => {
			const { baseURL, serviceWorkers = 'block' } = project.use;
			const context = await browser.newContext({ ...(baseURL && { baseURL }), serviceWorkers });
			const check = await watch(context, baseURL);
			await use({ page: await context.newPage(), check });
			await context.close();
		},
		{ scope: 'worker' }
	],
	context: async ({ stay }, use) => use(stay.page.context()),
	page: async ({ stay: { page } }, use) => {
		await use(page);
		await tidy(page);
	},
	guard: [
		async ({ stay }, use) => {
			await use();
			stay.check();
		},
		{ auto: true }
	]
});

export { expect } from '@playwright/test';

const attached = [
	['d', 'dataset'],
	['t', 'texts-0000'],
	['a', 'authors-0000'],
	['v', 'vectors-0000']
] as const;

export type Row = Record<string, unknown>;

/** The dataset that the site shows. */
const shown = 'static/dataset';

/** Rows of a query over a dataset, the one that the site shows if no other, run by another engine than the page's. */
export async function rowsOf(sql: string, folder = shown): Promise<Row[]> {
	const instance = await DuckDBInstance.create(':memory:');
	const connection = await instance.connect();
	try {
		for (const [name, file] of attached) {
			await connection.run(`ATTACH '${folder}/${file}.duckdb' AS ${name} (READ_ONLY)`);
		}
		const reader = await connection.runAndReadAll(sql);
		return reader.getRowObjectsJS() as Row[];
	} finally {
		connection.closeSync();
		instance.closeSync();
	}
}

/** The only number that a query gives. */
export async function numberOf(sql: string, folder = shown): Promise<number> {
	const [row] = await rowsOf(sql, folder);
	return Number(Object.values(row ?? {})[0]);
}
