import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { say } from '../terminal/print.ts';
import { serve } from './serve.ts';
import type { Folders } from './static-files.ts';

/** The pages that show any dataset: those of the package, which stand beside its program, else built from the clone. */
async function pageFolder(signal: AbortSignal): Promise<string> {
	const beside = fileURLToPath(new URL('./page', import.meta.url));
	if (existsSync(beside)) return beside;
	const { buildPages, pageFolders } = await import('./build-site.ts');
	const { prepareEngine } = await import('./prepare-engine.ts');
	await prepareEngine();
	await buildPages('package', signal);
	return pageFolders.package;
}

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

/** Shows a dataset's folder on a page of this machine until the signal aborts. */
export async function showDataset(
	dataset: string,
	options: { opens: boolean },
	signal: AbortSignal
): Promise<void> {
	await serveUntilStopped({ page: await pageFolder(signal), dataset }, options, signal);
}
