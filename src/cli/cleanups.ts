const pending = new Set<() => void>();

/** Has something removed when the process ends before it is undone by itself. Gives a function that takes it back. */
export function cleanUpAtExit(clean: () => void): () => void {
	pending.add(clean);
	return () => pending.delete(clean);
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
