import { spawn } from 'node:child_process';

import { say } from '../terminal/print.ts';
import { openAnswering } from '../dataset/answering.ts';
import { readManifest } from '../dataset/read.ts';
import { answers } from './answers.ts';
import { pageFolder } from './pages.ts';
import { serve } from './serve.ts';
import type { Folders } from './static-files.ts';

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
	darwin: ['open'],
	win32: ['cmd', '/c', 'start', '']
};

/** Has the desktop open an address; where there is none, nothing happens. */
function openBrowser(address: string): void {
	const [program = '', ...args] = openers[process.platform] ?? ['xdg-open'];
	const child = spawn(program, [...args, address], { detached: true, stdio: 'ignore' });
	child.on('error', () => undefined);
	child.unref();
}

function untilStopped(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		else signal.addEventListener('abort', () => resolve(), { once: true });
	});
}

/** Serves folders until the signal aborts; `PORT` and `HOST` say where. */
export async function serveUntilStopped(
	folders: Folders,
	{ opens }: { opens: boolean },
	signal: AbortSignal
): Promise<void> {
	const { address, close } = await serve(folders, process.env);
	say(`Corpuscope is at ${address} (Ctrl-C stops it)`);
	if (opens) openBrowser(address);
	await untilStopped(signal);
	close();
}

/** Papers that a page can hold: more are answered for by the server. */
const mostInPage = 1_000_000;
/** What answers of a server may take: memory of the engine, and seconds. */
export const allowance = { memory: '3GB', seconds: 60 };

/** Who answers the questions of the page: the page itself, or this server by native DuckDB. */
export const answerers = ['auto', 'page', 'server'] as const;
export type Answerer = (typeof answerers)[number];

/**
 * Shows a dataset's folder on a page of this machine until the signal aborts.
 * @param answerer `auto` has the server answer where the dataset has more than a million papers
 */
export async function showDataset(
	dataset: string,
	{ answerer = 'auto', ...options }: { opens: boolean; answerer?: Answerer },
	signal: AbortSignal
): Promise<void> {
	const { counts } = readManifest(dataset);
	const page = await pageFolder(signal);
	const isAnswered = answerer === 'server' || (answerer === 'auto' && counts.papers > mostInPage);
	if (!isAnswered) return serveUntilStopped({ page, dataset }, options, signal);
	const answering = await openAnswering(dataset, allowance);
	try {
		const listener = answers(answering.queries, allowance.seconds);
		await serveUntilStopped({ page, dataset, answers: listener }, options, signal);
	} finally {
		answering.close();
	}
}
