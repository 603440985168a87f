import { page } from 'vitest/browser';
import { expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import { DashboardState } from '../../../src/lib/state/dashboard.svelte.ts';
import TrendsPage from '../../../src/lib/views/pages/trends/TrendsPage.svelte';
import { sampleSite } from '../../support/site.ts';
import ViewHost from '../../support/views/ViewHost.svelte';

/** Twelve themes over twenty years: the fourth rises, the sixth falls, all others have 100 papers a year. */
function dashboardOf(): DashboardState {
	const rows = Array.from({ length: 20 }, (_, year) =>
		Array.from({ length: 12 }, (_, themeId) => ({
			themeId,
			period: `${2000 + year}-01-01`,
			placement: 'dated' as const,
			papers: 100 + (themeId === 3 ? 8 * year : 0) - (themeId === 5 ? 4 * year : 0)
		}))
	).flat();
	const site = sampleSite();
	const papers = rows.reduce((sum, row) => sum + row.papers, 0);
	return new DashboardState({
		site: {
			...site,
			counts: { ...site.counts, papers, dated: papers },
			span: { first: '2000-01-01', last: '2019-12-31' },
			years: { first: 2000, last: 2019 },
			granularity: 'year',
			overview: { ...site.overview, unit: 'year', papers, trend: rows }
		},
		boot: () => new Promise(() => {}),
		navigation: { push: () => {}, replace: () => {} },
		store: null
	});
}

it('colours what moves fastest of many themes and says so of all, and what is selected alone', async () => {
	await page.viewport(390, 900);
	const dashboard = dashboardOf();
	await render(ViewHost, { dashboard, view: TrendsPage });
	await expect
		.element(page.getByText(/^In colour: the themes that clearly rise or fall fastest/))
		.toBeVisible();
	const key = page.getByRole('list', { name: 'Themes in colour' });
	const named = () => key.getByRole('button').elements();
	await expect.poll(() => named().map((button) => button.textContent)).toEqual(['theme 3', 'theme 5']);
	expect(named().map((button) => button.getAttribute('aria-pressed'))).toEqual(['false', 'false']);
	await expect
		.element(
			page.getByRole('heading', { name: /^Theme 3 rose from 8.3 % of papers \(2000\) .*; theme 5 fell/ })
		)
		.toBeVisible();

	dashboard.setFilters({ themes: [7] });
	await expect.poll(() => named().map((button) => button.textContent)).toEqual(['theme 7']);
	expect(named().map((button) => button.getAttribute('aria-pressed'))).toEqual(['true']);
	await expect.element(page.getByText(/^In colour/)).not.toBeInTheDocument();
});
