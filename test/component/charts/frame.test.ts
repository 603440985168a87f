import { createRawSnippet } from 'svelte';
import { page, userEvent } from 'vitest/browser';
import { describe, expect, it } from 'vitest';
import { render } from 'vitest-browser-svelte';

import ChartFrame from '../../../src/lib/drawing/ChartFrame.svelte';
import '../../../src/lib/ui/styles/app.css';
import { violations } from '../../support/axe.ts';

const hostile = '<img src=x onerror="globalThis.hacked = true">';
const props = {
	title: 'Share of papers by quarter',
	headline: 'Speech rises',
	caption: '75 papers',
	name: 'Themes over time',
	description: 'Each line is a theme.',
	table: {
		caption: 'Papers by quarter',
		header: ['Period', hostile],
		rows: [
			['Q1 2022', 12_345],
			['Q2 2022', 'n/a']
		]
	},
	help: 'Read it from left to right.',
	children: createRawSnippet(() => ({ render: () => '<svg></svg>' }))
};

describe('ChartFrame', () => {
	it('names its figure and describes its drawing', async () => {
		await render(ChartFrame, props);
		await expect.element(page.getByRole('figure', { name: 'Speech rises' })).toBeVisible();
		await expect
			.element(page.getByRole('group', { name: 'Themes over time' }))
			.toHaveAccessibleDescription('Each line is a theme.');
		await expect.element(page.getByRole('heading', { level: 2, name: 'Speech rises' })).toBeVisible();
	});

	it('shows its data as a table, with labels as text', async () => {
		const { container } = await render(ChartFrame, props);
		const toggle = page.getByRole('button', { name: 'Data' });
		await expect.element(toggle).toHaveAttribute('aria-expanded', 'false');
		await userEvent.click(toggle);
		await expect.element(toggle).toHaveAttribute('aria-expanded', 'true');
		await expect.element(page.getByRole('table', { name: 'Papers by quarter' })).toBeVisible();
		await expect.element(page.getByRole('columnheader', { name: hostile })).toBeVisible();
		await expect.element(page.getByRole('cell', { name: '12,345' })).toBeVisible();
		expect(container.querySelector('img')).toBeNull();
		expect(await violations(container)).toEqual([]);
		await userEvent.click(toggle);
		expect(page.getByRole('table').elements()).toHaveLength(0);
	});

	it('explains itself on demand', async () => {
		const { container } = await render(ChartFrame, props);
		const toggle = page.getByRole('button', { name: 'How to read this' });
		await userEvent.click(toggle);
		await expect.element(page.getByText('Read it from left to right.')).toBeVisible();
		expect(document.getElementById(toggle.element().getAttribute('aria-controls')!)).not.toBeNull();
		expect(await violations(container)).toEqual([]);
	});
});
