import type { Browser, BrowserContext, Page } from 'playwright-core';

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** The engine answers: papers are listed. */
export const answered = '[role=row][aria-label]';

/** Runs a visit of somebody who was never here but has seen the guide. */
export async function visit<T>(
	browser: Browser,
	viewport: { width: number; height: number },
	task: (page: Page, context: BrowserContext) => Promise<T>
): Promise<T> {
	const context = await browser.newContext({ viewport, serviceWorkers: 'block' });
	try {
		// The compiler's helper for names of functions, which functions that are sent to the page still call.
		await context.addInitScript('globalThis.__name = (named) => named;');
		await context.addInitScript(() => localStorage.setItem('corpuscope:guide', 'seen'));
		return await task(await context.newPage(), context);
	} finally {
		await context.close();
	}
}
