import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from '@playwright/test';

import {
	burst,
	noPapers,
	plantCorpus,
	plantedLines,
	wordsOf,
	type PlantedTheme
} from '../support/planted-corpus.ts';
import { runCli } from '../support/run-cli.ts';
import { expectAnswers, expectSettled, papersTable, tabTo, theme, themes } from './dashboard.ts';
import { expect, rowsOf, test, watch } from './fixtures.ts';
import * as questions from './question-checks.ts';

// In order and in one worker: the corpus is built once and opened once, and every question is asked of that one page.
test.describe.configure({ mode: 'default' });

const records = plantCorpus(7);
const repeated = 12;
let folder: string;
const corpus: questions.Corpus = {
	rows: (sql) => rowsOf(sql, join(folder, 'dataset')),
	period: "strftime(published, '%b %Y')",
	papers: records.length
};
let page: Page;
let check: () => void;

/** The theme that holds the papers of a planted one. */
async function found(planted: PlantedTheme): Promise<{ id: number; label: string }> {
	const [row] = await corpus.rows(
		`SELECT theme_id AS id, label FROM d.papers JOIN d.themes USING (theme_id)
		 WHERE source_id LIKE '${planted}-%' GROUP BY ALL ORDER BY count(*) DESC LIMIT 1`
	);
	return { id: Number(row?.id), label: String(row?.label) };
}

test.beforeAll(async ({ browser, baseURL }) => {
	folder = mkdtempSync(join(tmpdir(), 'corpuscope-'));
	const [input, dataset, saved] = ['planted.jsonl', 'dataset', 'planted.corpuscope.zip'].map((name) =>
		join(folder, name)
	) as [string, string, string];
	writeFileSync(input, plantedLines(records, repeated));
	for (const out of [dataset, saved]) expect((await runCli(['build', input, '--out', out])).code).toBe(0);
	const context = await browser.newContext(baseURL === undefined ? {} : { baseURL });
	check = await watch(context, baseURL);
	page = await context.newPage();
	await page.goto('open/');
	await page.getByLabel('Files of papers').setInputFiles(saved);
	await page.waitForURL(/file=planted\.jsonl/);
});

test.beforeEach(async () => {
	await questions.goTo(page, 'Overview').click();
	await expectAnswers(page);
	const reset = page.getByRole('button', { name: 'Reset' }).first();
	if (await reset.isVisible()) await reset.click();
	await expectAnswers(page);
});

test.afterAll(async () => {
	await page.context().close();
	rmSync(folder, { recursive: true });
	check();
});

test('What is this corpus about? The themes that were planted, with their papers and words', async () => {
	await questions.aboutWhat(page, corpus);
	// A sentence of the first screen is that of its chart.
	const teams = page.getByRole('heading', { name: /^The largest teams are in / });
	await expect(page.getByRole('region', { name: 'In short' })).toContainText(await teams.innerText());
	const strangers = await corpus.rows(
		`SELECT count(*)::INTEGER AS papers FROM (SELECT theme_id, mode(split_part(source_id, '-', 1)) OVER
		 (PARTITION BY theme_id) AS planted, source_id FROM d.papers) WHERE source_id NOT LIKE planted || '-%'`
	);
	expect(Number(strangers[0]?.papers)).toBeLessThan(records.length / 100);
	for (const planted of ['rising', 'falling', 'bursting', 'steady', 'growing'] as const) {
		const { label } = await found(planted);
		const words = label.toLowerCase().split(/[ ,]+/);
		expect(wordsOf[planted]).toEqual(expect.arrayContaining(words));
	}
});

/** The straight line through a theme's monthly shares, in points a month, and the papers that its trend rests on. */
async function lineOf(id: number): Promise<{ slope: number; papers: number }> {
	const [row] = await corpus.rows(
		`WITH months AS (SELECT date_trunc('month', published) AS month, count(*) FILTER (theme_id = ${id}) AS own,
			100 * own / count(*) AS share FROM d.papers WHERE published IS NOT NULL GROUP BY month HAVING count(*) >= 20)
		 SELECT regr_slope(share, datediff('month', DATE '2021-01-01', month)) AS slope, sum(own)::INTEGER AS papers
		 FROM months`
	);
	return { slope: Number(row?.['slope']), papers: Number(row?.['papers']) };
}

test('Which themes rise, fall and burst, and how sure is that?', async () => {
	const press = questions.presser();
	await press(questions.goTo(page, 'Trends'));
	await expect(page).toHaveURL(/\/trends\//);
	const ranking = page.getByRole('table', { name: /from the steepest rise/ });
	for (const [planted, words] of [
		['rising', /rising.*very sure/s],
		['falling', /falling.*very sure/s],
		['steady', /no clear change/]
	] as const) {
		const { id, label } = await found(planted);
		const row = ranking.getByRole('row').filter({ hasText: label });
		await expect(row).toContainText(words);
		const { slope, papers } = await lineOf(id);
		// What was planted is straight, so that the mean slope of the logistic line is nearly that of least squares.
		await expect(async () => {
			const shown = /([+−]?[\d.]+) \(/.exec(await row.innerText())?.[1]?.replace('−', '-');
			expect(Math.abs(Number(shown) - slope), `${planted}: ${shown}, not ${slope}`).toBeLessThan(0.1);
		}).toPass();
		await expect(row.getByRole('link', { name: String(papers), exact: false }).last()).toBeVisible();
	}
	const { id, label } = await found('bursting');
	const bursts = page
		.getByRole('table', { name: /^Bursts of themes/ })
		.getByRole('row')
		.filter({ hasText: label });
	await expect(bursts).toContainText('Mar 2022–Jun 2022');
	expect([burst.from, burst.to]).toEqual([14, 17]);
	const [inside] = await corpus.rows(
		`SELECT count(*)::INTEGER AS papers FROM d.papers WHERE theme_id = ${id}
		 AND published BETWEEN DATE '2022-03-01' AND DATE '2022-06-30'`
	);
	await expect(bursts.getByRole('cell').last()).toHaveText(String(Number(inside?.papers)));
});

test('What is in a theme, who writes it, in what team sizes, and how did that change?', async () => {
	const { id } = await found('growing');
	await questions.inTheme(page, corpus, questions.presser(), id);
	await expect(
		page
			.getByRole('region', { name: /^Who\b/ })
			.getByRole('listitem')
			.first()
	).toContainText(/(?:Ada|Ben) growing/);
	await expect(
		page.getByRole('heading', { name: /^The median team grew from \d+ authors? \(.+\) to \d+ \(.+\)/ })
	).toBeVisible();
});

test('How do two periods differ? The first year against the last', async () => {
	const year = (at: number): questions.Group => ({
		fields: { 'Date from': String(at), 'Date to': String(at) },
		where: `year(published) = ${at}`
	});
	await questions.differ(page, corpus, questions.presser(), [year(2021), year(2023)]);
	const { label } = await found('rising');
	const row = page
		.getByRole('table', { name: 'Themes by difference in share' })
		.getByRole('row')
		.filter({ hasText: label });
	await expect(row).toContainText('more in B, very sure');
});

/** The page keeps the sides of the question before. */
const anyDate = { 'Date from': '', 'Date to': '' };

test('How do two groups differ? Small teams against large ones', async () => {
	await questions.differ(page, corpus, questions.presser(), [
		{ fields: { ...anyDate, 'Team size from': '1', 'Team size to': '3' }, where: 'team_size <= 3' },
		{ fields: { ...anyDate, 'Team size from': '6' }, where: 'team_size >= 6' }
	]);
	const { label } = await found('falling');
	const row = page
		.getByRole('table', { name: 'Themes by difference in share' })
		.getByRole('row')
		.filter({ hasText: label });
	await expect(row).toContainText('more in A, very sure');
});

test('Where do themes touch? Where papers with the words of two were planted', async () => {
	await questions.touch(page, corpus, questions.presser());
	const [one, two] = [await found('steady'), await found('growing')];
	const first = page.getByRole('region', { name: 'Where themes touch' }).getByRole('listitem').first();
	await expect(first).toContainText(one.label);
	await expect(first).toContainText(two.label);
});

test('The manager’s question in three presses: which themes rise, how surely, in which papers', async () => {
	const press = questions.presser();
	const told = page.getByRole('region', { name: 'In short' }).getByRole('listitem');
	await expect(told.filter({ hasText: ' rose from ' })).toContainText(/very sure|fairly sure/);
	await press(page.getByRole('radiogroup', { name: 'Order of themes' }).getByText('Rise', { exact: true }));
	const fastest = themes(page).getByRole('button').first();
	await expect(fastest).toHaveAccessibleName(/rising.*, (?:very|fairly) sure$/);
	const [, label = '', count = ''] = /^(.*): ([\d,]+) papers/.exec(
		String(await fastest.getAttribute('aria-label'))
	)!;
	const [first] = await corpus.rows(
		`SELECT theme_id AS id, count(*)::INTEGER AS papers FROM d.papers JOIN d.themes USING (theme_id)
		 WHERE label = '${label.replaceAll("'", "''")}' GROUP BY 1`
	);
	expect(Number(count.replace(',', ''))).toBe(Number(first?.papers));
	expect(Number(first?.id)).toBe((await found('rising')).id);
	await press(page.getByRole('link', { name: `${count} papers of ${label}`, exact: true }));
	await expect(papersTable(page)).toHaveAttribute('aria-rowcount', String(Number(first?.papers) + 1));
	await expectSettled(page);
	const row = papersTable(page).getByRole('row').nth(1);
	const title = await row.getAttribute('aria-label');
	await press(row);
	await expect(page.getByRole('dialog').getByRole('heading', { name: title!, exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
});

test('The manager’s question by keys alone, with few of them between the page’s parts', async () => {
	await page.reload();
	await expectAnswers(page);
	await tabTo(page, page.getByRole('link', { name: 'Skip to the themes' }), 20);
	await page.keyboard.press('Enter');
	const order = page.getByRole('radiogroup', { name: 'Order of themes' });
	await tabTo(page, order.getByRole('radio', { checked: true }), 10);
	// The order of the visit before stands in the address; arrows go round.
	const rise = order.getByRole('radio', { name: 'Rise' });
	for (let press = 0; press < 2 && !(await rise.isChecked()); press++)
		await page.keyboard.press('ArrowRight');
	await expect(rise).toBeChecked();
	const fastest = themes(page).getByRole('button').first();
	await expect(fastest).toHaveAccessibleName(/rising.*, (?:very|fairly) sure$/);
	const [, label = '', count = ''] = /^(.*): ([\d,]+) papers/.exec(
		String(await fastest.getAttribute('aria-label'))
	)!;
	await tabTo(page, page.getByRole('link', { name: `${count} papers of ${label}`, exact: true }), 10);
	await page.keyboard.press('Enter');
	await expect(papersTable(page)).toHaveAttribute(
		'aria-rowcount',
		String(Number(count.replace(',', '')) + 1)
	);
	await expectSettled(page);
	const row = papersTable(page).getByRole('row').nth(1);
	const title = await row.getAttribute('aria-label');
	await tabTo(page, row, 60);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('dialog').getByRole('heading', { name: title!, exact: true })).toBeVisible();
	await page.keyboard.press('Escape');
});

test('The question to an archive by keys alone: which of two words came up, and in what papers', async () => {
	// The table counts the papers of the window of trends, which are dated.
	const holds = ({ title, abstract, date }: { title: string; abstract: string; date: string | null }) =>
		date !== null && `${title} ${abstract}`.split(/\W+/).includes('lagoon');
	await questions.cameUp(page, corpus, ['lagoon', 'moraine'], records.filter(holds).length);
});

test('Which papers should I read first? The typical ones of a theme, and what a search finds', async () => {
	await questions.readFirst(page, corpus, questions.presser());
	await questions.goTo(page, 'Overview').click();
	await page.getByRole('button', { name: 'Reset' }).first().click();
	const holds = ({ title, abstract }: { title: string; abstract: string }) =>
		['seagrass', 'atoll'].every((word) => `${title} ${abstract}`.split(/\W+/).includes(word));
	await questions.search(page, corpus, 'seagrass atoll', records.filter(holds).length);
	await expect(theme(page, (await found('rising')).label)).toBeVisible();
});

test('What did the import leave out? Repeated and broken records, each accounted for', async () => {
	const press = questions.presser();
	await press(page.getByRole('link', { name: 'Import report' }));
	const [papers, rejected] = [records.length, noPapers.length];
	await questions.leftOut(page, {
		records: papers + repeated + rejected,
		papers,
		duplicates: repeated,
		rejected
	});
	const table = page.getByRole('table', { name: /rejected records/ });
	for (const line of noPapers) await expect(table).toContainText(line);
	await expect(table.getByRole('row')).toHaveCount(rejected + 1);
});
