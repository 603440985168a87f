import { readFileSync } from 'node:fs';

import { expect, numberOf, rowsOf, visits as test } from './fixtures.ts';
import { chart, expectPapers, open, papersTable, visit } from './dashboard.ts';
import * as questions from './question-checks.ts';

const plain = (text: string) => Number(text.replace(/[^\d]/g, ''));

test('Which themes rise, and how sure is that? Few whole years are said to be too few for a test', async ({
	page
}) => {
	await open(page);
	await page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name: 'Trends' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toContainText('rise, fall and burst');
	// The corpus covers the first year from April on, and the last until October.
	const whole = await rowsOf(
		`SELECT year(published) AS year FROM d.papers, (SELECT min(published) AS a, max(published) AS b FROM d.papers)
		 WHERE year(published) > year(a) AND year(published) < year(b) GROUP BY year HAVING count(*) >= 20 ORDER BY year`
	);
	const years = whole.map(({ year }) => String(year)).join(' and ');
	await expect(page.getByRole('main')).toContainText(
		`Too few years to tell what rises or falls: ${years} ${whole.length === 1 ? 'has' : 'have'} enough papers, five such years are needed.`
	);
});

test('How does a word move? Its share by year, with a way to the papers', async ({ page }) => {
	await visit(page, 'words/?unit=year&measure=count&terms=multilingual,"large language models"');
	const held = (pattern: string, year = '') =>
		numberOf(
			`SELECT count(*) FROM d.papers p JOIN t.paper_texts x USING (paper_id)
			 WHERE regexp_matches(x.title || ' . ' || x.abstract, '${pattern}', 'i') ${year && `AND year(published) = ${year}`}`
		);
	const phrase = '\\blarge[ -]language[ -]models?\\b';
	const table = page.getByRole('table', { name: /Papers that hold the words/ });
	const papersOf = async (term: string) =>
		plain(await table.getByRole('row').filter({ hasText: term }).getByRole('link').innerText());
	await expect.poll(() => papersOf('large language models')).toBe(await held(phrase));
	await expect.poll(() => papersOf('multilingual')).toBe(await held('\\bmultilingual'));
	await page.getByRole('button', { name: 'Data' }).click();
	const inYear = await held(phrase, '2024');
	await expect(async () => {
		const cells = await page
			.getByRole('region')
			.getByRole('row')
			.evaluateAll((rows) =>
				rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? ''))
			);
		const column = cells[0]?.findIndex((text) => text.startsWith('2024')) ?? -1;
		const byYear =
			column > 0
				? cells.find(([label]) => label?.includes('large'))?.[column]
				: cells.find(([label]) => label?.startsWith('2024'))?.[
						cells[0]?.findIndex((text) => text.includes('large')) ?? -1
					];
		expect(Number(byYear)).toBe(inYear);
	}).toPass();
	await table.getByRole('row').filter({ hasText: 'large language models' }).getByRole('link').click();
	await expectPapers(page, await held(phrase));
});

test('How do two periods differ? Shares with intervals, words and team sizes, each open to its papers', async ({
	page
}) => {
	await visit(page, 'compare/?a=date%3D2024&b=date%3D2025');
	const of = (year: number, more = '') =>
		numberOf(`SELECT count(*) FROM d.papers WHERE year(published) = ${year} ${more}`);
	const lead = page.getByRole('status').filter({ hasText: 'A:' });
	await expect(lead).toContainText(`A: ${await of(2024)} papers (2024). B: ${await of(2025)} papers (2025).`);
	const [theme] = await rowsOf(
		'SELECT theme_id, label FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 1'
	);
	const row = page
		.getByRole('table', { name: 'Themes by difference in share' })
		.getByRole('row')
		.filter({ hasText: String(theme?.label) });
	const inTheme = `AND theme_id = ${Number(theme?.theme_id)}`;
	await expect(row.getByRole('cell').nth(0)).toContainText(String(await of(2024, inTheme)));
	await expect(row.getByRole('cell').nth(1)).toContainText(String(await of(2025, inTheme)));
	await expect(page.getByRole('table', { name: 'More in A' })).toBeVisible();
	await row.getByRole('cell').nth(1).getByRole('link').click();
	await expectPapers(page, await of(2025, inTheme));
});

test('Which papers should I read first? A search ranks them, and a phrase in quotes must stand whole', async ({
	page
}) => {
	await open(page);
	await page
		.getByRole('searchbox', { name: 'Search title and abstract' })
		.fill('"large language models" reasoning');
	const found = await numberOf(
		`SELECT count(*) FROM t.paper_texts WHERE regexp_matches(title || ' . ' || abstract, '\\blarge[ -]language[ -]models?\\b', 'i')
		 AND regexp_matches(title || ' ' || abstract, '\\breason(s|ed|ing)?\\b', 'i')`
	);
	expect(found).toBeGreaterThan(1);
	await expectPapers(page, found);
	await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('-relevance');
	await expect(papersTable(page).locator('mark').first()).toHaveText(/large language model|reason/i);
});

test('How sure is it that team sizes differ? Each theme against the rest', async ({ page }) => {
	await open(page);
	const figure = page.getByRole('figure').filter({ has: chart(page, 'Team size by theme') });
	await figure.getByRole('button', { name: 'How sure is that?' }).click();
	const unknown = await numberOf('SELECT count(*) FROM d.papers WHERE team_size IS NULL');
	expect(unknown).toBeGreaterThan(0);
	const percent = Math.round((unknown / 75) * 100);
	await expect(page.getByRole('main')).toContainText(`The size is unknown for ${percent} % of 75 papers.`);
	const [first] = await rowsOf(
		`WITH own AS (SELECT t.label, p.team_size, p.theme_id FROM d.papers p JOIN d.themes t USING (theme_id) WHERE team_size IS NOT NULL)
		 SELECT a.label, sum(sign(a.team_size - b.team_size)) / count(*) AS delta
		 FROM own a JOIN own b ON a.theme_id <> b.theme_id GROUP BY a.label ORDER BY delta DESC LIMIT 1`
	);
	const row = page
		.getByRole('table', { name: /Each theme against the rest/ })
		.getByRole('row')
		.nth(1);
	await expect(row).toContainText(String(first?.label));
	await expect(row).toContainText(Number(first?.delta).toFixed(2).replace('-', '−'));
});

test('What is this corpus about? Its themes with their papers', async ({ page }) => {
	await open(page);
	await questions.aboutWhat(page, questions.embedded);
});

test('What is in a theme, who writes it, in what team sizes, and how did that change?', async ({ page }) => {
	await open(page);
	const id = await numberOf(
		'SELECT theme_id FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 1'
	);
	await questions.inTheme(page, questions.embedded, questions.presser(), id);
});

/** Sides begin as two halves of the dates. */
const anyDate = { 'Date from': '', 'Date to': '' };

test('How do two groups differ? Small teams against large ones', async ({ page }) => {
	await open(page);
	await questions.differ(page, questions.embedded, questions.presser(), [
		{ fields: { ...anyDate, 'Team size from': '1', 'Team size to': '5' }, where: 'team_size <= 5' },
		{ fields: { ...anyDate, 'Team size from': '6' }, where: 'team_size >= 6' }
	]);
});

test('Where do themes touch? Pairs of themes with papers between them', async ({ page }) => {
	await open(page);
	await questions.touch(page, questions.embedded, questions.presser());
});

test('Which papers should I read first? The typical ones of a theme', async ({ page }) => {
	await open(page);
	await questions.readFirst(page, questions.embedded, questions.presser());
});

test('What did the import leave out? Every record is accounted for', async ({ page }) => {
	await open(page);
	const press = questions.presser();
	await press(questions.goTo(page, 'About'));
	// Abstracts are the only long lines of the page that was saved.
	const records = readFileSync('data/daily-papers.txt', 'utf8')
		.split('\n')
		.filter((line) => line.length > 1000).length;
	const papers = await numberOf('SELECT count(*) FROM d.papers');
	const rejected = await numberOf('SELECT count(*) FROM d.rejections');
	await questions.leftOut(page, { records, papers, duplicates: records - papers - rejected, rejected });
});
