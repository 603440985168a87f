/** What is needed of a host's lock manager; hosts that lack one (pages without a secure context) do without. */
type Locks = Pick<LockManager, 'request' | 'query'> | undefined;

const never = () => new Promise<never>(() => {});

/** Holds a lock of a thread's name until the thread ends, in whatever way. Called by the thread, first of all. */
export function holdLife(locks: Locks, name: string): void {
	// A page that lies in a file may not lock anything.
	locks?.request(name, never).catch(() => {});
}

/** Resolves when the thread that holds the lock of this name has ended; never where none holds it. */
async function endOfLife(locks: Locks, name: string, signal: AbortSignal): Promise<void> {
	try {
		const held = (await locks?.query())?.held ?? [];
		if (!locks || !held.some((lock) => lock.name === name)) return await never();
		await locks.request(name, { signal }, () => {});
	} catch {
		await never();
	}
}

/**
 * Hears of the end of a thread that has answered once: a browser that kills one, for lack of memory, tells nobody.
 * @param name that of the lock which the thread holds; where it holds none, nothing is heard
 * @returns ends the watch
 */
export function watchLife(
	locks: Locks,
	worker: Pick<EventTarget, 'addEventListener'>,
	name: string,
	ended: () => void
): () => void {
	const watch = new AbortController();
	// By its first answer it has asked for its lock.
	const listen = () => void endOfLife(locks, name, watch.signal).then(ended);
	worker.addEventListener('message', listen, { once: true });
	return () => watch.abort();
}
