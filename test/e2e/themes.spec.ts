import { readFileSync } from 'node:fs';

import type { Page } from '@playwright/test';

import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import { expectPapers, open, theme, themes, visit } from './dashboard.ts';
import { expect, numberOf, rowsOf, visits as test } from './fixtures.ts';

/** Papers of each theme as the list shows them. */
async function listed(page: Page): Promise<number[]> {
	const names = await themes(page)
		.getByRole('button')
		.evaluateAll((all) => all.map((one) => one.ariaLabel ?? ''));
	return names.map((name) => Number(/: (\d+) papers?, /.exec(name)?.[1]));
}
const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

/** Sizes of the themes of a cut, largest first, by SQL alone: the nodes left when the last merges are undone. */
const cutBySql = async (count: number) =>
	(
		await rowsOf(
			`WITH RECURSIVE limits AS (SELECT 2 * count(*) FILTER (is_leaf) - ${count} AS undone FROM d.themes),
			cut AS (SELECT theme_id FROM d.themes, limits WHERE theme_id < undone AND coalesce(parent_id, undone) >= undone),
			below(top, id) AS (SELECT theme_id, theme_id FROM cut
				UNION ALL SELECT top, theme_id FROM below JOIN d.themes t ON t.parent_id = below.id)
			SELECT count(*) AS papers FROM below JOIN d.papers ON leaf_id = id GROUP BY top ORDER BY papers DESC`
		)
	).map(({ papers }) => Number(papers));

test('the slider turns the number of themes up and down by keyboard, and every paper stays in one', async ({
	page
}) => {
	await open(page);
	const published = await numberOf('SELECT count(*) FROM d.themes WHERE in_default');
	const leaves = await numberOf('SELECT count(*) FROM d.themes WHERE is_leaf');
	const finer = Math.min(published + 2, leaves);
	expect(finer).toBeGreaterThan(published);
	const slider = page.getByRole('slider', { name: 'Number of themes' });
	await slider.focus();
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(themes(page).getByRole('button')).toHaveCount(finer);
	await expect.poll(() => listed(page)).toEqual(await cutBySql(finer));
	await page.keyboard.press('Home');
	await expect(themes(page).getByRole('button')).toHaveCount(1);
	await expect.poll(() => listed(page)).toEqual([75]);
	await page.keyboard.press('ArrowRight');
	await page.keyboard.press('ArrowRight');
	await expect(themes(page).getByRole('button')).toHaveCount(3);
	await expect(page).toHaveURL(/themes=3/);
	const three = await cutBySql(3);
	expect(sum(three)).toBe(75);
	await expect.poll(() => listed(page)).toEqual(three);
	await page.reload();
	await expect.poll(() => listed(page)).toEqual(three);
	await page.getByRole('button', { name: 'As found' }).click();
	await expect(themes(page).getByRole('button')).toHaveCount(published);
	await expect.poll(() => listed(page)).toEqual(await cutBySql(published));
});

test('the slider marks the numbers of themes that are as good, and the page and About say which', async ({
	page
}) => {
	const { asGood, counts } = JSON.parse(readFileSync('static/dataset/manifest.json', 'utf8')) as Manifest;
	const { from, to } = asGood as { from: number; to: number };
	await open(page);
	await expect(page.getByText(`${from} to ${to} are equally good`)).toBeVisible();
	const slider = page.getByRole('slider', { name: 'Number of themes' });
	expect(to).toBeGreaterThan(from);
	/** Where the mark is, from the left end of the track. */
	const marked = async () => {
		const [track, mark] = [(await slider.boundingBox())!, (await page.locator('.good').boundingBox())!];
		const placeOf = (number: number) =>
			track.x + 8 + ((track.width - 16) * (number - 1)) / (counts.leaves - 1);
		expect(Math.abs(mark.x - placeOf(from))).toBeLessThan(1);
		expect(Math.abs(mark.x + mark.width - placeOf(to))).toBeLessThan(1);
		expect(mark.height).toBeGreaterThan(0);
		expect(Math.abs(mark.y - (track.y + track.height / 2))).toBeLessThan(track.height);
	};
	await expect(marked).toPass();
	await slider.focus();
	await page.keyboard.press('ArrowRight');
	await expect(marked).toPass();
	await page.getByRole('link', { name: 'About' }).click();
	await expect(page.getByText(`${from} to ${to} are equally good.`)).toBeVisible();
});

test('a selected theme keeps its papers when it is split, and says so when they change', async ({ page }) => {
	const [largest] = await rowsOf(
		'SELECT theme_id, size FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 1'
	);
	await open(page, `?theme=${Number(largest?.theme_id)}`);
	const slider = page.getByRole('slider', { name: 'Number of themes' });
	await slider.focus();
	await page.keyboard.press('End');
	await expectPapers(page, Number(largest?.size));
	await page.keyboard.press('Home');
	await expectPapers(page, 75);
	await expect(page.getByText(/^The filter by theme was dropped/)).toBeVisible();
	await page.keyboard.press('End');
	await expectPapers(page, Number(largest?.size));
});

test('themes are merged, renamed, exported and brought back by undo and by the browser', async ({ page }) => {
	await open(page);
	const [first, second] = await rowsOf(
		'SELECT theme_id, label, size FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 2'
	);
	const papers = Number(first?.size) + Number(second?.size);
	await page.getByRole('button', { name: 'Merge, rename' }).click();
	const dialog = page.getByRole('dialog', { name: 'Merge and rename themes' });
	for (const one of [first, second]) {
		await dialog.getByRole('checkbox', { name: `Mark ${String(one?.label)}`, exact: true }).check();
	}
	await dialog.getByRole('button', { name: `Merge 2 themes (${papers} papers)` }).click();
	await expect(page.locator('input:focus')).toHaveAttribute('aria-label', /^Name of /);
	await page.keyboard.press('ControlOrMeta+a');
	await page.keyboard.type('Made by hand, "so"');
	await page.keyboard.press('Enter');
	await dialog.getByRole('button', { name: 'Done' }).click();
	await expect(theme(page, 'Made by hand, "so"')).toHaveAccessibleName(new RegExp(`: ${papers} papers`));
	await expect.poll(async () => sum(await listed(page))).toBe(75);
	await theme(page, 'Made by hand, "so"').click();
	await expect(page).toHaveURL(/theme=/);
	await expectPapers(page, papers);

	await page.getByRole('button', { name: 'Export…' }).click();
	const downloading = page.waitForEvent('download');
	await page.getByRole('button', { name: `Export ${papers} papers` }).click();
	const csv = readFileSync(await (await downloading).path(), 'utf8');
	expect(csv.split('"Made by hand, ""so""",')).toHaveLength(papers + 1);
	await page.keyboard.press('Escape');

	const arranged = page.url();
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(theme(page, 'Made by hand, "so"')).toHaveCount(0);
	await expectPapers(page, papers);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(theme(page, String(first?.label))).toBeVisible();
	await expect(theme(page, String(second?.label))).toBeVisible();
	await page.goto(arranged);
	await expectPapers(page, papers);
	await expect(theme(page, 'Made by hand, "so"')).toHaveAttribute('aria-pressed', 'true');
	await page.goBack();
	await expect(theme(page, String(second?.label))).toBeVisible();
});

test('a theme says how many papers say its name, and takes another name by one press', async ({ page }) => {
	const [largest] = await rowsOf(
		'SELECT theme_id, label FROM d.themes WHERE in_default ORDER BY size DESC, theme_id LIMIT 1'
	);
	const label = String(largest?.label);
	const terms = label.replace(/^Mixed: /, '').split(', ');
	const rows = await rowsOf(
		`SELECT x.title || ' . ' || x.abstract AS text FROM d.papers p JOIN t.paper_texts x USING (paper_id)
		WHERE p.theme_id = ${Number(largest?.theme_id)}`
	);
	const plain = (text: string) =>
		` ${(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
			.map((word) => (/^.{2,}[^s]s$/.test(word) ? word.slice(0, -1) : word))
			.join(' ')} `;
	const saying = rows.filter(({ text }) => terms.some((term) => plain(String(text)).includes(plain(term))));
	await visit(page, `theme/?theme=${Number(largest?.theme_id)}`);
	const share = Math.round((saying.length / rows.length) * 100);
	await expect(page.getByText(new RegExp(`^${share}\\s% say `))).toBeVisible();
	const others = page.getByRole('group', { name: 'Other names for this theme' });
	const other = String(await others.getByRole('button').first().textContent());
	await others.getByRole('button').first().click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(other);
	await others.getByRole('button', { name: label, exact: true }).click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(label);
});
