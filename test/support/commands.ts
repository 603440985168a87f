import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { BrowserCommandContext } from 'vitest/node';

import type { BuiltFacts, CorpusToBuild } from './built-facts.ts';

/** Builds corpora in a Node process of its own, for tests that run in a browser: the facts of each, or an error's words. */
async function buildInNode(_: unknown, corpora: readonly CorpusToBuild[]): Promise<(BuiltFacts | string)[]> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/build-in-node.ts'], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	child.stdin.end(JSON.stringify(corpora));
	return JSON.parse(await text(child.stdout)) as (BuiltFacts | string)[];
}

/** Ends workers of the page from within, of which their owner hears nothing. @returns how many */
async function endWorkers({ page }: BrowserCommandContext, script: string): Promise<number> {
	const found = page.workers().filter((worker) => worker.url().includes(script));
	// Whether there is an answer from a worker that ends is a matter of luck.
	await Promise.all(found.map((worker) => worker.evaluate('self.close()').catch(() => {})));
	return found.length;
}

export const commands = { buildInNode, endWorkers };

declare module 'vitest/browser' {
	interface BrowserCommands {
		buildInNode: (corpora: readonly CorpusToBuild[]) => Promise<(BuiltFacts | string)[]>;
		endWorkers: (script: string) => Promise<number>;
	}
}
