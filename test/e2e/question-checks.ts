import type { Locator, Page } from '@playwright/test';

import { teamBins } from '../support/team-bins.ts';
import { chart, expectPapers, expectSettled, papersTable, tabTo, theme } from './dashboard.ts';
import { expect, rowsOf, type Row } from './fixtures.ts';

/** A corpus that the page shows, and what another engine says of its dataset. */
export interface Corpus {
	rows(sql: string): Promise<Row[]>;
	/** SQL for the period of `published` on the page's axis. */
	period: string;
	papers: number;
}

export const embedded: Corpus = { rows: (sql) => rowsOf(sql), period: 'year(published)', papers: 75 };

/** Presses what it is given; a question must be answered within three presses from the overview. */
export function presser(): (target: Locator) => Promise<void> {
	let presses = 0;
	return async (target) => {
		expect(++presses, 'clicks from the overview').toBeLessThanOrEqual(3);
		await target.click();
	};
}

type Press = ReturnType<typeof presser>;

export const goTo = (page: Page, name: string): Locator =>
	page.getByRole('navigation', { name: 'Pages' }).getByRole('link', { name, exact: true });

const openTheme = (page: Page, label: string) =>
	page.getByRole('link', { name: `Open ${label}`, exact: true });

/** Themes with their papers, largest first. */
const themesOf = ({ rows }: Corpus) =>
	rows(`SELECT theme_id AS id, label, count(*)::INTEGER AS papers, median(team_size) AS median
		FROM d.papers JOIN d.themes USING (theme_id) GROUP BY ALL ORDER BY papers DESC, id`);

/** What is this corpus about? Every theme with its papers, on the overview itself. */
export async function aboutWhat(page: Page, corpus: Corpus): Promise<void> {
	const published = await themesOf(corpus);
	expect(published.length).toBeGreaterThan(1);
	await expectPapers(page, corpus.papers, corpus.papers);
	for (const { label, papers } of published) {
		await expect(theme(page, String(label))).toHaveAccessibleName(
			new RegExp(`: ${Number(papers)} papers?, `)
		);
	}
	const [all] = await corpus.rows('SELECT median(team_size) AS size FROM d.papers');
	await expect(page.getByRole('main')).toContainText(`the median is ${Number(all?.size)}`);
}

/** What is in a theme, who writes it, in what team sizes, and how did that change? */
export async function inTheme(page: Page, corpus: Corpus, press: Press, id: number): Promise<void> {
	const own = `FROM d.papers WHERE theme_id = ${id}`;
	const [named] = await corpus.rows(
		`SELECT label, size, (SELECT count(*)::INTEGER ${own}) AS papers FROM d.themes WHERE theme_id = ${id}`
	);
	const papers = Number(named?.papers);
	await press(openTheme(page, String(named?.label)));
	await expect(page).toHaveURL(new RegExp(`/theme/\\?theme=${id}`));
	await expect(page.getByText(`${papers} papers, `).first()).toContainText(`of all ${corpus.papers}`);
	await expectAuthors(page, corpus, id);
	for (const { label, from, to } of teamBins) {
		const [bin] = await corpus.rows(
			`SELECT count(*)::INTEGER AS n ${own} AND team_size BETWEEN ${from} AND ${to}`
		);
		const bar = chart(page, 'Team sizes of this theme').getByRole('button', { name: `${label}: ` });
		await expect(bar).toHaveAccessibleName(new RegExp(`: ${Number(bin?.n)} of ${papers} papers`));
	}
	await expectMedians(page, corpus, press, own);
}

async function expectAuthors(page: Page, corpus: Corpus, id: number): Promise<void> {
	const [lead] = await corpus.rows(
		`SELECT name, count(DISTINCT paper_id)::INTEGER AS papers FROM a.paper_authors JOIN d.papers USING (paper_id)
		 WHERE theme_id = ${id} GROUP BY 1 ORDER BY papers DESC, name LIMIT 1`
	);
	const who = page.getByRole('region', { name: /^(?:Who\b|Authors$)/ });
	const named = await corpus.rows('SELECT 1 FROM a.paper_authors LIMIT 1');
	if (named.length === 0) await expect(who.getByRole('radio', { name: 'Authors' })).toHaveCount(0);
	else if (!lead)
		await expect(who).toContainText(
			/(?:None of these [\d,]+ papers names|This one paper does not name)\s+an author/
		);
	else {
		await expect(who.getByRole('listitem').first()).toContainText(String(lead.name));
		await expect(who.getByRole('listitem').first()).toContainText(`${Number(lead.papers)} papers`);
	}
}

/** The median team of each period, from the data behind the chart. */
async function expectMedians(page: Page, corpus: Corpus, press: Press, own: string): Promise<void> {
	const medians = await corpus.rows(
		`SELECT ${corpus.period} AS period, median(team_size) AS median ${own}
		 AND published IS NOT NULL AND team_size IS NOT NULL GROUP BY 1 ORDER BY 1`
	);
	expect(medians.length).toBeGreaterThan(1);
	const figure = page.getByRole('figure').filter({ hasText: /Team size by (?:month|quarter|year)/ });
	await press(figure.getByRole('button', { name: 'Data' }));
	const table = figure.getByRole('region').getByRole('table');
	await expect(table).toBeVisible();
	const column = (await table.getByRole('columnheader').allInnerTexts()).indexOf('Median');
	for (const { period, median } of medians) {
		const row = table.getByRole('row').filter({ hasText: String(period) });
		await expect(row.locator('th, td').nth(column)).toHaveText(String(Number(median)));
	}
}

/** One of two groups of papers: what is typed to choose it, and the same in SQL. */
export interface Group {
	fields: Readonly<Record<string, string>>;
	where: string;
}

/** How do two groups differ? The share of every theme on both sides, each a way to its papers. */
export async function differ(page: Page, corpus: Corpus, press: Press, groups: readonly [Group, Group]) {
	await press(goTo(page, 'Compare'));
	for (const [place, name] of ['A First side', 'B Second side'].entries()) {
		const side = page.getByRole('region', { name });
		for (const [field, value] of Object.entries(groups[place]!.fields)) {
			await side.getByLabel(field, { exact: true }).fill(value);
			await page.keyboard.press('Enter');
		}
	}
	const sizes = await Promise.all(groups.map(({ where }) => sizesIn(corpus, where)));
	const [a, b] = sizes.map((sums) => sums.reduce((all, { papers }) => all + papers, 0));
	const lead = page.getByRole('status').filter({ hasText: 'A:' });
	await expect(lead).toContainText(`A: ${a} papers`);
	await expect(lead).toContainText(`B: ${b} papers`);
	await expect(page).toHaveURL(({ searchParams }) => Boolean(searchParams.get('a')));
	const table = page.getByRole('table', { name: 'Themes by difference in share' });
	for (const [side, sums] of sizes.entries()) {
		for (const { label, papers } of sums) {
			const cell = table.getByRole('row').filter({ hasText: label }).getByRole('cell').nth(side);
			await expect(cell).toContainText(new RegExp(`\\b${papers}$`));
		}
	}
}

async function sizesIn({ rows }: Corpus, where: string): Promise<{ label: string; papers: number }[]> {
	const found = await rows(
		`SELECT label, count(*)::INTEGER AS papers FROM d.papers JOIN d.themes USING (theme_id) WHERE ${where} GROUP BY 1`
	);
	expect(found.length).toBeGreaterThan(1);
	return found.map(({ label, papers }) => ({ label: String(label), papers: Number(papers) }));
}

/** Where do themes touch? The pairs of themes with papers between them, as the map lists them. */
export async function touch(page: Page, corpus: Corpus, press: Press): Promise<void> {
	await press(goTo(page, 'Map'));
	await expect(page).toHaveURL(/\/map\//);
	const pairs = await corpus.rows(
		`WITH between AS (SELECT least(theme_id, second_theme_id) AS one, greatest(theme_id, second_theme_id) AS two,
			count(*)::INTEGER AS papers FROM d.papers
			WHERE similarity > 0 AND (similarity::DOUBLE - margin::DOUBLE) / similarity::DOUBLE >= 0.9 GROUP BY ALL)
		 SELECT a.label AS a, b.label AS b, papers FROM between
		 JOIN d.themes a ON a.theme_id = one JOIN d.themes b ON b.theme_id = two ORDER BY papers DESC, one, two LIMIT 12`
	);
	expect(pairs.length).toBeGreaterThan(0);
	const region = page.getByRole('region', { name: 'Where themes touch' });
	const listed = region.getByRole('listitem');
	await expect(listed).not.toHaveCount(0);
	const more = region.getByRole('button', { name: /^All \d+ pairs$/ });
	if (await more.isVisible()) await press(more);
	await expect(listed).toHaveText(
		pairs.map(
			({ a, b, papers }) => new RegExp(`^${String(a)} and ${String(b)}\\s*${Number(papers)} papers? between$`)
		)
	);
}

/** Which papers should I read first? Those nearest to the centre of a theme. */
export async function readFirst(page: Page, corpus: Corpus, press: Press): Promise<void> {
	const [largest] = await themesOf(corpus);
	await press(openTheme(page, String(largest?.label)));
	const typical = await corpus.rows(
		`SELECT title FROM d.papers WHERE theme_id = ${Number(largest?.id)} ORDER BY similarity DESC, paper_id LIMIT 5`
	);
	const listed = page.getByRole('region', { name: 'Most typical papers' }).getByRole('listitem');
	await expect(listed).toHaveCount(typical.length);
	for (const [place, { title }] of typical.entries()) {
		await expect(listed.nth(place)).toContainText(String(title));
	}
	await press(listed.first().getByRole('button'));
	await expect(page.getByRole('dialog')).toContainText(String(typical[0]?.title));
	await expect(page).toHaveURL(/[?&]paper=\d+/);
	await page.keyboard.press('Escape');
}

/** What did the import leave out? Every record is a paper, a duplicate or listed with its reason. */
export async function leftOut(
	page: Page,
	counts: { records: number; papers: number; duplicates: number; rejected: number }
): Promise<void> {
	await expect(page).toHaveURL(/\/about\//);
	const { records, papers, duplicates, rejected } = counts;
	await expect(page.getByRole('main')).toContainText(
		`${records} records = ${papers} papers + ${duplicates} duplicates + ${rejected} rejected`
	);
}

/** Searches, and expects the papers that hold the words, best match first. */
export async function search(page: Page, corpus: Corpus, words: string, papers: number): Promise<void> {
	await page.getByRole('searchbox', { name: 'Search title and abstract' }).fill(words);
	await expectPapers(page, papers, corpus.papers);
	await expect(page.getByRole('combobox', { name: 'Order' })).toHaveValue('-relevance');
	await expect(papersTable(page).locator('mark').first()).toBeVisible();
}

/** Goes to something by the tab key and presses it. */
async function tabAndEnter(page: Page, target: Locator): Promise<void> {
	await tabTo(page, target);
	await page.keyboard.press('Enter');
}

/**
 * Which of two words came up, and in what papers; then how the halves of the corpus differ. By keys alone.
 * @param papers that hold the first word, which rises
 */
export async function cameUp(page: Page, corpus: Corpus, words: readonly [string, string], papers: number) {
	await tabAndEnter(page, goTo(page, 'Words'));
	await expect(page).toHaveURL(/\/words\//);
	await tabTo(page, page.getByRole('textbox', { name: /^Words or a phrase/ }));
	await page.keyboard.type(words.join(', '));
	await page.keyboard.press('Enter');
	const table = page.getByRole('table', { name: /Papers that hold the words/ });
	const row = table.getByRole('row').filter({ hasText: words[0] });
	await expect(row).toContainText(/rising.*(?:very|fairly) sure/s);
	await tabAndEnter(page, row.getByRole('link'));
	await expectPapers(page, papers, corpus.papers);
	await tabAndEnter(page, goTo(page, 'Compare'));
	const halves = page.getByRole('table', { name: 'Themes by difference in share' });
	const first = halves.getByRole('row').nth(1);
	await expect(first).toContainText(/more in [AB], very sure/);
	await expectSettled(page);
	// A side without papers of the theme has no link.
	const link = first.getByRole('cell').getByRole('link').first();
	const count = Number((await link.innerText()).replace(',', ''));
	await tabAndEnter(page, link);
	await expect(papersTable(page)).toHaveAttribute('aria-rowcount', String(count + 1));
}
