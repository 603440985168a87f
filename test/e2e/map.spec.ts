import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';

import { chips, expectPapers, expectSettled, visit } from './dashboard.ts';
import { expect, numberOf, rowsOf, visits as test } from './fixtures.ts';

const map = (page: Page) => page.getByRole('application', { name: 'Map of papers' });
const all = () => numberOf('SELECT count(*) FROM d.papers');
const within = (x1: number, y1: number, x2: number, y2: number) =>
	numberOf(`SELECT count(*) FROM d.papers WHERE CAST(x AS DOUBLE) * 10000 BETWEEN ${x1} AND ${x2}
		AND CAST(y AS DOUBLE) * 10000 BETWEEN ${y1} AND ${y2}`);

async function openMap(page: Page, query = ''): Promise<void> {
	await visit(page, `map/${query}`);
	await expect(page.getByRole('heading', { name: /papers? in view$/ })).toBeVisible();
	await expectSettled(page);
}

/** The corners that the address holds, in ten-thousandths. */
function areaOf(page: Page): [number, number][] {
	const area = new URL(page.url()).searchParams.get('area') ?? '';
	return area
		.split(' ')
		.map((corner) => corner.split(',').map((part) => Number(part) * 10_000) as [number, number]);
}

test('a rectangle drawn on the map leaves the papers inside it, everywhere and in the link', async ({
	page
}) => {
	await openMap(page);
	await expect(page.getByRole('heading', { name: `${await all()} papers in view` })).toBeVisible();
	await page.getByRole('radiogroup', { name: 'Dragging' }).getByText('Rectangle').click();
	const box = (await map(page).boundingBox())!;
	await page.mouse.move(box.x + box.width * 0.2, box.y + box.height * 0.2);
	await page.mouse.down();
	await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.7, { steps: 5 });
	await page.mouse.up();
	await expect(page).toHaveURL(/area=/);
	const [[x1, y1], [x2, y2]] = areaOf(page) as [[number, number], [number, number]];
	const left = await within(x1, y1, x2, y2);
	expect(left).toBeGreaterThan(3);
	await expectPapers(page, left, await all());
	await expect(page.getByRole('heading', { name: `${left} papers in view` })).toBeVisible();
	await page.goto(page.url().replace('/map/', '/'));
	await expectPapers(page, left, await all());
	await expect(chips(page)).toHaveText(/map area/);
});

test('a lasso leaves the papers inside its outline', async ({ page }) => {
	await openMap(page);
	await page.getByRole('radiogroup', { name: 'Dragging' }).getByText('Lasso').click();
	const box = (await map(page).boundingBox())!;
	const at = (x: number, y: number) => [box.x + box.width * x, box.y + box.height * y] as const;
	await page.mouse.move(...at(0.15, 0.2));
	await page.mouse.down();
	for (const corner of [at(0.75, 0.1), at(0.6, 0.55), at(0.8, 0.8), at(0.3, 0.7)]) {
		await page.mouse.move(...corner, { steps: 8 });
	}
	await page.mouse.up();
	await expect(page).toHaveURL(/area=/);
	const corners = areaOf(page);
	expect(corners.length).toBeGreaterThan(4);
	const papers = await rowsOf(
		'SELECT CAST(x AS DOUBLE) * 10000 AS x, CAST(y AS DOUBLE) * 10000 AS y FROM d.papers'
	);
	// Turns around the point instead of crossings of a ray: another way to tell inside from outside.
	const inside = papers.filter((paper) => {
		const angles = corners.map(([x, y]) => Math.atan2(y - Number(paper.y), x - Number(paper.x)));
		const turned = angles.reduce((sum, angle, i) => {
			const step = angles[(i + 1) % angles.length]! - angle;
			return sum + step - 2 * Math.PI * Math.round(step / (2 * Math.PI));
		}, 0);
		return Math.abs(turned) > Math.PI;
	});
	expect(inside.length).toBeGreaterThan(5);
	await expectPapers(page, inside.length, await all());
});

test('by keyboard alone: from paper to paper, into one, and a rectangle from the arrows or typed', async ({
	page
}) => {
	await openMap(page);
	await map(page).focus();
	await page.keyboard.press('ArrowRight');
	const said = map(page).getByRole('status');
	await expect(said).not.toBeEmpty();
	const first = await said.textContent();
	await page.keyboard.press('ArrowRight');
	// Nothing is said while the next title is on its way.
	await expect.poll(async () => ['', first].includes(await said.textContent())).toBe(false);
	const title = (await said.textContent())!;
	await page.keyboard.press('Enter');
	const dialog = page.getByRole('dialog');
	await expect(dialog).toBeVisible();
	const heading = dialog.getByRole('heading').first();
	await expect.poll(async () => title.startsWith((await heading.textContent())?.trim() || '-')).toBe(true);
	await page.keyboard.press('Escape');
	await expect(dialog).toBeHidden();

	await map(page).focus();
	await page.keyboard.press('n');
	await expect(said).not.toBeEmpty();
	await page.keyboard.press('t');
	await expect(page).toHaveURL(/theme=\d+/);
	const theme = new URL(page.url()).searchParams.get('theme');
	const largest = await numberOf('SELECT max(n) FROM (SELECT count(*) AS n FROM d.papers GROUP BY theme_id)');
	expect(await numberOf(`SELECT count(*) FROM d.papers WHERE theme_id = ${theme}`)).toBe(largest);
	await expectPapers(page, largest, await all());
	await page.keyboard.press('t');
	await expectPapers(page, await all(), await all());

	await page.keyboard.press('r');
	for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowRight');
	for (let step = 0; step < 8; step++) await page.keyboard.press('ArrowDown');
	await page.keyboard.press('Enter');
	await expect(page).toHaveURL(/area=/);
	const [[x1, y1], [x2, y2]] = areaOf(page) as [[number, number], [number, number]];
	await expectPapers(page, await within(x1, y1, x2, y2), await all());

	const fields = page.getByRole('form', { name: 'Rectangle on the map' });
	for (const [field, value] of [
		['x from', '0.1'],
		['x to', '0.6'],
		['y from', '0.2'],
		['y to', '0.9']
	] as const) {
		await fields.getByRole('spinbutton', { name: field }).fill(value);
	}
	await page.keyboard.press('Enter');
	await expectPapers(page, await within(1000, 2000, 6000, 9000), await all());
	await page.getByRole('button', { name: 'Clear selection' }).press('Enter');
	await expectPapers(page, await all(), await all());
});

test('charts are saved as SVG, PNG and CSV, and the view as a report, with the numbers of the filters', async ({
	page
}) => {
	await visit(page, '?team=2..6');
	const left = await numberOf('SELECT count(*) FROM d.papers WHERE team_size BETWEEN 2 AND 6');
	await expectPapers(page, left, await all());
	const save = async (button: string) => {
		const [saved] = await Promise.all([
			page.waitForEvent('download'),
			page.getByRole('button', { name: button, exact: true }).click()
		]);
		return readFile(await saved.path());
	};
	const figure = page.getByRole('figure').filter({ hasText: 'Themes by team size' });
	await figure.getByRole('button', { name: 'Save', exact: true }).click();

	const svg = String(await save('SVG'));
	expect(svg).toContain('<title>');
	expect(svg).not.toMatch(/<script|class=|onclick/);
	expect(svg).toContain(`${left} of ${await all()} papers`);
	const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg)!.map(Number);

	const png = await save('PNG, 300 dpi');
	expect(png.readUInt32BE(16)).toBe(Math.ceil((width! * 300) / 96));
	expect(png.readUInt32BE(20)).toBe(Math.ceil((height! * 300) / 96));
	const density = png.indexOf('pHYs');
	expect(png.readUInt32BE(density + 4) * 0.0254).toBeCloseTo(300, 0);

	const csv = String(await save('Data (CSV)'));
	const rows = csv.slice(1).trim().split('\r\n').slice(1);
	const counts = rows.map((row) =>
		row
			.replace(/^"(?:[^"]|"")*"|^[^,]*/, '')
			.split(',')
			.slice(1)
			.map(Number)
	);
	// The chart shows all team sizes, whatever is filtered along its own axis.
	const teams = await rowsOf(`SELECT theme_id, count(*) FILTER (team_size = 3) AS threes, count(*) AS papers
		FROM d.papers GROUP BY 1 ORDER BY papers DESC, theme_id`);
	expect(counts.map((row) => row[2])).toEqual(teams.map(({ threes }) => Number(threes)));
	expect(counts.map((row) => row.reduce((a, b) => a + b, 0))).toEqual(
		teams.map(({ papers }) => Number(papers))
	);

	await page.getByRole('combobox', { name: 'Report with' }).selectOption('1,000 titles');
	const report = String(await save('Report'));
	const other = await page.context().newPage();
	await other.setContent(report);
	await expect(other.getByText(`${left} of ${await all()} papers; 2–6 authors`).first()).toBeVisible();
	await expect(other.locator('figure svg > title')).toHaveCount(6);
	await expect(other.locator('.papers tbody tr')).toHaveCount(left);
	await expect(other.getByText('team=2..6', { exact: true })).toBeVisible();
	await expect(other.getByRole('link', { name: page.url() })).toHaveAttribute('href', page.url());
	expect(report).not.toMatch(/<script/i);
});
