import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { chromium as browsers, type Page } from '@playwright/test';

import { buildPages, pageFolders } from '../../src/cli/site/build-site.ts';
import { prepareSite } from '../../src/cli/site/prepare.ts';
import { serve } from '../../src/cli/site/serve.ts';
import { chromium } from '../support/chromium.ts';
import { randomSource } from '../support/random.ts';
import { desk, visit } from './dashboard/visitor.ts';
import { quantile } from './quantile.ts';

/** Milliseconds in which whatever is under way has to end. */
const limit = 200;

function row(what: string, work: number, times: readonly number[], left: number): string {
	const cells = [
		what,
		(work / 1000).toFixed(1),
		times.length,
		...[0.5, 0.95, 1].map((share) => quantile(times, share).toFixed(0)),
		times.filter((time) => time > limit).length,
		left
	];
	return `| ${cells.join(' | ')} |`;
}

interface Ended {
	/** Milliseconds from the signal to the end; `null` where the end came first. */
	afterSignal: number | null;
	milliseconds: number;
}

type Run = (args: readonly string[], until?: number) => Promise<Ended>;

/** Runs the command line, and asks it to stop some milliseconds after its start. */
function runner(env: Record<string, string>): Run {
	return (args, until) => {
		const start = performance.now();
		const child = spawn(process.execPath, ['src/cli/run.mjs', 'main', ...args], {
			env: { ...process.env, ...env },
			stdio: 'ignore'
		});
		let asked: number | null = null;
		const ask = () => {
			asked = performance.now();
			child.kill('SIGINT');
		};
		const timer = until === undefined ? undefined : setTimeout(ask, until);
		return new Promise((done, fail) => {
			child.on('error', fail);
			child.on('exit', () => {
				clearTimeout(timer);
				const now = performance.now();
				done({ afterSignal: asked === null ? null : now - asked, milliseconds: now - start });
			});
		});
	};
}

/** The time that a server has for opening a dataset, in milliseconds. */
const opening = 2500;

/** Stops a command at random moments of its work, and counts what it leaves in its folders. */
async function stopOften(run: Run, args: readonly string[], moments: number, folders: readonly string[]) {
	const random = randomSource(19);
	const empty = () => folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
	const tidy = () => empty().forEach((path) => rmSync(path, { recursive: true }));
	const work = args[0] === 'serve' ? opening : (await run(args)).milliseconds;
	tidy();
	const times: number[] = [];
	let left = 0;
	while (times.length < moments) {
		const { afterSignal } = await run(args, random() * work);
		if (afterSignal !== null) {
			times.push(afterSignal);
			left += empty().length;
		}
		tidy();
	}
	return { work, times, left };
}

async function reportCommands(file: string, folder: string, moments: number): Promise<string> {
	const [set, saved] = [join(folder, 'set'), join(folder, 'set.corpuscope.zip')];
	const folders = ['made', 'scratch'].map((name) => join(folder, name));
	for (const path of folders) mkdirSync(path);
	const [made = '', scratch = ''] = folders;
	const run = runner({ TMPDIR: scratch, PORT: '0' });
	await run(['build', file, '--out', saved]);
	await run(['build', file, '--out', set]);
	const commands: string[][] = [
		['build', file, '--out', join(made, 'out')],
		['assign', file, '--model', saved, '--out', join(made, 'out')],
		['inspect', saved],
		['export', '--dataset', set, '--out', join(made, 'out.csv')],
		['trends', '--dataset', set, '--words', 'model, agent', '--out', join(made, 'out.csv')],
		['serve', saved]
	];
	for (const args of commands) {
		const { work, times, left } = await stopOften(run, args, moments, folders);
		console.log(row(args[0]!, work, times, left));
	}
	return saved;
}

/** Presses a button in the page and waits for another one. @returns milliseconds until it may be pressed */
function pressed([press, wanted]: readonly [string, string]): Promise<number> {
	const named = (name: string) =>
		[...document.querySelectorAll('button')].find((button) => button.textContent?.trim().startsWith(name));
	const start = performance.now();
	named(press)?.click();
	return new Promise((done) => {
		const look = () => {
			const button = named(wanted);
			if (button && !button.disabled && !named(press)) done(performance.now() - start);
			else requestAnimationFrame(look);
		};
		look();
	});
}

/** Waits for a button that gives the work up, then for some time, and presses it. @returns `null` where it came late */
async function giveUp(page: Page, moment: number, wanted: string): Promise<number | null> {
	const cancel = page.getByRole('button', { name: 'Cancel' });
	await cancel.waitFor();
	await page.waitForTimeout(moment);
	if (!(await cancel.isVisible())) return null;
	return page.evaluate(pressed, ['Cancel', wanted] as const);
}

interface Work {
	what: string;
	file: string;
	/** What is pressed when the file has been looked into; a saved dataset opens by itself. */
	start: string | null;
	/** The button that is there again after a cancel. */
	wanted: string;
}

async function giveUpOften(page: Page, site: string, { what, file, start, wanted }: Work, moments: number) {
	const begin = async () => {
		await page.goto(`${site}open/`);
		await page.getByLabel('Keep what I open in this browser').uncheck();
		await page.getByLabel('Files of papers').setInputFiles(file);
		if (start !== null) await page.getByRole('button', { name: start }).click();
	};
	await begin();
	const from = performance.now();
	await page.waitForURL(/\?d=/, { timeout: 600_000 });
	const work = performance.now() - from;
	const random = randomSource(20);
	const times: number[] = [];
	while (times.length < moments) {
		await begin();
		const time = await giveUp(page, random() * work, wanted);
		if (time !== null) times.push(time);
	}
	console.log(row(what, work, times, page.workers().length));
}

async function reportPage(file: string, saved: string, moments: number): Promise<void> {
	const { signal } = new AbortController();
	await prepareSite(undefined, signal);
	await buildPages('site', signal);
	const { address, close } = await serve({ page: pageFolders.site }, { PORT: '0' });
	const browser = await browsers.launch(chromium());
	const works: Work[] = [
		{ what: 'page: finding themes', file, start: 'Find the themes', wanted: 'Find the themes' },
		{ what: 'page: opening a dataset', file: saved, start: null, wanted: 'Choose files' }
	];
	try {
		await visit(browser, desk, async (page) => {
			page.setDefaultTimeout(300_000);
			for (const work of works) await giveUpOften(page, address, work, moments);
		});
	} finally {
		await browser.close();
		close();
	}
}

/**
 * Milliseconds from a signal to the end of a command, and from a press on Cancel to the page at rest, each at random
 * moments of the work; and what was left behind: files, or workers of the page.
 */
export async function reportCancel(file: string, moments: number): Promise<void> {
	console.log('| work | takes s | moments | p50 ms | p95 ms | most ms | over 200 ms | left behind |');
	console.log('| --- | --: | --: | --: | --: | --: | --: | --: |');
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-bench-'));
	try {
		const saved = await reportCommands(file, folder, moments);
		await reportPage(file, saved, moments);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
