import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

import { expectFits, expectPapers, expectSettled, visit } from './dashboard.ts';
import { expect, numberOf, rowsOf, test as fresh, visits as test } from './fixtures.ts';

const map = (page: Page) => page.getByRole('application', { name: 'Map of papers' });
const titles = (page: Page) => map(page).locator('svg .title');
const all = () => numberOf('SELECT count(*) FROM d.papers');

async function openMap(page: Page, query = ''): Promise<void> {
	await visit(page, `map/${query}`);
	await expect(page.getByRole('heading', { name: /papers? in view$/ })).toBeVisible();
	await expect(page.getByRole('slider', { name: 'End of the time shown' })).toBeVisible();
	await expectSettled(page);
}

/** Where the map stands in the page. */
const boxOf = async (page: Page) => {
	const { x, y, width, height } = (await map(page).boundingBox())!;
	const scrolled = await page.evaluate(() => scrollY);
	return { x, y: y + scrolled, width, height };
};

test('names give way to titles as one zooms in, and titles are those of the papers', async ({ page }) => {
	await openMap(page);
	await expect(map(page).locator('svg .theme').first()).toBeVisible();
	await map(page).focus();
	for (let step = 0; step < 4; step++) await page.keyboard.press('+');
	await expect(titles(page).first()).toBeVisible();
	const known = (await rowsOf('SELECT title FROM d.papers')).map(({ title }) => String(title));
	const areWhole = async () => (await titles(page).allTextContents()).every((title) => title !== '');
	await expect.poll(areWhole).toBe(true);
	const shown = await titles(page).evaluateAll((groups) =>
		groups.map((group) => [...group.querySelectorAll('text')].map((text) => text.textContent).join(' '))
	);
	for (const title of shown) {
		const begins = title.replace(/…$/, '');
		expect(
			known.some((whole) => whole.replace(/\s+/g, ' ').startsWith(begins)),
			title
		).toBe(true);
	}
	const before = new Set(shown);
	await page.keyboard.press('Shift+ArrowRight');
	await page.keyboard.press('Shift+ArrowLeft');
	await expect.poll(areWhole).toBe(true);
	expect(before.size).toBe(shown.length);
});

/** What is written on the map and cut by its edge, or stands behind the small picture of it. */
const cutTexts = (page: Page) =>
	map(page).evaluate((stage) => {
		const box = (element: Element) => element.getBoundingClientRect();
		const [window, small] = [box(stage), box(document.querySelector('.thumbnail')!)];
		const isCut = ({ left, top, right, bottom }: DOMRect) =>
			Math.min(left - window.left, top - window.top, window.right - right, window.bottom - bottom) < -1 ||
			(right > small.left && bottom > small.top);
		return [...stage.querySelectorAll('svg text')]
			.filter((text) => isCut(box(text)))
			.map((text) => text.textContent);
	});

test('what is written on the map stands in it whole, and not behind the small picture', async ({ page }) => {
	await openMap(page);
	for (const width of [1280, 390]) {
		await page.setViewportSize({ width, height: 800 });
		await map(page).focus();
		await page.keyboard.press('0');
		for (let step = 0; step < 5; step++) {
			await page.keyboard.press('+');
			await page.keyboard.press(step % 2 === 0 ? 'Shift+ArrowRight' : 'Shift+ArrowDown');
			// What is drawn for the width is drawn anew a frame after that changed.
			await expect.poll(() => cutTexts(page), `${width} pixels`).toEqual([]);
		}
	}
	await page.keyboard.press('0');
	await expect(map(page).locator('svg text').nth(3)).toBeVisible();
});

test('colour, size, time and a selection leave the map where it is', async ({ page }) => {
	await openMap(page);
	const before = await boxOf(page);
	const colour = page.getByLabel('Colour', { exact: true });
	for (const label of ['Date', 'Team size', 'Search hits', 'Theme']) {
		await colour.selectOption({ label });
		await expectSettled(page);
		expect(await boxOf(page), label).toEqual(before);
	}
	await page.getByRole('button', { name: 'One step back' }).click();
	expect(await boxOf(page)).toEqual(before);
	await page.getByRole('button', { name: 'Show all dates' }).click();
	await page.getByRole('radiogroup', { name: 'Dragging' }).getByText('Rectangle').click();
	await page.mouse.move(before.x + before.width * 0.2, before.y + before.height * 0.2);
	await page.mouse.down();
	await page.mouse.move(before.x + before.width * 0.6, before.y + before.height * 0.7, { steps: 5 });
	await page.mouse.up();
	await expect(page.getByRole('heading', { name: 'Typical papers' })).toBeVisible();
	expect(await boxOf(page)).toEqual(before);
});

test('the legend counts the papers of each colour, and the link keeps it', async ({ page }) => {
	await openMap(page);
	await page.getByLabel('Colour', { exact: true }).selectOption({ label: 'Team size' });
	await expect(page).toHaveURL(/colour=team/);
	await page.reload();
	const legend = page.locator('.legend li');
	// Classes come before the papers that they count.
	await expect(async () => {
		let counted = 0;
		for (const text of await legend.allTextContents()) {
			const grey = /unknown ([\d,]+)/.exec(text);
			const step = /^\s*([\d,]+)(?:–([\d,]+))?\s+([\d,]+)\s*$/.exec(text.replace(/\s+/g, ' '));
			const number = (digits = '') => Number(digits.replaceAll(',', ''));
			const [where, said] = grey
				? ['team_size IS NULL', number(grey[1])]
				: [`team_size BETWEEN ${number(step?.[1])} AND ${number(step?.[2] ?? step?.[1])}`, number(step?.[3])];
			expect(said, text).toBe(await numberOf(`SELECT count(*) FROM d.papers WHERE ${where}`));
			counted += said;
		}
		expect(counted).toBe(await all());
	}).toPass();
});

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Papers of one period, by how it is called. */
function papersOf(label: string): Promise<number> {
	const [, quarter, month, year] = /^(?:Q(\d) |([A-Z][a-z]{2}) )?(\d{4})$/.exec(label)!;
	const [from, length] = quarter
		? [Number(quarter) * 3 - 2, 3]
		: month
			? [months.indexOf(month) + 1, 1]
			: [1, 12];
	const start = `DATE '${year}-${String(from).padStart(2, '0')}-01'`;
	const precisions = length === 12 ? "('day', 'month', 'year')" : "('day', 'month')";
	return numberOf(`SELECT count(*) FROM d.papers WHERE date_precision IN ${precisions}
		AND published >= ${start} AND published < ${start} + INTERVAL ${length} MONTH`);
}

fresh('time goes by with the keyboard, plays, pauses, and becomes a filter', async ({ page }) => {
	await page.clock.install();
	await openMap(page);
	const slider = page.getByRole('slider', { name: 'End of the time shown' });
	await expect(slider).toHaveAttribute('aria-valuetext', /^All dates: /);
	await page.getByLabel('Time shown at once').selectOption({ index: 1 });
	await slider.focus();
	await page.keyboard.press('ArrowLeft');
	await expect(slider).not.toHaveAttribute('aria-valuetext', /^All dates: /);
	const said = async () =>
		/^(.+): ([\d,]+) papers?$/.exec((await slider.getAttribute('aria-valuetext')) ?? '')!;
	const [, label, papers] = await said();
	expect(Number(papers)).toBe(await papersOf(label!));
	await expect(page.getByRole('heading', { name: new RegExp(`^${papers} papers? in view$`) })).toBeVisible();

	await expect(page).toHaveURL(/time=\d{4}-\d\d-\d\d,1/);
	await page.reload();
	await expect.poll(async () => (await said()).slice(1)).toEqual([label, papers]);

	// A clock that stands still between the steps: playing ends by itself, perhaps before one has looked.
	await page.clock.pauseAt(await page.evaluate(() => Date.now() + 60_000));
	await page.getByRole('button', { name: 'Play through time' }).press('Enter');
	const [, next] = await said();
	expect(next).not.toBe(label);
	await page.clock.runFor(700);
	const [, other] = await said();
	expect([label, next]).not.toContain(other);
	await page.getByRole('button', { name: 'Pause' }).press('Enter');
	await page.clock.runFor(2000);
	expect((await said())[1]).toBe(other);
	await page.clock.resume();
	await expect(page.getByRole('button', { name: 'Play through time' })).toBeVisible();
	await slider.focus();
	await page.keyboard.press('End');
	const [, last, left] = await said();
	expect(Number(left)).toBe(await papersOf(last!));
	await page.getByRole('button', { name: 'Filter to this time' }).press('Enter');
	await expectPapers(page, Number(left), await all());
	await expect(page).toHaveURL(/date=/);
	await expect(page).not.toHaveURL(/time=/);
});

test('what is in view says what is special about it, by keyboard, and becomes a selection', async ({
	page
}) => {
	await openMap(page);
	await map(page).focus();
	await page.keyboard.press('+');
	await page.keyboard.press('v');
	const special = page.getByRole('region', { name: 'What is special here' });
	await expect(special.getByRole('heading', { name: 'Typical papers' })).toBeVisible();
	await expect(special.locator('p').first()).toContainText(/papers? here, /);
	const [, here, elsewhere] = /^(\d+) papers? here, \d+ % of 75; “elsewhere” means the other (\d+)/.exec(
		(await special.locator('p').first().textContent())!
	)!;
	expect(Number(here) + Number(elsewhere)).toBe(await all());
	await special.getByRole('button', { name: /^Select these/ }).press('Enter');
	await expect(page).toHaveURL(/area=/);
	const [[x1, y1], [x2, y2]] = new URL(page.url()).searchParams
		.get('area')!
		.split(' ')
		.map((corner) => corner.split(',').map((part) => Number(part) * 10_000)) as [
		[number, number],
		[number, number]
	];
	const inside =
		await numberOf(`SELECT count(*) FROM d.papers WHERE CAST(x AS DOUBLE) * 10000 BETWEEN ${x1} AND ${x2}
		AND CAST(y AS DOUBLE) * 10000 BETWEEN ${y1} AND ${y2}`);
	expect(inside).toBe(Number(here));
	await expectPapers(page, inside, await all());
});

test('the thumbnail shows where one is and moves the map', async ({ page }) => {
	await openMap(page);
	const thumbnail = page.locator('.thumbnail');
	await expect(thumbnail).toBeHidden();
	await map(page).focus();
	for (let step = 0; step < 3; step++) await page.keyboard.press('+');
	await expect(thumbnail).toBeVisible();
	const seen = thumbnail.locator('rect').last();
	const before = Number(await seen.getAttribute('x'));
	const box = (await thumbnail.boundingBox())!;
	await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.5);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.75, box.y + box.height * 0.5, { steps: 4 });
	await page.mouse.up();
	await expect.poll(async () => Number(await seen.getAttribute('x'))).toBeGreaterThan(before + 20);
	await expect(page).not.toHaveURL(/area=/);
});

fresh.describe('on a phone', () => {
	fresh.use({ viewport: { width: 390, height: 844 }, hasTouch: true });

	fresh('two fingers zoom and one moves the map', async ({ page }) => {
		await openMap(page);
		await map(page).scrollIntoViewIfNeeded();
		const { x, y, width, height } = (await map(page).boundingBox())!;
		const client = await page.context().newCDPSession(page);
		const [cx, cy] = [x + width / 2, y + height / 2];
		const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: [number, number][]) =>
			client.send('Input.dispatchTouchEvent', {
				type,
				touchPoints: points.map(([px, py], id) => ({ x: px, y: py, id }))
			});
		await touch('touchStart', [[cx - 30, cy], [cx + 30, cy]]); // prettier-ignore
		for (let apart = 40; apart <= 90; apart += 10) await touch('touchMove', [[cx - apart, cy], [cx + apart, cy]]); // prettier-ignore
		await touch('touchEnd', []);
		const seen = page.locator('.thumbnail rect').last();
		await expect(page.getByRole('button', { name: 'Whole map' })).toBeEnabled();
		const before = Number(await seen.getAttribute('x'));
		await touch('touchStart', [[cx, cy]]);
		for (let moved = 10; moved <= 80; moved += 10) await touch('touchMove', [[cx - moved, cy]]);
		await touch('touchEnd', []);
		await expect.poll(async () => Number(await seen.getAttribute('x'))).toBeGreaterThan(before + 10);
		await expectFits(page, 390);
	});
});

for (const scheme of ['light', 'dark'] as const) {
	test(`with all its panels it passes axe in ${scheme} colours`, async ({ page }) => {
		await page.emulateMedia({ colorScheme: scheme });
		await openMap(page, '?colour=date&area=0.1,0.1 0.8,0.9');
		await expect(page.getByRole('heading', { name: 'Typical papers' })).toBeVisible();
		await page.getByRole('button', { name: 'One step back' }).click();
		for (const width of [1440, 390]) {
			await page.setViewportSize({ width, height: 900 });
			await expectFits(page, width);
			const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
			const { violations } = await axe.analyze();
			expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
		}
	});
}
