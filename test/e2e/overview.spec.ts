import { formatShare } from '../../src/lib/format/format.ts';
import { expect, numberOf, rowsOf, test as fresh, visits as test } from './fixtures.ts';
import { chart, expectPapers, open, theme, themes } from './dashboard.ts';

fresh.describe('before any script runs', () => {
	fresh.use({ javaScriptEnabled: false });

	fresh('the charts stand in the page with their numbers', async ({ page }) => {
		await page.goto('.');
		await expect(page).toHaveTitle(/Corpuscope/);
		await expect(page.getByText('75 papers').first()).toBeVisible();
		const published = await rowsOf('SELECT label, size FROM d.themes WHERE in_default ORDER BY size DESC');
		expect(published.length).toBeGreaterThan(1);
		for (const { label, size } of published) {
			await expect(theme(page, String(label))).toHaveAccessibleName(
				new RegExp(`: ${Number(size)} papers?, `)
			);
		}
		for (const name of ['Themes one by one', 'Team size', 'Team size by theme', 'Themes by team size']) {
			await expect(chart(page, name)).toBeVisible();
		}
		await expect(chart(page, 'Themes one by one').locator('path.line').first()).toBeAttached();
		const short = page.getByRole('region', { name: 'In short' }).getByRole('listitem');
		await expect(short.first()).toContainText(`The largest of ${published.length} themes`);
		await expect(short.first().locator('svg rect')).toHaveCount(published.length);
	});
});

test('a theme says its share and filters every other view, Shift adds another, and the browser’s history undoes it', async ({
	page
}) => {
	await open(page);
	await expectPapers(page, 75);
	const published = await rowsOf(
		'SELECT theme_id, label, size FROM d.themes WHERE in_default ORDER BY size DESC, theme_id'
	);
	for (const { label, size } of published) {
		await expect(theme(page, String(label))).toHaveAccessibleName(
			new RegExp(`: \\d+ papers?, ${formatShare(Number(size), 75)}`)
		);
	}
	const [first, second] = published;
	await theme(page, String(first?.label)).click();
	const alone = await numberOf(`SELECT count(*) FROM d.papers WHERE theme_id = ${Number(first?.theme_id)}`);
	expect(alone).toBe(Number(first?.size));
	await expectPapers(page, alone);
	await expect(theme(page, String(first?.label))).toHaveAttribute('aria-pressed', 'true');
	// The list ignores its own filter: what else could be chosen keeps its number.
	await expect(theme(page, String(second?.label))).toHaveAccessibleName(
		new RegExp(`: ${Number(second?.size)} papers?, `)
	);

	await theme(page, String(second?.label)).click({ modifiers: ['Shift'] });
	await expectPapers(page, alone + Number(second?.size));
	await page.goBack();
	await expectPapers(page, alone);
	await page.goBack();
	await expectPapers(page, 75);
	await page.goForward();
	await expectPapers(page, alone);
});

test('a theme is chosen by keyboard alone', async ({ page }) => {
	await open(page);
	const [smallest] = await rowsOf(
		'SELECT label, size FROM d.themes WHERE in_default ORDER BY size, theme_id DESC LIMIT 1'
	);
	await theme(page, String(smallest?.label)).focus();
	await page.keyboard.press('Enter');
	await expectPapers(page, Number(smallest?.size));
	await page.keyboard.press('Space');
	await expectPapers(page, 75);
});

test('the numbers behind the trend are those of the papers that filters leave', async ({ page }) => {
	await open(page, '?team=2..10');
	await page.getByRole('button', { name: 'All in one chart' }).click();
	const left = 'team_size BETWEEN 2 AND 10';
	await expectPapers(page, await numberOf(`SELECT count(*) FROM d.papers WHERE ${left}`));
	await page.getByRole('radiogroup', { name: 'Period' }).getByText('Year', { exact: true }).click();
	await page.getByRole('radiogroup', { name: 'Measure' }).getByText('Count', { exact: true }).click();
	const figure = page.getByRole('figure').filter({ has: chart(page, 'Themes over time') });
	await figure.getByRole('button', { name: 'Data' }).click();
	const table = figure.getByRole('region').getByRole('table');
	const rows = await rowsOf(
		`SELECT year(published) AS year, t.label, count(*)::INTEGER AS papers
		 FROM d.papers p JOIN d.themes t USING (theme_id)
		 WHERE published IS NOT NULL AND ${left} GROUP BY ALL`
	);
	expect(rows.length).toBeGreaterThan(3);
	// What was there before the last press may still stand.
	await expect(async () => {
		const cells = await table
			.getByRole('row')
			.evaluateAll((all) => all.map((row) => [...row.children].map((cell) => cell.textContent.trim())));
		const [header = []] = cells;
		for (const { year, label, papers } of rows) {
			const [row, column] = [String(label), String(year)];
			const at = header.findIndex((text) => text.startsWith(column));
			const found =
				at >= 0
					? cells.find(([name]) => name === row)?.[at]
					: cells.find(([name]) => name?.startsWith(column))?.[header.indexOf(row)];
			expect(Number(found), `${row} in ${column}`).toBe(papers);
		}
	}).toPass();
});

test('a sentence leads to the papers that it counts', async ({ page }) => {
	await open(page);
	const [largest] = await page.getByRole('region', { name: 'In short' }).getByRole('listitem').all();
	const link = largest!.getByRole('link', { name: /^\d+ papers$/ });
	const papers = Number.parseInt(await link.innerText(), 10);
	const sizes = await rowsOf('SELECT size FROM d.themes WHERE in_default ORDER BY size DESC');
	const named = (await largest!.innerText()).match(/\(\d+\s%\)/g)!.length;
	expect(papers).toBe(sizes.slice(0, named).reduce((sum, { size }) => sum + Number(size), 0));
	await link.click();
	await expectPapers(page, papers);
});

test('rows are walked by the arrow keys, and tell a period in all of them', async ({ page }) => {
	await open(page);
	const buttons = themes(page).getByRole('button');
	await buttons.first().focus();
	await page.keyboard.press('ArrowDown');
	await expect(buttons.nth(1)).toBeFocused();
	await page.keyboard.press('ArrowLeft');
	const [first] = await rowsOf(
		`SELECT count(*)::INTEGER AS papers, count(*) FILTER (theme_id = (SELECT theme_id FROM d.themes WHERE in_default
		 ORDER BY size DESC, theme_id LIMIT 1 OFFSET 1))::INTEGER AS own FROM d.papers WHERE year(published) = 2023`
	);
	await expect(themes(page).getByRole('status')).toContainText(
		`2023: ${formatShare(Number(first?.own), Number(first?.papers))}, ${Number(first?.own)} of ${Number(first?.papers)} papers`
	);
	// One stop for all rows: the next Tab leaves the row's own links, then the list.
	await expect(themes(page).locator('[tabindex="0"]')).toHaveCount(3);
});

test('a slash leads to the search', async ({ page }) => {
	await open(page);
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox')).toBeFocused();
	await page.keyboard.type('a/b');
	await expect(page.getByRole('searchbox')).toHaveValue('a/b');
});

fresh('on a telephone the first chart stands within two screens', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await page.goto('.');
	const first = await chart(page, 'Themes one by one').boundingBox();
	expect(first!.y).toBeLessThan(2 * 844);
});
