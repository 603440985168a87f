import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

import type { BuildOptions } from '../../src/lib/pipeline/build.ts';
import type { BuiltFacts } from './built-facts.ts';

/** A file of papers and how its themes are to be found. */
export interface CorpusToBuild {
	name: string;
	content: string;
	options: BuildOptions;
}

/** Builds corpora in a Node process of its own, for tests that run in a browser: the facts of each, or an error's words. */
async function buildInNode(_: unknown, corpora: readonly CorpusToBuild[]): Promise<(BuiltFacts | string)[]> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/build-in-node.ts'], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	child.stdin.end(JSON.stringify(corpora));
	return JSON.parse(await text(child.stdout)) as (BuiltFacts | string)[];
}

export const commands = { buildInNode };

declare module 'vitest/browser' {
	interface BrowserCommands {
		buildInNode: (corpora: readonly CorpusToBuild[]) => Promise<(BuiltFacts | string)[]>;
	}
}
