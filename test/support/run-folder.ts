import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
	interface ProvidedContext {
		/** A folder for what the tests of one run share. */
		runFolder: string;
	}
}

/** Vitest's global set-up: a folder that goes when the run ends. */
export default function setup({ provide }: TestProject): () => void {
	const folder = mkdtempSync(join(tmpdir(), 'corpuscope-run-'));
	provide('runFolder', folder);
	return () => rmSync(folder, { recursive: true, force: true });
}
