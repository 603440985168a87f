import { expect, numberOf, rowsOf, test as fresh, visits as test } from './fixtures.ts';
import { chart, chips, expectPapers, expectSettled, open, openFilters, visit } from './dashboard.ts';

const inside = (from: string, to: string) =>
	numberOf(`SELECT count(*) FROM d.papers WHERE published BETWEEN DATE '${from}' AND DATE '${to}'`);

test('dates are typed, refused when they are none, written into the address, and taken back with their chip', async ({
	page
}) => {
	await open(page);
	await openFilters(page);
	const date = page.getByRole('group', { name: 'Date' });
	await date.getByRole('textbox').first().fill('2024-13');
	await page.keyboard.press('Enter');
	await expect(date.getByRole('textbox').first()).toHaveAttribute('aria-invalid', 'true');
	await expect(date.getByRole('alert')).toContainText('Write a year, month or day');
	await expectPapers(page, 75);
	await date.getByRole('textbox').first().fill('2024');
	await date.getByRole('textbox').last().fill('2024');
	await page.keyboard.press('Enter');
	await expectPapers(page, await inside('2024-01-01', '2024-12-31'));
	await expect(page).toHaveURL(/date=2024/);
	await expect(chips(page)).toHaveText(/2024/);
	await chips(page).getByRole('button').click();
	await expectPapers(page, 75);
});

test('the trend is brushed by keyboard, an end moving period by period, and by dragging', async ({
	page
}) => {
	await open(page, '?together=yes');
	const period = page.getByRole('radiogroup', { name: 'Period' });
	await period.getByText('Year', { exact: true }).click();
	await expect(period.getByRole('radio', { name: 'Year' })).toBeChecked();
	// The ends move by the periods that are drawn.
	await expectSettled(page);
	const drawing = chart(page, 'Themes over time');
	const ends = drawing.getByRole('slider');
	await ends.first().focus();
	await page.keyboard.press('ArrowRight');
	await expectPapers(page, await inside('2023-01-01', '2025-12-31'));
	await page.keyboard.press('ArrowRight');
	await expectPapers(page, await inside('2024-01-01', '2025-12-31'));
	await page.keyboard.press('Home');
	await expectPapers(page, 75);

	await drawing.scrollIntoViewIfNeeded();
	const [left, right] = [await ends.first().boundingBox(), await ends.last().boundingBox()];
	if (!left || !right) throw new Error('the brush has no ends');
	const [from, to] = [left.x + left.width / 2, right.x + right.width / 2];
	const year = (to - from) / 4;
	await page.mouse.move(from + 2.7 * year, left.y - 60);
	await page.mouse.down();
	await page.mouse.move(from + 3.7 * year, left.y - 60, { steps: 8 });
	await page.mouse.up();
	await expectPapers(page, await inside('2024-01-01', '2025-12-31'));
	await expect(page).toHaveURL(/date=2024\.\.2025/);
});

test('team sizes are typed, a bar of the histogram is a filter, and so are undated papers and unknown sizes', async ({
	page
}) => {
	await open(page);
	await openFilters(page);
	await page.getByRole('checkbox', { name: 'undated' }).check();
	await expectPapers(page, await numberOf('SELECT count(*) FROM d.papers WHERE published IS NULL'));
	await page.getByRole('checkbox', { name: 'undated' }).uncheck();
	await page.getByRole('checkbox', { name: 'unknown' }).check();
	await expectPapers(page, await numberOf('SELECT count(*) FROM d.papers WHERE team_size IS NULL'));
	await page.getByRole('checkbox', { name: 'unknown' }).uncheck();
	await expectPapers(page, 75);

	const team = page
		.getByRole('group', { name: 'Team size', exact: true })
		.filter({ has: page.getByRole('textbox') });
	await team.getByRole('textbox').first().fill('2');
	await team.getByRole('textbox').last().fill('10');
	await page.keyboard.press('Enter');
	await expectPapers(page, await numberOf('SELECT count(*) FROM d.papers WHERE team_size BETWEEN 2 AND 10'));
	await page.getByRole('button', { name: 'Reset' }).first().click();
	await expectPapers(page, 75);
	await chart(page, 'Team size')
		.getByRole('button', { name: /^4.5 authors: / })
		.press('Enter');
	await expectPapers(page, await numberOf('SELECT count(*) FROM d.papers WHERE team_size BETWEEN 4 AND 5'));
	await page.getByRole('button', { name: 'Reset' }).first().click();
	await expectPapers(page, 75);
	await chart(page, 'Team size').getByRole('slider').first().focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expectPapers(page, await numberOf('SELECT count(*) FROM d.papers WHERE team_size >= 3'));
});

test('a search finds the papers that hold the word, by stem, and an organisation is suggested and filters', async ({
	page
}) => {
	await open(page);
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill('multilingual');
	const found = await numberOf(
		`SELECT count(*) FROM t.paper_texts
		 WHERE regexp_matches(title || ' ' || abstract, '\\bmultilingual(s|ism|ly|ity)?\\b', 'i')`
	);
	expect(found).toBeGreaterThan(0);
	await expectPapers(page, found);
	await page.getByRole('searchbox').fill('zzzz');
	await expect(page.getByText('No paper passes the filters.')).toBeVisible();
	await page.getByRole('button', { name: 'Show all papers' }).first().click();
	await expectPapers(page, 75);

	await openFilters(page);
	// None of these papers names an author or states a keyword.
	await expect(page.getByRole('combobox', { name: /^(Venue|Author|Keyword|Country)$/ })).toHaveCount(0);
	const [first] = await rowsOf(
		'SELECT organisation AS name, count(*) AS papers FROM d.papers WHERE organisation IS NOT NULL GROUP BY 1 ORDER BY 1 LIMIT 1'
	);
	await page.getByRole('combobox', { name: 'Organisation' }).fill(String(first?.name).slice(0, 3));
	await page.getByRole('option', { name: new RegExp(String(first?.name)) }).click();
	await expectPapers(page, Number(first?.papers));
	await expect(chips(page)).toHaveText(new RegExp(String(first?.name)));
});

test('filters narrow each other, and a link reopens the same view for somebody else', async ({
	page,
	browser,
	baseURL
}) => {
	await open(page);
	const [largest] = await rowsOf(
		'SELECT theme_id FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 1'
	);
	await visit(page, `?theme=${Number(largest?.theme_id)}&date=2024..2025&team=2..10&unit=year&together=yes`);
	const left = await numberOf(
		`SELECT count(*) FROM d.papers WHERE theme_id = ${Number(largest?.theme_id)}
		 AND published >= DATE '2024-01-01' AND team_size BETWEEN 2 AND 10`
	);
	await expectPapers(page, left);
	await page.getByRole('radiogroup', { name: 'Form' }).getByText('Stacked', { exact: true }).click();
	await expect(page).toHaveURL(/unit=year&form=stacked&together=yes/);
	await expect(page).toHaveURL(/d=[0-9a-f]{16}/);
	const address = page.url();

	const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
	const other = await context.newPage();
	await other.goto(address);
	await expectPapers(other, left);
	await expect(chips(other)).toHaveCount(3);
	for (const [group, choice] of [
		['Form', 'Stacked'],
		['Period', 'Year']
	] as const) {
		await expect(
			other.getByRole('radiogroup', { name: group }).getByRole('radio', { name: choice })
		).toBeChecked();
	}
	await context.close();
});

fresh(
	'what was just typed goes along with the link that is pressed, however slow the page behind it',
	async ({ page }) => {
		await open(page);
		await page.route(/\.js$/, async (route) => {
			await new Promise((resolve) => setTimeout(resolve, 700));
			await route.continue();
		});
		await page.getByRole('searchbox').fill('multilingual');
		await page.getByRole('link', { name: 'About', exact: true }).click();
		await expect(page).toHaveURL(/about\/\?q=multilingual/);
		await page.goBack();
		await expect(page).toHaveURL(/\/\?q=multilingual/);
		await page.goBack();
		await expectPapers(page, 75);
	}
);

fresh('a link that is pressed before the page listens takes the filters along', async ({ page }) => {
	let release = () => {};
	const pressed = new Promise<void>((resolve) => (release = resolve));
	await page.route(/\.js$/, async (route) => {
		await pressed;
		await route.continue();
	});
	await page.goto('?q=multilingual&team=2..', { waitUntil: 'commit' });
	await page.getByRole('link', { name: 'About', exact: true }).click({ noWaitAfter: true });
	release();
	await expect(page).toHaveURL(/about\/\?q=multilingual&team=2\.\.$/);
});

fresh('a link made for other papers says so instead of drawing these', async ({ page }) => {
	await page.goto('?theme=1&d=0123456789abcdef');
	await expect(page.getByText('This link was made for other papers')).toBeVisible();
	await expect(chart(page, 'Themes one by one')).toHaveCount(0);
	await page.getByRole('button', { name: 'Show the papers of this site' }).click();
	await expectPapers(page, 75);
});
