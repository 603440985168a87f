import { chart, expectPapers, expectSettled, open, visit } from './dashboard.ts';
import { expect, numberOf, visits as test } from './fixtures.ts';

const names = {
	themes: 'Themes one by one',
	trend: 'Themes over time',
	team: 'Team size',
	'team-over-time': 'Team size over time',
	'team-by-theme': 'Team size by theme',
	matrix: 'Themes by team size'
};

test('each chart can stand alone in a frame, with the numbers of the whole page and the way there', async ({
	page,
	context
}) => {
	const dated = await numberOf(
		`SELECT count(*) FROM d.papers WHERE published BETWEEN DATE '2024-01-01' AND DATE '2024-12-31'`
	);
	for (const [embed, name] of Object.entries(names)) {
		await visit(page, `?embed=${embed}&date=2024`);
		await expect(page.getByText(`${dated} of 75 papers · 2024`)).toBeVisible();
		await expect(chart(page, name)).toBeVisible();
		await expect(page.getByRole('figure')).toHaveCount(1);
		await expect(page.getByRole('navigation', { name: 'Pages' })).toHaveCount(0);
	}
	await expectSettled(page);
	const told = await chart(page, names.matrix).textContent();
	const opening = context.waitForEvent('page');
	await page.getByRole('link', { name: 'Open in Corpuscope' }).click();
	const whole = await opening;
	await expectPapers(whole, dated);
	expect(new URL(whole.url()).searchParams.has('embed')).toBe(false);
	await expect.poll(() => chart(whole, names.matrix).textContent()).toBe(told);
});

test('a chart that there is not is said to be none, and the page is whole', async ({ page }) => {
	await open(page, '?embed=nothing');
	await expect(page.getByText('embed=nothing')).toBeVisible();
	await expectPapers(page, 75);
});
