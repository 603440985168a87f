import type { Browser } from 'playwright-core';

import { answered, desk, visit } from './visitor.ts';

const steps = 40;
const pause = 500;

/** Notes how long each key took until the frame that showed its effect; runs in the page. */
function watch(): void {
	const durations: number[] = [];
	Object.assign(globalThis, { durations });
	new PerformanceObserver((list) => {
		for (const { name, duration } of list.getEntries()) if (name === 'keydown') durations.push(duration);
	}).observe({ type: 'event', durationThreshold: 16, buffered: true } as PerformanceObserverInit);
}

/**
 * Milliseconds from a key on the brush over the trend to the frame that shows the charts anew, in the whole page
 * (Event Timing, in steps of 8; those below 16 are left out by the browser).
 */
export function brushPaint(browser: Browser, address: string): Promise<number[]> {
	return visit(browser, desk, async (page) => {
		await page.goto(`${address}?together=yes`);
		await page.waitForSelector(answered, { timeout: 120_000 });
		const chart = page.getByRole('group', { name: 'Themes over time', exact: true });
		const ends = chart.and(page.locator('[aria-describedby]')).getByRole('slider');
		await ends.first().focus();
		await page.keyboard.press('ArrowRight');
		await page.waitForTimeout(pause);
		await page.evaluate(watch);
		for (let step = 0; step < steps; step++) {
			await page.keyboard.press(Math.floor(step / 5) % 2 === 0 ? 'ArrowRight' : 'ArrowLeft');
			await page.waitForTimeout(pause);
		}
		return page.evaluate(() => (globalThis as unknown as { durations: number[] }).durations);
	});
}
