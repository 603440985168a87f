import { page, userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import type { SideCounts } from '../../../src/lib/queries/cells/side-counts.ts';
import { DashboardState } from '../../../src/lib/state/dashboard.svelte.ts';
import ComparePage from '../../../src/lib/views/pages/compare/ComparePage.svelte';
import { violations } from '../../support/axe.ts';
import { sampleSite } from '../../support/site.ts';
import { memoryPapers, memoryReader } from '../../support/views/memory-reader.ts';
import ViewHost from '../../support/views/ViewHost.svelte';

/** Ten and thirty papers, as whole years leave them. */
const sides: readonly [SideCounts, SideCounts] = [
	{
		papers: 10,
		themes: [
			{ themeId: 0, papers: 8 },
			{ themeId: 1, papers: 2 }
		],
		team: [{ teamSize: 3, papers: 10 }],
		periods: [{ period: '2023-01-01', placement: 'dated', papers: 10 }]
	},
	{
		papers: 30,
		themes: [
			{ themeId: 0, papers: 3 },
			{ themeId: 1, papers: 27 }
		],
		team: [{ teamSize: 5, papers: 30 }],
		periods: [{ period: '2024-01-01', placement: 'dated', papers: 30 }]
	}
];
const use = (term: string, first: number, second: number) => ({ term, first, second });

function made(): DashboardState {
	const site = sampleSite();
	const reader: object = {
		...memoryReader(memoryPapers(40)),
		sideCounts: ({ date }: { date: { range: { from: string | null } | null } | null }) =>
			Promise.resolve(sides[date?.range?.from === '2023-01-01' ? 0 : 1]),
		compareTerms: () =>
			Promise.resolve({
				...{ first: 10, second: 30, both: 0 },
				least: 2,
				terms: [use('atp', 8, 2), use('hoc', 1, 0), use('reward', 1, 24)]
			}),
		readableStems: () => Promise.resolve(new Map([['atp', 'ATP']])),
		arranged: () => reader as unknown as ReturnType<typeof memoryReader>
	};
	const trend = [
		['2023-01-01', 10],
		['2024-01-01', 30]
	].map(([period, papers]) => ({ themeId: 0, period: period as string, placement: 'dated' as const, papers: papers as number })); // prettier-ignore
	return new DashboardState({
		site: {
			...site,
			span: { first: '2023-01-01', last: '2024-12-31' },
			overview: { ...site.overview, unit: 'year', trend }
		},
		boot: () => Promise.resolve(reader as unknown as ReturnType<typeof memoryReader>),
		navigation: { push: () => {}, replace: () => {} },
		store: null
	});
}

describe('Compare', () => {
	it('says which periods it opens with, which words two papers say, and p only where it is asked for', async () => {
		await page.viewport(1400, 1000);
		await render(ViewHost, { dashboard: made(), view: ComparePage });
		await expect
			.element(page.getByText('The page opens with the papers of 2023 and those of 2024: whole years'))
			.toBeVisible();
		await expect
			.element(page.getByRole('heading', { name: /^The largest clear differences are in .* and in / }))
			.toBeVisible();
		await expect.element(page.getByRole('row', { name: /^ATP .* 80 % 8 7 % 2$/ })).toBeVisible();
		await expect.element(page.getByRole('row', { name: /^reward .* 10 % 1 80 % 24$/ })).toBeVisible();
		expect(page.getByRole('row', { name: /^hoc/ }).elements()).toEqual([]);
		expect(page.getByText('adjusted p', { exact: true }).elements()).toEqual([]);
		await userEvent.click(page.getByText('How sure is that?').first());
		await expect.element(page.getByRole('columnheader', { name: 'adjusted p' })).toBeVisible();
	});

	it.each([1400, 768, 390])('fits %d px and passes axe', async (width) => {
		await page.viewport(width, 1000);
		await render(ViewHost, { dashboard: made(), view: ComparePage });
		await expect.element(page.getByRole('row', { name: /^ATP/ })).toBeVisible();
		await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
		expect(await violations(document.body)).toEqual([]);
	});
});
