import { readFileSync, truncateSync, writeFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';

import { memorySource } from '../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../src/lib/corpus/pass/open.ts';
import { corpusParameters } from '../../src/lib/corpus/pass/parameters.ts';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import { formatNumber } from '../../src/lib/format/format.ts';
import { buildDataset } from '../../src/lib/pipeline/build.ts';
import { defaultOptions } from '../../src/lib/pipeline/options.ts';
import { stageNames } from '../../src/lib/source/hooks.ts';
import { generatePapers } from '../support/generate-papers.ts';
import { toJsonl } from '../support/jsonl.ts';
import { atMoment, expectPapers, pressCancel, theme } from './dashboard.ts';
import { expect, test } from './fixtures.ts';

const name = 'mine.jsonl';
const hostile = '<img src=x onerror="globalThis.hacked = true"> Whales & <b>waves</b>';
/** 2,000 papers, one of them twice, and a line that is none. */
const lines = toJsonl(generatePapers(1999, 11)).split('\n');
lines.push(JSON.stringify({ title: hostile, abstract: 'Whales sing in the waves.', date: '2024-05-06' }));
const content = [...lines, lines[5], 'this is "no" record'].join('\n');

async function builtInNode(): Promise<Manifest> {
	const source = openCorpus([memorySource(name, content)]);
	const options = { pipeline: defaultOptions, corpus: corpusParameters({}) };
	return (await buildDataset(source, options, { write: async () => {} })).manifest;
}

/** Files in somebody's hand, to be let fall on a page. */
const held = (page: Page, files: { name: string; content: string }[]) =>
	page.evaluateHandle((given) => {
		const data = new DataTransfer();
		for (const file of given) data.items.add(new File([file.content], file.name));
		return data;
	}, files);

/** Lets files fall on the page, as a visitor does: held over it until it says what will become of them. */
async function drop(page: Page, files: { name: string; content: string }[]): Promise<void> {
	const dataTransfer = await held(page, files);
	await expect(async () => {
		await page.dispatchEvent('main', 'dragover', { dataTransfer });
		expect(await page.getByText('Drop to open these papers').isVisible()).toBe(true);
	}).toPass();
	await page.dispatchEvent('main', 'drop', { dataTransfer });
}

const picker = (page: Page) => page.getByLabel('Files of papers');
const start = (page: Page) => page.getByRole('button', { name: 'Find the themes' });

test('papers dropped on the dashboard become its themes, the same as the command line’s', async ({
	page
}) => {
	const manifest = await builtInNode();
	expect(manifest.counts.papers).toBe(lines.length);
	await page.goto('.');
	await drop(page, [{ name, content }]);
	await expect(page.getByText('JSON Lines; the first 500 records: 500 papers')).toBeVisible();
	await start(page).click();
	await page.waitForURL(`**/?d=${manifest.fingerprint}&file=${name}`);
	await expectPapers(page, lines.length, lines.length);
	for (const { label, papers } of manifest.themes) {
		await expect(theme(page, label)).toHaveAccessibleName(new RegExp(`: ${formatNumber(papers)} papers?, `));
	}

	await theme(page, manifest.themes[0]?.label ?? '').click();
	await expect(page).toHaveURL(/theme=/);
	await expectPapers(page, manifest.themes[0]?.papers ?? 0, lines.length);
	const filtered = page.url();

	await page.getByRole('link', { name: 'Import report' }).click();
	await expect(page.getByText(`${formatNumber(lines.length + 2)} records`).first()).toBeVisible();
	await expect(page.getByRole('table', { name: /rejected records/ })).toContainText('not valid JSON');
	const [file] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name: 'Save all as CSV' }).click()
	]);
	expect(readFileSync(await file.path(), 'utf8')).toContain(
		`${name},2002,not valid JSON,"this is ""no"" record"\r\n`
	);
	expect(await page.evaluate(() => 'hacked' in globalThis)).toBe(false);

	await page.getByRole('link', { name: /^Find themes in these / }).click();
	await expect(page.getByText('Themes in some of these papers')).toBeVisible();
	await start(page).click();
	await expectPapers(page, manifest.themes[0]?.papers ?? 0, manifest.themes[0]?.papers ?? 0);
	await page.getByRole('link', { name: 'About', exact: true }).click();
	await expect(page.getByText(`left of the dataset ${manifest.fingerprint}`)).toBeVisible();

	await page.getByRole('link', { name: /^Back to / }).click();
	await expectPapers(page, 75);
	await page.getByRole('link', { name: `Show ${name}` }).click();
	await expectPapers(page, manifest.themes[0]?.papers ?? 0, manifest.themes[0]?.papers ?? 0);
	// Both are kept; the link opens those that it was made for.
	await page.goto(filtered);
	await expectPapers(page, manifest.themes[0]?.papers ?? 0, lines.length);
	await page.goto(`?d=0123456789abcdef&file=${name}`);
	await expect(page.getByText('This link was made for other papers')).toBeVisible();
	await page.getByRole('link', { name: `Open ${name}…` }).click();
	await expect(page.getByText('the link will be followed')).toBeVisible();
});

test('somebody says what the columns of a table hold', async ({ page }) => {
	const papers = generatePapers(60, 5);
	const rows = papers.map(
		({ title, abstract }, index) =>
			`${index};${title.replaceAll(/[";\n\r]/g, ' ')};"${abstract.replaceAll('"', '')}"`
	);
	await page.goto('open/');
	await picker(page).setInputFiles({
		name: 'tabelle.txt',
		mimeType: 'text/plain',
		buffer: Buffer.from(['Lfd;Kopf;Inhalt', ...rows].join('\n'))
	});
	await page.getByRole('button', { name: 'Say what the columns hold…' }).click();
	const dialog = page.getByRole('dialog', { name: 'What the columns hold' });
	await dialog.getByLabel('Kopf').selectOption('Title');
	await dialog.getByLabel('Inhalt').selectOption('Abstract');
	await dialog.getByRole('button', { name: 'Use these columns' }).click();
	await expect(page.getByText('table; 60 records: 60 papers')).toBeVisible();
	await start(page).click();
	await expectPapers(page, 60, 60);
	await page.getByRole('link', { name: 'About', exact: true }).click();
	await page.getByText('All parameters').click();
	await expect(page.getByText('Inhalt = abstract, Kopf = title, Lfd = ignored')).toBeVisible();
});

/** Keeps the scripts of a page back until they are asked for. */
async function withoutScripts(page: Page): Promise<() => void> {
	let listen = () => {};
	const scripts = new Promise<void>((resolve) => (listen = resolve));
	await page.route(/\.js$/, async (route) => {
		await scripts;
		await route.continue();
	});
	return () => listen();
}

test('files given to the page before it listens are read all the same', async ({ page }) => {
	const listen = await withoutScripts(page);
	await page.goto('open/', { waitUntil: 'commit' });
	await picker(page).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
	listen();
	await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('files that fall on the page before it listens are read all the same', async ({ page }) => {
	const listen = await withoutScripts(page);
	await page.goto('.', { waitUntil: 'commit' });
	const dataTransfer = await held(page, [{ name, content }]);
	await page.dispatchEvent('main', 'drop', { dataTransfer });
	listen();
	await expect(page.getByRole('heading', { name })).toBeVisible();
});

test('a cancelled build leaves nothing behind but the choice of files', async ({ page }) => {
	await page.goto('open/');
	await picker(page).setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
	const cancelled = await atMoment(page, stageNames.choose, pressCancel);
	await start(page).click();
	await cancelled();
	await expect(start(page)).toBeEnabled();
	await expect.poll(() => page.workers().length).toBe(0);
	await expect(page.getByRole('heading', { name })).toBeVisible();
	await page.getByRole('link', { name: 'Overview' }).click();
	await expectPapers(page, 75);
});

test('files that would harm the page are refused with a reason', async ({ page }, info) => {
	const [huge, bomb, entities, line] = ['huge.jsonl', 'bomb.zip', 'laughs.xml', 'line.jsonl'].map((file) =>
		info.outputPath(file)
	) as [string, string, string, string];
	await page.goto('open/');
	writeFileSync(huge, '{"title": "One"}\n');
	truncateSync(huge, 2_000_000_000);
	writeFileSync(bomb, zipSync({ 'zeros.jsonl': new Uint8Array(30_000_000) }));
	const laughs = '<!DOCTYPE feed [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>';
	writeFileSync(
		entities,
		strToU8(`<?xml version="1.0"?>${laughs}<feed><entry><title>&b;</title></entry></feed>`)
	);
	writeFileSync(line, `{"title": "One"}\n{"title": "${'a'.repeat(70_000_000)}`);
	await picker(page).setInputFiles([huge, bomb, entities, line]);
	await expect(page.getByText(/larger than 1000 MB/)).toBeVisible();
	await expect(page.getByText(/refused as a compression bomb/)).toBeVisible();
	await expect(page.getByText(/defines XML entities of its own/)).toBeVisible();
	await expect(page.getByText(/a line of more than 64 million characters/)).toBeVisible();
	await expect(page.getByText('None of these files can be read.')).toBeVisible();
	await expect(start(page)).toBeDisabled();
});
