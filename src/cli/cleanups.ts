const pending = new Set<() => void>();

/** Has something removed when the process ends before it is undone by itself. Gives a function that takes it back. */
export function cleanUpAtExit(clean: () => void): () => void {
	pending.add(clean);
	return () => pending.delete(clean);
}

process.on('exit', () => {
	for (const clean of pending) {
		try {
			clean();
		} catch {
			// The next build removes what a dead one leaves behind.
		}
	}
});
