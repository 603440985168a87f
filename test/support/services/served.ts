import { onTestFinished } from 'vitest';

import { playService } from './server.ts';

/** A played service that goes when the test that asked for it ends. */
export async function serveService(...given: Parameters<typeof playService>) {
	const { close, ...service } = await playService(...given);
	onTestFinished(close);
	return service;
}
