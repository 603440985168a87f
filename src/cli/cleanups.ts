import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isMainThread, parentPort } from 'node:worker_threads';

import type { TemporaryMessage } from './worker/protocol.ts';

const pending = new Set<() => void>();

/** Has something removed when the process ends before it is undone by itself. Gives a function that takes it back. */
export function cleanUpAtExit(clean: () => void): () => void {
	pending.add(clean);
	return () => pending.delete(clean);
}

/**
 * The same for a file or a folder, from any thread: the process may end while this one is at work, and then the main
 * thread removes it.
 */
export function removeAtExit(path: string): () => void {
	const tell = (kind: 'temporary' | 'settled') => {
		if (!isMainThread) parentPort?.postMessage({ kind, path } satisfies TemporaryMessage);
	};
	tell('temporary');
	// A thread that was given up may still be writing.
	const settled = cleanUpAtExit(() =>
		rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 10 })
	);
	return () => {
		settled();
		tell('settled');
	};
}

/**
 * Makes an empty folder for this user alone, which goes when the process ends. It is announced before it is there, so
 * that a signal in between leaves nothing.
 */
export function temporaryFolder(): { folder: string; remove: () => void } {
	const folder = join(tmpdir(), `corpuscope-${randomUUID()}`);
	const settled = removeAtExit(folder);
	mkdirSync(folder, { mode: 0o700 });
	const remove = () => {
		rmSync(folder, { recursive: true, force: true });
		settled();
	};
	return { folder, remove };
}

/** Removes what is left to remove; what cannot be removed stays for the next build to find. */
export function cleanUp(): void {
	for (const clean of pending) {
		pending.delete(clean);
		try {
			clean();
		} catch {
			// The next build removes what a dead one leaves behind.
		}
	}
}

process.on('exit', cleanUp);
