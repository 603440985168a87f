/** What is needed of a host's lock manager; hosts that lack one (pages without a secure context) do without. */
type Locks = Pick<LockManager, 'request' | 'query'> | undefined;

const never = () => new Promise<never>(() => {});

/** Holds a lock of a thread's name until the thread ends, in whatever way. Called by the thread, first of all. */
export function holdLife(locks: Locks, name: string): void {
	// A page that lies in a file may not lock anything.
	locks?.request(name, never).catch(() => {});
}

/** Whether a lock of this name is held or asked for; `null` where the host tells of no locks. */
async function isAskedFor(locks: Locks, name: string): Promise<boolean | null> {
	try {
		const { held, pending } = await locks!.query();
		return [...(held ?? []), ...(pending ?? [])].some((lock) => lock.name === name);
	} catch {
		return null;
	}
}

/**
 * Hears of the end of a thread that has answered: a browser that kills one, for lack of memory, tells nobody.
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
	const { signal } = watch;
	const listen = () => worker.addEventListener('message', () => void look(), { once: true, signal });
	// By its first answer it has asked for its lock, but the page may hear of that later than of the answer.
	async function look(): Promise<void> {
		const asked = await isAskedFor(locks, name);
		if (signal.aborted || asked === null) return;
		if (asked) locks!.request(name, { signal }, ended).catch(() => {});
		else listen();
	}
	listen();
	return () => watch.abort();
}
