import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium as playwright, type Browser } from 'playwright-core';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { chromium } from '../../support/chromium.ts';
import { startHost } from '../../support/static-host.ts';
import { buildBenchSite } from './bench-site.ts';
import { brushPaint } from './brush-paint.ts';
import { measureBrush } from './brush.ts';
import { measureCompare } from './compare.ts';
import { figuresText, type Figures } from './figures.ts';
import { firstVisit, type Visit } from './first-visit.ts';
import { generatedDataset } from './generated-dataset.ts';
import { mapFrames } from './map-frames.ts';
import { measureSearch } from './search.ts';
import { desk, phone } from './visitor.ts';

const visits = 7;

export interface DashboardOptions {
	/** Positions of brushes. */
	positions: number;
	themes: string;
	/** Folder in which datasets stay; `null` for none. */
	keep: string | null;
}

const note = (what: string) =>
	console.error(`${new Date().toTimeString().slice(0, 8)} ${what} (load ${loadavg()[0]?.toFixed(1)})`);

function bytesOf(folder: string, { files }: Manifest): Record<string, number> {
	const bytes: Record<string, number> = {};
	for (const { file, group } of files) {
		bytes[group] = (bytes[group] ?? 0) + statSync(join(folder, file)).size;
	}
	return bytes;
}

async function visitAll(browser: Browser, address: string, screen: typeof desk): Promise<Visit[]> {
	const all: Visit[] = [];
	for (let count = 0; count < visits; count++) all.push(await firstVisit(browser, address, screen));
	return all;
}

/** The queries alone, in a page of their own. */
async function queryFigures(browser: Browser, address: string, manifest: Manifest, positions: number) {
	const page = await browser.newPage();
	page.setDefaultTimeout(0);
	try {
		await page.goto(`${address}bench/`);
		note('brushing');
		const brush = await measureBrush(page, positions);
		note('searching');
		const search = await measureSearch(page);
		note('comparing');
		return { brush, search, compare: await measureCompare(page, manifest) };
	} finally {
		await page.close();
	}
}

async function pageFigures(browser: Browser, address: string) {
	note('visiting');
	const seen = {
		desk: await visitAll(browser, address, desk),
		phone: await visitAll(browser, address, phone)
	};
	note('brushing the page');
	const paint = await brushPaint(browser, address);
	note('moving the map');
	return { visits: seen, paint, map: await mapFrames(browser, address) };
}

async function measureSize(size: number, folder: string, options: DashboardOptions): Promise<Figures> {
	note(`building ${size} papers`);
	const dataset = await generatedDataset(size, options.keep ?? folder, options.themes);
	const manifest = JSON.parse(readFileSync(join(dataset.folder, 'manifest.json'), 'utf8')) as Manifest;
	const site = await buildBenchSite(dataset.folder, join(folder, `site-${size}`));
	const host = await startHost(site, '/');
	const browser = await playwright.launch(chromium());
	try {
		return {
			manifest,
			built: dataset.built,
			bytes: bytesOf(dataset.folder, manifest),
			...(await pageFigures(browser, host.address)),
			...(await queryFigures(browser, host.address, manifest, options.positions))
		};
	} finally {
		await browser.close();
		await host.close();
	}
}

/** Measures the dashboard in Chromium on generated papers and prints tables. */
export async function reportDashboard(sizes: readonly number[], options: DashboardOptions): Promise<void> {
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-'));
	const all: Figures[] = [];
	try {
		for (const size of sizes) all.push(await measureSize(size, folder, options));
	} finally {
		console.log(figuresText(all));
		rmSync(folder, { recursive: true, force: true });
	}
}
