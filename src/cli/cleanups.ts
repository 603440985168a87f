import { rmSync } from 'node:fs';
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
