import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';

import Sparkline from '../../../src/lib/drawing/Sparkline.svelte';
import TeamByTheme from '../../../src/lib/views/charts/team-by-theme/TeamByTheme.svelte';
import TeamHistogram from '../../../src/lib/views/charts/team/TeamHistogram.svelte';
import TeamOverTime from '../../../src/lib/views/charts/team-over-time/TeamOverTime.svelte';
import ThemeTeamMatrix from '../../../src/lib/views/charts/matrix/ThemeTeamMatrix.svelte';
import '../../../src/lib/ui/styles/app.css';
import { bins, matrix, quarters, summary, teamPeriods, teamRows } from '../../support/gallery/samples.ts';

const all = bins([4, 6, 9, 17, 24, 6, 2], 7);
const focus = (locator: { element: () => Element }) => (locator.element() as HTMLElement).focus();

beforeEach(() => page.viewport(1000, 700));

describe('TeamHistogram', () => {
	async function draw(more: object = {}) {
		const calls = { onbrush: vi.fn(), onunknown: vi.fn() };
		const screen = await render(TeamHistogram, {
			bins: all,
			summary: summary(6),
			brush: null,
			unknownSelected: false,
			...calls,
			...more
		});
		return { ...screen, calls };
	}

	it('names each bin with its papers and marks the median', async () => {
		await draw();
		await expect
			.element(page.getByRole('button', { name: '6–10 authors: 24 of 75 papers (32 %)' }))
			.toBeInTheDocument();
		await expect.element(page.getByText('median 6')).toBeVisible();
	});

	it('selects a bin by click, Enter and Space, and the same bin again means none', async () => {
		const { calls, rerender } = await draw();
		await userEvent.click(page.getByRole('button', { name: /^4–5 authors/ }));
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: 4, to: 5 });
		focus(page.getByRole('button', { name: /^3 authors/ }));
		await userEvent.keyboard('{Enter}');
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: 3, to: 3 });
		await userEvent.keyboard('{ArrowLeft} ');
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: 2, to: 2 });
		await rerender({ brush: { from: 2, to: 2 } });
		await userEvent.keyboard(' ');
		expect(calls.onbrush).toHaveBeenLastCalledWith(null);
	});

	it('keeps the names of neighbouring bins apart on narrow screens', async () => {
		await page.viewport(360, 700);
		const { container } = await draw();
		await expect.element(page.getByText('median 6')).toBeVisible();
		const boxes = [...container.querySelectorAll('.bin text')].map((text) => text.getBoundingClientRect());
		const gaps = boxes.slice(1).map(({ left }, index) => left - boxes[index]!.right);
		expect(Math.min(...gaps)).toBeGreaterThan(2);
	});

	it('puts its notes beside the bar that is pointed at', async () => {
		await draw();
		for (const name of [/^4–5 authors/, /^11–20 authors/]) {
			const bin = page.getByRole('button', { name });
			await userEvent.hover(bin);
			const note = document.querySelector('.tooltip')!.getBoundingClientRect();
			const { left, right } = bin.element().querySelector('.bar')!.getBoundingClientRect();
			expect(note.left >= right || note.right <= left).toBe(true);
		}
	});

	it('leaves the last bin open at its end', async () => {
		const { calls } = await draw();
		await userEvent.click(page.getByRole('button', { name: /^21\+ authors/ }));
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: 21, to: null });
	});

	it('brushes by keyboard and says what the ends are', async () => {
		const { calls } = await draw({ brush: { from: 2, to: 10 } });
		const to = page.getByRole('slider', { name: 'Team size range, to' });
		await expect.element(to).toHaveAttribute('aria-valuetext', 'to 10');
		focus(to);
		await userEvent.keyboard('{ArrowRight}');
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: 2, to: 20 });
		await userEvent.keyboard('{End}');
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: 2, to: null });
	});

	it('keeps unknown team sizes apart and selectable', async () => {
		const { calls } = await draw({ unknownSelected: true });
		const unknown = page.getByRole('button', { name: 'team size unknown: 7 of 75 papers (9 %)' });
		await expect.element(unknown).toHaveAttribute('aria-pressed', 'true');
		await userEvent.click(unknown);
		expect(calls.onunknown).toHaveBeenCalledOnce();
		expect(calls.onbrush).not.toHaveBeenCalled();
	});

	it('costs one tab stop for its bins and one for each handle', async () => {
		const { container } = await draw();
		expect(container.querySelectorAll('[tabindex="0"]')).toHaveLength(3);
	});
});

describe('TeamByTheme', () => {
	it('names quartiles, selects and highlights', async () => {
		const calls = { onhighlight: vi.fn(), onselect: vi.fn() };
		await render(TeamByTheme, { rows: teamRows(6), highlighted: null, ...calls });
		const row = page.getByRole('button', { name: /^safety alignment: median .*, half between/ });
		await expect.element(row).toHaveAttribute('aria-pressed', 'true');
		focus(row);
		expect(calls.onhighlight).toHaveBeenLastCalledWith(2);
		await userEvent.keyboard('{Shift>}{Enter}{/Shift}');
		expect(calls.onselect).toHaveBeenLastCalledWith(2, true);
		await userEvent.click(page.getByRole('button', { name: /^vision-language models: no known team size/ }));
		expect(calls.onselect).toHaveBeenLastCalledWith(5, false);
	});

	it('has a column of unknown sizes only where there are some, and says when all are', async () => {
		const rows = teamRows(3);
		const { container, rerender } = await render(TeamByTheme, { rows, highlighted: null });
		const head = () => container.querySelector<HTMLElement>('.head .unknown');
		expect(head()!.checkVisibility()).toBe(true);
		await rerender({ rows: rows.map((row) => ({ ...row, unknown: 0 })) });
		expect(head()!.checkVisibility()).toBe(false);
		await rerender({ rows: rows.map((row) => ({ ...row, summary: null })) });
		await expect.element(page.getByText('No known team sizes')).toBeVisible();
	});
});

describe('TeamOverTime', () => {
	it('opens a period and breaks where no team size is known', async () => {
		const onperiod = vi.fn();
		const periods = teamPeriods(quarters(6, (index) => (index === 2 ? 0 : 30)));
		const { container } = await render(TeamOverTime, {
			periods,
			offAxis: { coarse: 0, undated: 3 },
			onperiod
		});
		expect(container.querySelector('.quartiles')!.getAttribute('d')!.match(/M/g)).toHaveLength(2);
		await expect.element(page.getByRole('img', { name: '3 papers without a date' })).toBeInTheDocument();
		focus(page.getByRole('button', { name: /^Q2 2023/ }));
		await expect.poll(() => container.querySelector('.tooltip')?.textContent).toMatch(/^Q2 2023/);
		expect(container.querySelector('.tooltip')!.textContent.match(/30 papers/g)).toHaveLength(1);
		await userEvent.keyboard(' ');
		expect(onperiod).toHaveBeenLastCalledWith(periods[5]!.period);
	});
});

describe('ThemeTeamMatrix', () => {
	const rows = matrix(3, all.length);

	it('is one tab stop, walked with the arrow keys', async () => {
		const calls = { onhighlight: vi.fn(), oncell: vi.fn() };
		const { container } = await render(ThemeTeamMatrix, { rows, bins: all, highlighted: null, ...calls });
		const cells = [...container.querySelectorAll<HTMLElement>('td button')];
		expect(cells).toHaveLength(24);
		expect(container.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
		cells[0]!.focus();
		await userEvent.keyboard('{ArrowRight}{ArrowDown}{Enter}');
		expect(calls.oncell).toHaveBeenLastCalledWith(rows[1]!.id, all[1]);
		expect(calls.onhighlight).toHaveBeenLastCalledWith(rows[1]!.id);
		await userEvent.keyboard('{End}{ArrowUp} ');
		expect(calls.oncell).toHaveBeenLastCalledWith(rows[0]!.id, all[7]);
		await userEvent.keyboard('{ArrowUp}{Home}');
		expect(document.activeElement).toBe(cells[0]);
		expect(container.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
	});

	it('prints and names its numbers', async () => {
		await render(ThemeTeamMatrix, { rows, bins: all, highlighted: null });
		const sum = rows[0]!.counts.reduce((total, count) => total + count, 0);
		const cell = page.getByRole('button', {
			name: `preference optimisation, 6–10 authors: ${rows[0]!.counts[4]} of ${sum} papers`
		});
		await expect.element(cell).toHaveTextContent(String(rows[0]!.counts[4]));
	});

	it('names a cell on focus', async () => {
		const { container } = await render(ThemeTeamMatrix, { rows, bins: all, highlighted: null });
		container.querySelector<HTMLElement>('td button')!.focus();
		await expect.element(page.getByText('preference optimisation, 1 author')).toBeVisible();
		await userEvent.keyboard('{Escape}');
		expect(container.querySelector('.tooltip')).toBeNull();
	});
});

describe('Sparkline', () => {
	it('is a picture with a name, or decoration', async () => {
		const { container } = await render(Sparkline, { values: [1, 2, 3], slot: 0, label: 'speech over time' });
		await expect.element(page.getByRole('img', { name: 'speech over time' })).toBeInTheDocument();
		const bare = await render(Sparkline, { values: [], slot: null });
		expect(bare.container.querySelector('svg[aria-hidden="true"]')).not.toBeNull();
		expect(container.innerHTML).not.toContain('NaN');
	});
});
