import type { Page } from 'playwright-core';

import { PageClock, type Spent } from './page-clock.ts';
import type { Way } from './query-page.ts';

/** Positions brushed one way before the same ones are brushed the next way. */
const block = 25;

export interface BrushFigures extends Record<Way, Spent> {
	/** Milliseconds of the first answer, which reads the cube. */
	first: number;
}

/** Brushes through the cube, in plain SQL and down the list, by turns, and has the answers compared. */
export async function measureBrush(page: Page, positions: number): Promise<BrushFigures> {
	const clock = await PageClock.of(page);
	const first = await page.evaluate(async (count) => (await queryBench).prepareBrush(count), positions);
	const ways: readonly Way[] = ['cube', 'plain', 'list'];
	const spent = { cube: { wall: [], cpu: 0 }, plain: { wall: [], cpu: 0 }, list: { wall: [], cpu: 0 } };
	const figures: BrushFigures = { first, ...spent };
	for (let from = 0; from < positions; from += block) {
		const to = Math.min(positions, from + block);
		for (const way of ways) {
			const { value, cpu } = await clock.spent(() =>
				page.evaluate(async (asked) => (await queryBench).brush(...asked), [way, from, to] as const)
			);
			figures[way].wall.push(...value);
			figures[way].cpu += cpu / positions;
		}
		await page.evaluate(async (position) => (await queryBench).requireSame(position), from);
		await page.evaluate(async (position) => (await queryBench).requireSame(position), to - 1);
	}
	return figures;
}
