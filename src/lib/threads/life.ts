/** What is needed of a host's lock manager; hosts that lack one (pages without a secure context) do without. */
type Locks = Pick<LockManager, 'request' | 'query'> | undefined;

const never = () => new Promise<never>(() => {});

/** Holds a lock of a thread's name until the thread ends, in whatever way. Called by the thread, first of all. */
export function holdLife(locks: Locks, name: string): void {
	// A page that lies in a file may not lock anything.
	locks?.request(name, never).catch(() => {});
}

/**
 * Resolves when the thread that holds the lock of this name has ended: a browser that kills a thread, for lack of
 * memory, tells nobody. Never resolves where the thread holds none.
 * @param signal ends the watch
 */
export async function endOfLife(locks: Locks, name: string, signal: AbortSignal): Promise<void> {
	try {
		const held = (await locks?.query())?.held ?? [];
		if (!locks || !held.some((lock) => lock.name === name)) return await never();
		await locks.request(name, { signal }, () => {});
	} catch {
		await never();
	}
}
