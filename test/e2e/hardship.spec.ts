import { test as base, type Page } from '@playwright/test';

import { stageNames } from '../../src/lib/source/hooks.ts';
import { generatePapers } from '../support/generate-papers.ts';
import { toJsonl } from '../support/jsonl.ts';
import { randomSource } from '../support/random.ts';
import { savedInArrow } from '../support/saved-dataset.ts';
import { atMoment, expectPapers, open, papersTable } from './dashboard.ts';
import { expect } from './fixtures.ts';
import { keptIn } from './kept.ts';

/** Rounds of each test that repeats itself: a few in the suite, `HARDSHIP_ROUNDS=50` to look closely. */
const rounds = (few: number) => Number(process.env.HARDSHIP_ROUNDS ?? few);

// Without the guard of the other tests: workers that are killed are errors.
const test = base;
const papers = generatePapers(150, 21);
const picker = (page: Page) => page.getByLabel('Files of papers');
const start = (page: Page) => page.getByRole('button', { name: 'Find the themes' });
const inHeader = (page: Page) => page.getByRole('banner').getByRole('status');

/** Has the page note its workers, so that they can be killed as a browser does that is short of memory. */
async function noteWorkers(page: Page): Promise<(kind: string) => Promise<number>> {
	await page.addInitScript(() => {
		const noted: { name: string; worker: Worker }[] = [];
		globalThis.Worker = class extends Worker {
			constructor(url: string | URL, options?: WorkerOptions) {
				super(url, options);
				noted.push({ name: options?.name ?? '', worker: this });
			}
		};
		Object.assign(globalThis, {
			kill: (kind: string) => {
				const found = noted.filter(({ name }) => name.startsWith(kind));
				for (const { worker } of found) worker.terminate();
				return found.length;
			}
		});
	});
	return (kind) =>
		page.evaluate((which) => (globalThis as never as { kill(kind: string): number }).kill(which), kind);
}

async function choose(page: Page, chosen = papers): Promise<void> {
	await page.goto('open/');
	const buffer = Buffer.from(toJsonl(chosen));
	await picker(page).setInputFiles({ name: 'mine.jsonl', mimeType: 'text/plain', buffer });
	await expect(start(page)).toBeEnabled();
}

test('an engine that is killed is said, and starts again', async ({ page }) => {
	const kill = await noteWorkers(page);
	await open(page);
	expect(await kill('engine')).toBe(1);
	await expect(
		page.getByText('The query engine has stopped, perhaps for lack of memory.').first()
	).toBeVisible();
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill('multilingual');
	// At once: what leaving the field changes is not to move the button away under the press.
	await page.getByRole('button', { name: 'Try again' }).first().click();
	await expect(page.getByRole('heading', { name: /^\d+ of 75 papers$/ })).toBeVisible();
	await expect(papersTable(page).getByRole('row').nth(1)).toHaveAttribute('aria-label', /./);
});

test('a build that is killed is said, and works at the next try', async ({ page }) => {
	const many = generatePapers(900, 22);
	const kill = await noteWorkers(page);
	await choose(page, many);
	const killed = await atMoment(page, stageNames.choose, () =>
		(globalThis as never as { kill(kind: string): number }).kill('build')
	);
	await start(page).click();
	expect(await killed()).toBeGreaterThan(0);
	await expect(page.getByText('The browser has ended the work, perhaps for lack of memory.')).toBeVisible();
	await start(page).click();
	await page.waitForURL(/file=mine\.jsonl/);
	await expectPapers(page, many.length, many.length);
	expect(await kill('engine')).toBeGreaterThan(0);
	await page.getByRole('button', { name: 'Try again' }).first().click();
	await page
		.getByRole('searchbox', { name: 'Search title and abstract' })
		.fill(many[3]!.title.split(' ')[0]!);
	await expect(page.getByRole('heading', { name: /^\d+ of 900 papers$/ })).toBeVisible();
});

async function forget(page: Page): Promise<void> {
	await expect(inHeader(page)).toHaveText(/^Kept in this browser/);
	await page.getByRole('banner').getByRole('button', { name: 'Forget' }).click();
	await expect(inHeader(page)).toHaveText(/^Not kept/);
}

/**
 * Has the page count what its workers tell, and press Cancel at a count: the moments are steps of the work, however
 * fast the machine is.
 */
async function countMessages(page: Page): Promise<void> {
	await page.addInitScript(() => {
		const moment = { told: 0, steps: 0, at: Infinity, pressed: false };
		globalThis.Worker = class extends Worker {
			constructor(url: string | URL, options?: WorkerOptions) {
				super(url, options);
				this.addEventListener('message', () => {
					moment.told++;
					if (!/[?&]d=/.test(location.search)) moment.steps = moment.told;
					if (moment.told <= moment.at || moment.pressed) return;
					const buttons = [...document.querySelectorAll('button')];
					const cancel = buttons.find(({ textContent }) => textContent?.trim() === 'Cancel');
					moment.pressed = cancel !== undefined;
					cancel?.click();
				});
			}
		};
		Object.assign(globalThis, { moment });
	});
}

interface Moment {
	steps: number;
	pressed: boolean;
}

/** Sets the count at which Cancel is pressed, and begins to count. */
const pressAt = (page: Page, at: number) =>
	page.evaluate((count) => {
		const { moment } = globalThis as never as { moment: Moment };
		Object.assign(moment, { told: 0, at: count, pressed: false });
	}, at);

test('reading a file can be given up at any moment, and leaves nothing', async ({ page }) => {
	const random = randomSource(20);
	await countMessages(page);
	await choose(page);
	await start(page).click();
	await expect(inHeader(page)).toHaveText(/^Kept in this browser/);
	const steps = await page.evaluate(() => (globalThis as never as { moment: Moment }).moment.steps);
	await forget(page);
	await choose(page);
	const moments: number[] = [];
	while (moments.length < rounds(3)) {
		const moment = Math.floor(random() * steps);
		await pressAt(page, moment);
		await start(page).click();
		const pressed = await page.waitForFunction(() =>
			(globalThis as never as { moment: Moment }).moment.pressed
				? 'yes'
				: /[?&]d=/.test(location.search) && 'no'
		);
		if ((await pressed.jsonValue()) === 'yes') {
			moments.push(moment);
			await expect(start(page)).toBeEnabled();
			await expect.poll(() => page.workers().map((worker) => worker.url()), `step ${moment}`).toEqual([]);
			expect(await keptIn(page)).toMatchObject({ corpora: 0, belongings: 0 });
			expect(new URL(page.url()).search).toBe('');
		} else {
			// There were fewer steps than the first time.
			await forget(page);
			await choose(page);
		}
	}
	await start(page).click();
	await expectPapers(page, papers.length, papers.length);
	await expect(inHeader(page)).toHaveText(/^Kept in this browser/);
});

/**
 * Has a page stand still in a dialog at one of the steps in which it keeps a dataset: before and after it is put, and
 * when the transaction is complete.
 */
async function standStillAt(page: Page, step: number): Promise<void> {
	await page.addInitScript((wanted) => {
		let steps = 0;
		const next = () => {
			if (steps++ === wanted) alert('stored so far');
		};
		const { put } = IDBObjectStore.prototype;
		IDBObjectStore.prototype.put = function (...values: [unknown, IDBValidKey?]) {
			if (this.name !== 'corpora') return put.apply(this, values);
			next();
			// The dialog ends before the tab does.
			if (steps > wanted) throw new Error('this tab is closed');
			this.transaction.addEventListener('complete', next);
			const request = put.apply(this, values);
			next();
			return request;
		};
	}, step);
}

/** The step at which a dataset is kept. */
const last = 2;

test('a tab that is closed while it saves leaves a dataset or nothing', async ({ context, page }) => {
	const buffer = Buffer.from(await savedInArrow(papers));
	await page.goto('open/');
	for (let step = 0; step <= last; step++) {
		const other = await context.newPage();
		await standStillAt(other, step);
		const stands = other.waitForEvent('dialog');
		await other.goto('open/');
		await picker(other).setInputFiles({ name: 'mine.corpuscope.zip', mimeType: 'application/zip', buffer });
		await stands;
		await other.close();
		const { corpora: kept } = await keptIn(page);
		if (step === last) expect(kept).toBe(1);
		if (kept === 0) continue;
		await page.reload();
		await page.getByRole('button', { name: /^Open / }).click();
		await expect(inHeader(page)).toHaveText(/^Kept in this browser/);
		await expectPapers(page, papers.length, papers.length);
		await forget(page);
		await page.goto('open/');
	}
});

test('going from one dataset to another and back leaves one of them in memory', async ({ context, page }) => {
	const sizes = [60, 90];
	const names = ['one.corpuscope.zip', 'two.corpuscope.zip'];
	await page.goto('open/');
	for (const [at, size] of sizes.entries()) {
		const buffer = Buffer.from(await savedInArrow(generatePapers(size, 31 + at), 3 + at));
		await page.getByRole('link', { name: 'Open papers', exact: true }).click();
		await picker(page).setInputFiles({ name: names[at]!, mimeType: 'application/zip', buffer });
		await expectPapers(page, size, size);
		await expect(inHeader(page)).toHaveText(/^Kept in this browser/);
	}
	const session = await context.newCDPSession(page);
	const heap = async () => {
		await session.send('HeapProfiler.collectGarbage');
		return (await session.send('Runtime.getHeapUsage')).usedSize;
	};
	const used: number[] = [];
	// The entries between are those of the page on which papers are opened, which keeps what is open.
	for (let round = 0; round < rounds(4); round++) {
		for (let step = 0; step < 2; step++) await (round % 2 === 0 ? page.goBack() : page.goForward());
		const size = sizes[round % 2]!;
		await expectPapers(page, size, size);
		await expect.poll(() => page.workers().length).toBe(1);
		used.push(await heap());
	}
	const [first = 0, last = 0] = [used[1], used.at(-1)];
	expect(last - first, used.join(' ')).toBeLessThan(8_000_000 + 200_000 * used.length);
});
