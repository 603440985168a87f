import type { Browser, Page, Request } from 'playwright-core';

import { answered, visit } from './visitor.ts';

/** What a first visit to the overview was like. Times in milliseconds from the navigation. */
export interface Visit {
	firstPaint: number;
	/** Until a frame in which the first chart had its place and its lines. */
	firstChart: number;
	/** When WebAssembly began to be fetched. */
	engineAsked: number;
	/** Until filters were answered and papers listed. */
	interactive: number;
	/** Largest sum of layout shifts in a session window (web.dev/cls), until then and two seconds more. */
	layoutShift: number;
	/** Bytes of bodies, by kind, until then. */
	bytes: { page: number; code: number; manifest: number; papers: number; engine: number };
}

interface Notes {
	firstChart: number;
	interactive: number;
	shifts: { at: number; value: number }[];
}

/** Watches the page from its beginning; runs in the page. */
function watch(): void {
	const notes: Notes = { firstChart: NaN, interactive: NaN, shifts: [] };
	Object.assign(globalThis, { notes });
	new PerformanceObserver((list) => {
		for (const entry of list.getEntries() as (PerformanceEntry & {
			value: number;
			hadRecentInput: boolean;
		})[]) {
			if (!entry.hadRecentInput) notes.shifts.push({ at: entry.startTime, value: entry.value });
		}
	}).observe({ type: 'layout-shift', buffered: true });
	const look = () => {
		const line = document.querySelector('figure [aria-describedby] svg path');
		if (Number.isNaN(notes.firstChart) && line && line.getBoundingClientRect().width > 0) {
			// What stands now is on screen when the next frame begins.
			requestAnimationFrame((at) => (notes.firstChart = at));
		}
		if (document.querySelector('[role=row][aria-label]')) notes.interactive = performance.now();
		else requestAnimationFrame(look);
	};
	requestAnimationFrame(look);
}

function layoutShiftOf(shifts: Notes['shifts']): number {
	let [worst, sum, begun, last] = [0, 0, -Infinity, -Infinity];
	for (const { at, value } of shifts) {
		const isSame = at - last < 1000 && at - begun < 5000;
		if (!isSame) [sum, begun] = [0, at];
		sum += value;
		last = at;
		worst = Math.max(worst, sum);
	}
	return worst;
}

function kindOf(url: string): keyof Visit['bytes'] {
	if (/duckdb-[a-z]+\./.test(url)) return 'engine';
	if (url.includes('/dataset/manifest.json')) return 'manifest';
	if (url.includes('/dataset/')) return 'papers';
	return /\.(?:js|css|svg)$/.test(url) ? 'code' : 'page';
}

async function bytesOf(requests: readonly Request[]): Promise<Visit['bytes']> {
	const bytes = { page: 0, code: 0, manifest: 0, papers: 0, engine: 0 };
	for (const request of requests) bytes[kindOf(request.url())] += (await request.sizes()).responseBodySize;
	return bytes;
}

async function read(page: Page, finished: readonly Request[]): Promise<Visit> {
	await page.waitForSelector(answered, { timeout: 120_000 });
	const requests = [...finished];
	await page.waitForTimeout(2000);
	const { notes, firstPaint, engineAsked } = await page.evaluate(() => ({
		notes: (globalThis as unknown as { notes: Notes }).notes,
		firstPaint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
		engineAsked:
			performance.getEntriesByType('resource').find(({ name }) => name.includes('.wasm'))?.startTime ?? NaN
	}));
	return {
		...{ firstPaint, engineAsked, firstChart: notes.firstChart, interactive: notes.interactive },
		layoutShift: layoutShiftOf(notes.shifts),
		bytes: await bytesOf(requests)
	};
}

/** Visits the overview for the first time, with nothing in the cache. */
export function firstVisit(
	browser: Browser,
	address: string,
	viewport: { width: number; height: number }
): Promise<Visit> {
	return visit(browser, viewport, async (page) => {
		const finished: Request[] = [];
		page.on('requestfinished', (request) => finished.push(request));
		await page.addInitScript(watch);
		await page.goto(address, { waitUntil: 'commit' });
		return read(page, finished);
	});
}
