import type { Browser, Page } from 'playwright-core';

import { PageClock } from './page-clock.ts';
import { desk, visit } from './visitor.ts';

/** Milliseconds between frames while the map is moved and zoomed. */
export interface MapFrames {
	/** From the navigation to the first picture of all papers. */
	drawn: number;
	pan: number[];
	zoom: number[];
	/** Mean milliseconds of CPU a frame, those of the worker that draws included. */
	cpu: number;
}

const gesture = 5000;

/** Begins or ends the record of frames; runs in the page. */
function record(on: boolean): number[] {
	const state = globalThis as unknown as { frames?: number[]; recording?: boolean };
	state.recording = on;
	if (!on) return state.frames ?? [];
	const frames: number[] = (state.frames = []);
	const next = (at: number) => {
		frames.push(at);
		if (state.recording) requestAnimationFrame(next);
	};
	requestAnimationFrame(next);
	return frames;
}

/** Times between the frames while `step` is repeated for some seconds. */
async function during(page: Page, step: (at: number) => Promise<void>): Promise<number[]> {
	await page.evaluate(record, true);
	const start = performance.now();
	for (let at = 0; performance.now() - start < gesture; at++) await step(at);
	const frames = await page.evaluate(record, false);
	return frames.slice(1).map((frame, index) => frame - (frames[index] as number));
}

/** Opens the map, moves it in circles with the pointer and zooms in and out with the wheel. */
export function mapFrames(browser: Browser, address: string): Promise<MapFrames> {
	return visit(browser, desk, async (page) => {
		await page.goto(`${address}map/`);
		const canvas = await page.waitForSelector('[role=application] canvas', { timeout: 300_000 });
		const drawn = await page.evaluate(() => performance.now());
		await page.waitForLoadState('networkidle');
		await page.waitForTimeout(2000);
		const box = await canvas.boundingBox();
		if (!box) throw new Error('the map is not laid out');
		const clock = await PageClock.of(page);
		const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
		await page.mouse.move(x, y);
		await page.mouse.wheel(0, -400);
		const { value, cpu } = await clock.spent(async () => {
			await page.mouse.down();
			const pan = await during(page, (at) =>
				page.mouse.move(x + 150 * Math.sin(at / 20), y + 100 * Math.cos(at / 20))
			);
			await page.mouse.up();
			const zoom = await during(page, (at) => page.mouse.wheel(0, Math.floor(at / 40) % 2 === 0 ? -40 : 40));
			return { pan, zoom };
		});
		return { drawn, ...value, cpu: cpu / (value.pan.length + value.zoom.length) };
	});
}
