import type { CDPSession, Page } from 'playwright-core';

/** Milliseconds on the wall of each time that something was done, and of CPU on average. */
export interface Spent {
	wall: number[];
	cpu: number;
}

/**
 * CPU time of a page's process, its workers included. Unlike what a clock on the wall says, it hardly depends on what
 * else the machine does.
 */
export class PageClock {
	readonly #session: CDPSession;

	private constructor(session: CDPSession) {
		this.#session = session;
	}

	static async of(page: Page): Promise<PageClock> {
		const session = await page.context().newCDPSession(page);
		await session.send('Performance.enable', { timeDomain: 'threadTicks' });
		return new PageClock(session);
	}

	/** Milliseconds of CPU that a task takes, beside what it gives. */
	async spent<T>(task: () => Promise<T>): Promise<{ value: T; cpu: number }> {
		const before = await this.#now();
		const value = await task();
		return { value, cpu: (await this.#now()) - before };
	}

	async #now(): Promise<number> {
		const { metrics } = await this.#session.send('Performance.getMetrics');
		return (metrics.find(({ name }) => name === 'ProcessTime')?.value ?? NaN) * 1000;
	}
}
