import { page, userEvent } from 'vitest/browser';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';

import '../../../src/lib/ui/styles/app.css';
import { violations } from '../../support/axe.ts';
import Controls from '../../support/gallery/Controls.svelte';

const said = vi.fn();
const draw = (rows = 10_000) => render(Controls, { said, rows });

beforeEach(async () => {
	said.mockReset();
	await page.viewport(1000, 800);
});
afterEach(() => {
	delete document.documentElement.dataset.theme;
});

describe.each(['light', 'dark'])('%s', (scheme) => {
	it.each([1440, 390])('controls fit %i px and pass axe', async (width) => {
		document.documentElement.dataset.theme = scheme;
		await page.viewport(width, 800);
		const { container } = await draw();
		await expect.poll(() => document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
		expect(await violations(container)).toEqual([]);
	});
});

describe('targets', () => {
	it('are at least 24 pixels in both directions', async () => {
		const { container } = await draw();
		const small = [...container.querySelectorAll('button, select, input:not([type="radio"]), summary')]
			.map((element) => ({ element, box: element.getBoundingClientRect() }))
			.filter(({ box }) => box.width < 24 || box.height < 24)
			.map(({ element }) => element.outerHTML);
		expect(small).toEqual([]);
	});
});

describe('choices', () => {
	it('a segmented control is a group of radio buttons', async () => {
		await draw();
		await userEvent.click(page.getByRole('radio', { name: 'Count' }));
		await userEvent.keyboard('{ArrowRight}');
		await expect.element(page.getByRole('radio', { name: 'Share' })).toBeChecked();
		expect(said).toHaveBeenLastCalledWith('measure', 'share');
	});

	it('a chip is removed by its named button', async () => {
		await draw();
		await userEvent.click(page.getByRole('button', { name: 'Remove 2024–2025' }));
		expect(said).toHaveBeenLastCalledWith('removed');
	});

	it('a select tells its value', async () => {
		await draw();
		await userEvent.selectOptions(page.getByRole('combobox', { name: 'Period' }), 'month');
		expect(said).toHaveBeenLastCalledWith('unit', 'month');
	});
});

/** Pauses that a test ends itself: on a busy machine the time between two keys may be as long as one. */
function stopClock(): void {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
}

describe('typing', () => {
	it('a search speaks once typing pauses, and at once on Enter', async () => {
		await draw();
		stopClock();
		const field = page.getByRole('searchbox');
		await userEvent.fill(field, 'sp');
		vi.advanceTimersByTime(200);
		await userEvent.fill(field, 'speech');
		vi.advanceTimersByTime(200);
		expect(said).not.toHaveBeenCalled();
		vi.advanceTimersByTime(100);
		expect(said.mock.calls).toEqual([['search', 'speech']]);
		await userEvent.type(field, ' x{Enter}');
		expect(said).toHaveBeenLastCalledWith('search', 'speech x');
	});

	it('a search that was told is not told again when its field is left', async () => {
		await draw();
		stopClock();
		await userEvent.fill(page.getByRole('searchbox'), 'speech');
		vi.runAllTimers();
		expect(said.mock.calls).toEqual([['search', 'speech']]);
		await userEvent.click(page.getByRole('button', { name: 'Reset' }));
		vi.runAllTimers();
		expect(said.mock.calls).toEqual([['search', 'speech'], ['plain']]);
	});

	it('a range speaks when a field is left, unless something is wrong', async () => {
		await draw();
		const to = page.getByRole('textbox', { name: 'Team size to' });
		await userEvent.fill(to, 'ten');
		await userEvent.tab();
		await expect.element(page.getByText('Write whole numbers')).toBeVisible();
		await expect.element(to).toHaveAttribute('aria-invalid', 'true');
		expect(said).not.toHaveBeenCalled();
		await userEvent.fill(to, ' 10 ');
		await userEvent.tab();
		expect(said).toHaveBeenLastCalledWith('range', '2', '10');
	});

	it.each([
		['search', 'searchbox', 'Search title and abstract', ['search', '30']],
		['range', 'textbox', 'Team size to', ['range', '2', '30']]
	] as const)('a press that leaves a %s finds what it was aimed at', async (what, role, name, words) => {
		const { container } = await draw();
		said.mockImplementation((told: string) => {
			if (told === what) container.style.paddingTop = '300px';
		});
		stopClock();
		await userEvent.fill(page.getByRole(role, { name }), '30');
		await userEvent.click(page.getByRole('button', { name: 'Reset' }));
		vi.runAllTimers();
		expect(said.mock.calls).toEqual([words, ['plain']]);
	});

	it('a combobox suggests, moves with the arrows and chooses with Enter', async () => {
		const { container } = await draw();
		const field = page.getByRole('combobox', { name: 'Venue' });
		await userEvent.type(field, 'l');
		await expect
			.poll(() => page.getByRole('listbox', { name: 'Venue' }).getByRole('option').elements())
			.toHaveLength(3);
		await userEvent.keyboard('{ArrowDown}{ArrowDown}');
		const active = field.element().getAttribute('aria-activedescendant')!;
		expect(document.getElementById(active)!.textContent).toContain('EMNLP');
		expect(container.querySelector('img')).toBeNull();
		expect(await violations(container)).toEqual([]);
		await userEvent.keyboard('{Enter}');
		expect(said).toHaveBeenLastCalledWith('venue', 'EMNLP');
		await expect.element(field).toHaveAttribute('aria-expanded', 'false');
		await expect.element(field).toHaveValue('');
	});

	it('a combobox closes on Escape and says when nothing is found', async () => {
		await draw();
		const field = page.getByRole('combobox', { name: 'Venue' });
		await userEvent.type(field, 'zzz');
		await expect.element(page.getByText('Nothing found')).toBeVisible();
		await userEvent.keyboard('{Escape}');
		await expect.element(field).toHaveAttribute('aria-expanded', 'false');
	});
});

describe('dialogs', () => {
	it('open over the page, hold the focus and close on Escape', async () => {
		await draw();
		await userEvent.click(page.getByRole('button', { name: 'Open a file' }));
		const dialog = page.getByRole('dialog', { name: 'Open a file' });
		await expect.element(dialog).toBeVisible();
		expect(dialog.element().contains(document.activeElement)).toBe(true);
		expect(await violations(dialog.element())).toEqual([]);
		await userEvent.keyboard('{Escape}');
		await expect.poll(() => page.getByRole('dialog').elements()).toHaveLength(0);
		await expect.poll(() => said.mock.lastCall).toEqual(['closed']);
	});

	it('close with their button and give the focus back', async () => {
		await draw();
		await userEvent.click(page.getByRole('button', { name: 'Filters' }));
		await expect.element(page.getByText('All filters.')).toBeVisible();
		await userEvent.click(page.getByRole('button', { name: 'Close' }));
		await expect.element(page.getByRole('button', { name: 'Filters' })).toHaveFocus();
	});
});

describe('VirtualTable', () => {
	const scroller = () => document.querySelector<HTMLElement>('.scroller')!;
	const row = (index: number) => document.querySelector<HTMLElement>(`[data-row="${index}"]`);

	it('keeps only the rows in view, whatever their number', async () => {
		await draw();
		expect(document.querySelectorAll('[data-row]').length).toBeLessThan(40);
		await expect
			.element(page.getByRole('table', { name: 'Papers' }))
			.toHaveAttribute('aria-rowcount', '10001');
		scroller().scrollTop = 5000 * 44;
		await expect.poll(() => row(5000)).not.toBeNull();
		expect(row(5000)!.getAttribute('aria-rowindex')).toBe('5002');
		expect(row(200)).toBeNull();
	});

	it('is one tab stop, walked by keyboard from end to end', async () => {
		await draw();
		row(0)!.focus();
		await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}');
		expect(said).toHaveBeenLastCalledWith('open', 2);
		await userEvent.keyboard('{End}');
		await expect.poll(() => document.activeElement?.getAttribute('data-row')).toBe('9999');
		const box = row(9999)!.getBoundingClientRect();
		expect(box.bottom).toBeLessThanOrEqual(scroller().getBoundingClientRect().bottom + 1);
		await userEvent.keyboard('{Home} ');
		await expect.poll(() => said.mock.lastCall).toEqual(['open', 0]);
		expect(document.querySelectorAll('[data-row][tabindex="0"]')).toHaveLength(1);
	});

	it('sorts numbers from the largest first, then the other way', async () => {
		await draw();
		const button = page.getByRole('button', { name: 'Team size' });
		await userEvent.click(button);
		expect(said).toHaveBeenLastCalledWith('sort', { key: 'team', descending: true });
		await expect
			.element(page.getByRole('table', { name: 'Papers' }).getByRole('columnheader', { name: 'Team size' }))
			.toHaveAttribute('aria-sort', 'descending');
		await userEvent.click(button);
		expect(said).toHaveBeenLastCalledWith('sort', { key: 'team', descending: false });
	});

	it('says when it is empty', async () => {
		await draw(0);
		await expect.element(page.getByText('No papers')).toBeVisible();
	});
});

describe('a small table', () => {
	it('turns its rows into lines where its columns do not fit', async () => {
		await draw();
		const region = page.getByRole('region', { name: 'Small table' }).element();
		const [row] = region.querySelectorAll('tbody tr');
		const tops = () => new Set([...row!.children].map((cell) => cell.getBoundingClientRect().top)).size;
		expect(tops()).toBe(1);
		await page.viewport(240, 800);
		await expect.poll(tops).toBeGreaterThan(1);
		expect(region.scrollWidth).toBeLessThanOrEqual(region.clientWidth);
		expect(page.getByRole('table', { name: 'Small table' }).getByRole('cell').elements()).toHaveLength(3);
	});
});
