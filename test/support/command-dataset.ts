import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, vi } from 'vitest';

import { writeDataset } from '../../src/cli/dataset/write.ts';
import type { Manifest } from '../../src/lib/dataset/manifest.ts';
import type { Paper } from '../../src/lib/dataset/paper.ts';
import type { BuildOptions } from '../../src/lib/pipeline/build.ts';
import { paperSource } from './paper-source.ts';

/** A dataset that a command reads, in a folder that it writes to. */
export interface CommandDataset {
	readonly parent: string;
	readonly dataset: string;
	manifest: Manifest;
	/** What the command has told on standard error in the test that runs. */
	said: string;
	/** Runs the command into a file of the folder and gives the file's path. */
	written(name: string, ...options: string[]): Promise<string>;
}

interface Command {
	run(args: string[], signal: AbortSignal): Promise<unknown>;
}

/** Builds the dataset before the tests of the file that calls this, and removes it after them. */
export function commandDataset(
	command: Command,
	papers: readonly Paper[],
	options: BuildOptions
): CommandDataset {
	const parent = mkdtempSync(join(tmpdir(), 'corpuscope-command-'));
	const dataset = join(parent, 'dataset');
	const at: CommandDataset = {
		...{ parent, dataset, manifest: {} as Manifest, said: '' },
		written: async (name, ...said) => {
			const out = join(parent, name);
			await command.run(['--dataset', dataset, '--out', out, ...said], new AbortController().signal);
			return out;
		}
	};
	beforeAll(async () => {
		at.manifest = await writeDataset(paperSource(papers), options, dataset, {});
	}, 120_000);
	afterAll(() => rmSync(parent, { recursive: true, force: true }));
	beforeEach(() => {
		at.said = '';
		vi.spyOn(console, 'error').mockImplementation((text: string) => void (at.said += text));
	});
	afterEach(() => vi.restoreAllMocks());
	return at;
}
