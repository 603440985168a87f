import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

import type { BuildOptions } from '../../src/lib/pipeline/build.ts';
import type { BuiltFacts } from './built-facts.ts';

/** Builds a corpus in a Node process of its own, for tests that run in a browser. */
async function buildInNode(
	_: unknown,
	name: string,
	content: string,
	options: BuildOptions
): Promise<BuiltFacts> {
	const child = spawn(process.execPath, ['--import', 'tsx', 'test/support/build-in-node.ts'], {
		stdio: ['pipe', 'pipe', 'inherit']
	});
	child.stdin.end(JSON.stringify({ name, content, options }));
	return JSON.parse(await text(child.stdout)) as BuiltFacts;
}

export const commands = { buildInNode };

declare module 'vitest/browser' {
	interface BrowserCommands {
		buildInNode: (name: string, content: string, options: BuildOptions) => Promise<BuiltFacts>;
	}
}
