import { page, userEvent } from 'vitest/browser';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from 'vitest-browser-svelte';

import TrendChart from '../../../src/lib/views/charts/trend/TrendChart.svelte';
import '../../../src/lib/ui/styles/app.css';
import { quarters, trend } from '../../support/gallery/samples.ts';

const periods = quarters(8, () => 100);
const series = trend(periods, 3).map((one) => ({ ...one, selected: false }));
const first = series[0]!;

async function draw(more: object = {}) {
	// prettier-ignore
	const calls = { onbrush: vi.fn(), onhighlight: vi.fn(), onselect: vi.fn(), onperiod: vi.fn(), onoffaxis: vi.fn() };
	const props = {
		periods,
		series,
		offAxis: { coarse: 12, undated: 5 },
		measure: 'share' as const,
		form: 'lines' as const,
		brush: null,
		highlighted: null,
		...calls,
		...more
	};
	const screen = await render(TrendChart, props);
	// It is told the width that it has after it came.
	const drawing = screen.container.querySelector<SVGSVGElement>('.stage > svg')!;
	await expect.poll(() => drawing.viewBox.baseVal.width).toBe(drawing.parentElement!.clientWidth);
	return { ...screen, calls };
}

const box = (locator: { element: () => Element }) => locator.element().getBoundingClientRect();

/** A drag with the pointer across the plot, in parts of its width. */
function drag(from: number, to: number) {
	const plot = document.querySelector('.plot')!;
	const area = plot.querySelector('.surface')!.getBoundingClientRect();
	const at = (part: number) => ({
		clientX: area.left + part * area.width,
		clientY: area.top + 4,
		pointerId: 1,
		button: 0,
		bubbles: true
	});
	plot.setPointerCapture = () => {};
	plot.dispatchEvent(new PointerEvent('pointerdown', at(from)));
	plot.dispatchEvent(new PointerEvent('pointermove', at((from + to) / 2)));
	plot.dispatchEvent(new PointerEvent('pointermove', at(to)));
	plot.dispatchEvent(new PointerEvent('pointerup', at(to)));
	plot.dispatchEvent(new MouseEvent('click', at(to)));
}

beforeEach(() => page.viewport(1000, 700));

describe('brush', () => {
	it('moves by keyboard from the ends of the axis', async () => {
		const { calls } = await draw();
		const from = page.getByRole('slider', { name: 'Date range, from' });
		await expect.element(from).toHaveAttribute('aria-valuetext', 'from 1 Jan 2022');
		(from.element() as SVGElement).focus();
		await userEvent.keyboard('{ArrowRight}');
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: '2022-04-01', to: '2023-12-31' });
	});

	it('moves either end of a range, and all of it means none', async () => {
		const { calls } = await draw({ brush: { from: '2022-04-01', to: '2023-12-31' } });
		(page.getByRole('slider', { name: 'Date range, to' }).element() as SVGElement).focus();
		await userEvent.keyboard('{ArrowLeft}');
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: '2022-04-01', to: '2023-09-30' });
		(page.getByRole('slider', { name: 'Date range, from' }).element() as SVGElement).focus();
		await userEvent.keyboard('{End}');
		expect(calls.onbrush).toHaveBeenLastCalledWith({ from: '2023-10-01', to: '2023-12-31' });
		await userEvent.keyboard('{Home}');
		expect(calls.onbrush).toHaveBeenLastCalledWith(null);
	});

	it('goes away on Escape', async () => {
		const { calls } = await draw({ brush: { from: '2022-04-01', to: '2022-12-31' } });
		(page.getByRole('slider', { name: 'Date range, to' }).element() as SVGElement).focus();
		await userEvent.keyboard('{Escape}');
		expect(calls.onbrush).toHaveBeenLastCalledWith(null);
	});

	it('is drawn with the pointer in either direction, and the click that ends it does nothing else', async () => {
		const { calls } = await draw();
		drag(0.7, 0.2);
		expect(calls.onbrush.mock.calls).toEqual([[{ from: '2022-04-01', to: '2023-06-30' }]]);
		expect(calls.onselect).not.toHaveBeenCalled();
		expect(calls.onperiod).not.toHaveBeenCalled();
	});

	it('says nothing of a range outside the axis', async () => {
		await draw({ brush: { from: '1990-01-01', to: '1991-01-01' } });
		await expect
			.element(page.getByRole('slider', { name: 'Date range, to' }))
			.toHaveAttribute('aria-valuetext', 'to 31 Dec 2023');
	});
});

describe('themes', () => {
	it('are named with their numbers and reached with the arrow keys', async () => {
		const { calls } = await draw();
		const options = page.getByRole('option');
		expect(options.elements()).toHaveLength(3);
		expect(options.elements().filter((one) => one.getAttribute('tabindex') === '0')).toHaveLength(1);
		(options.elements()[0] as SVGElement).focus();
		expect(calls.onhighlight).toHaveBeenLastCalledWith(first.id);
		await expect
			.element(page.getByRole('option', { name: `${first.label}: ${first.counts[7]} of 100 papers` }))
			.toHaveFocus();
		await userEvent.keyboard('{ArrowLeft}');
		await expect.element(page.getByText('Q3 2023, 100 papers').first()).toBeVisible();
		await userEvent.keyboard('{ArrowDown}');
		expect(calls.onhighlight).toHaveBeenLastCalledWith(series[1]!.id);
	});

	it.each(['{Enter}', ' '])('are selected with %s, added with shift', async (key) => {
		const { calls } = await draw();
		(page.getByRole('option').elements()[0] as SVGElement).focus();
		await userEvent.keyboard(key);
		expect(calls.onselect).toHaveBeenLastCalledWith(first.id, false);
		await userEvent.keyboard(`{Shift>}${key}{/Shift}`);
		expect(calls.onselect).toHaveBeenLastCalledWith(first.id, true);
	});

	it('keep the focus when highlighting changes the picture', async () => {
		const screen = await draw();
		const option = page.getByRole('option').elements()[1] as SVGElement;
		option.focus();
		await screen.rerender({ highlighted: series[1]!.id });
		expect(document.activeElement).toBe(option);
	});

	it('are chosen by their labels', async () => {
		const { calls } = await draw();
		await userEvent.click(page.elementLocator(document.querySelector('.labels .label text')!));
		expect(calls.onselect).toHaveBeenCalledOnce();
	});

	it('are chosen near their lines, and a period is opened elsewhere', async () => {
		const { calls, container } = await draw();
		const plot = container.querySelector('.plot')!;
		const at = (clientX: number, clientY: number) => ({ clientX, clientY, bubbles: true });
		const path = container.querySelector<SVGPathElement>('.over path')!;
		const svg = container.querySelector('svg')!.getBoundingClientRect();
		const start = path.getPointAtLength(0);
		plot.dispatchEvent(new MouseEvent('click', at(svg.left + start.x, svg.top + start.y + 3)));
		expect(calls.onselect).toHaveBeenCalledOnce();
		const surface = box({ element: () => container.querySelector('.surface')! });
		plot.dispatchEvent(new MouseEvent('click', at(surface.left + 3, surface.bottom + 20)));
		expect(calls.onperiod).toHaveBeenCalledWith(periods[0]);
	});

	it('never write over each other’s labels', async () => {
		const many = trend(periods, 8).map((one) => ({ ...one, counts: periods.map(() => 12) }));
		const { container } = await draw({ series: many });
		const spans = [...container.querySelectorAll('.labels text')]
			.map((text) => text.getBoundingClientRect())
			.sort((a, b) => a.top - b.top);
		expect(spans).toHaveLength(8);
		for (let index = 1; index < spans.length; index++) {
			expect(spans[index]!.top).toBeGreaterThanOrEqual(spans[index - 1]!.bottom - 1.5);
		}
	});

	it('cut the name of a selected theme, which is bold, to the room there is', async () => {
		const label = 'reasoning about very long names that a careful reviewer gives to themes';
		const [one, ...others] = trend(periods, 4);
		const { container } = await draw({ series: [{ ...one!, label, selected: true }, ...others] });
		const drawing = container.querySelector('svg')!.getBoundingClientRect();
		const text = container.querySelector('.labels .strong text')!.getBoundingClientRect();
		expect(text.right).toBeLessThanOrEqual(drawing.right);
	});

	it('are named in a key on narrow screens', async () => {
		await page.viewport(390, 700);
		const { calls } = await draw();
		await expect.element(page.getByRole('button', { name: first.label })).toBeVisible();
		await userEvent.click(page.getByRole('button', { name: first.label }));
		expect(calls.onselect).toHaveBeenLastCalledWith(first.id, false);
	});
});

describe('beside the axis', () => {
	it('papers without a usable date are counted and selectable', async () => {
		const { calls } = await draw({ offAxisSelected: 'undated' });
		const undated = page.getByRole('button', { name: '5 papers without a date' });
		await expect.element(undated).toHaveAttribute('aria-pressed', 'true');
		await userEvent.click(undated);
		(page.getByRole('button', { name: '12 papers dated by year only' }).element() as SVGElement).focus();
		await userEvent.keyboard('{Enter}');
		expect(calls.onoffaxis.mock.calls).toEqual([['undated'], ['coarse']]);
	});

	it('nothing stands when there are none', async () => {
		await draw({ offAxis: { coarse: 0, undated: 0 } });
		expect(page.getByRole('button', { name: /papers (without|dated)/ }).elements()).toHaveLength(0);
	});
});

describe('periods', () => {
	it('are doors for keyboard and pointer', async () => {
		const { calls } = await draw();
		const last = page.getByRole('button', { name: 'Q4 2023, 100 papers, covered only in part: open' });
		(last.element() as SVGElement).focus();
		await userEvent.keyboard('{Enter}');
		expect(calls.onperiod).toHaveBeenLastCalledWith(periods[7]);
		await userEvent.keyboard('{ArrowLeft} ');
		expect(calls.onperiod).toHaveBeenLastCalledWith(periods[6]);
	});

	it('covered in part are hatched, worded and dashed', async () => {
		const { container } = await draw();
		expect(container.querySelectorAll('rect[fill^="url(#"]')).toHaveLength(2);
		expect(page.getByText('in part').elements()).toHaveLength(2);
		expect(container.querySelector('.dashed')!.getAttribute('d')).not.toBe('');
	});

	it('with few papers have hollow points in shares only', async () => {
		const few = quarters(8, () => 9);
		const small = trend(few, 2);
		const shares = await draw({ periods: few, series: small });
		expect(shares.container.querySelectorAll('.over .hollow').length).toBe(16);
		await shares.unmount();
		const counts = await draw({ periods: few, series: small, measure: 'count' });
		expect(counts.container.querySelectorAll('.over .hollow')).toHaveLength(0);
	});

	it('show the interval of the highlighted theme', async () => {
		const intervals = new Map([[first.id, periods.map(() => ({ low: 0.1, high: 0.2 }))]]);
		const { container, rerender } = await draw({ intervals });
		expect(container.querySelector('.interval')).toBeNull();
		await rerender({ highlighted: first.id });
		expect(container.querySelector('.interval')!.getAttribute('d')).toContain('Z');
	});

	it('make room for the whole interval of a theme that is alone', async () => {
		const intervals = new Map([[first.id, periods.map(() => ({ low: 0.1, high: 0.93 }))]]);
		const highest = async (more: object) => {
			const { container, unmount } = await draw({ intervals, ...more });
			const ticks = [...container.querySelectorAll('text')].map(({ textContent }) => textContent ?? '');
			await unmount();
			return Math.max(...ticks.filter((text) => text.endsWith(' %')).map((text) => parseFloat(text)));
		};
		expect(await highest({ series: [{ ...first, selected: true }] })).toBe(100);
		expect(await highest({ series: series.map((one) => ({ ...one, selected: one === first })) })).toBe(100);
		expect(await highest({ highlighted: first.id })).toBeLessThan(93);
	});
});

describe('smoothing', () => {
	const overs = () => [...document.querySelectorAll('.over > g')];

	it('is drawn over the values, which stay, and carries the label', async () => {
		await draw();
		const raw = overs().map((line) => line.querySelector('path')!.getAttribute('d'));
		expect(document.querySelector('.behind')).toBeNull();
		document.body.innerHTML = '';
		const whole = periods.filter(({ partial }) => !partial);
		const smooth = new Map([[first.id, periods.map(({ partial }) => (partial ? null : 0.1))]]);
		await draw({ smooth });
		const lines = overs();
		expect(lines.map((line) => line.querySelector('path')!.getAttribute('d'))).toEqual(raw);
		const smoothed = lines.filter((line) => line.querySelector('.behind'));
		expect(smoothed).toHaveLength(1);
		const path = [...smoothed[0]!.querySelectorAll(':scope > path')].at(-1)!.getAttribute('d')!;
		const heights = [...path.matchAll(/,([\d.]+)/g)].map(([, y]) => y);
		expect(heights).toHaveLength(whole.length);
		expect(new Set(heights).size).toBe(1);
	});

	it('is no part of a stack', async () => {
		await draw({ form: 'stacked', smooth: new Map([[first.id, periods.map(() => 0.1)]]) });
		expect(overs()).toEqual([]);
	});
});
