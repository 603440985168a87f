/**
 * Waits for work that another thread does, or for somebody to cancel it.
 * @throws what the work throws; the signal's reason when cancelled
 */
export function untilCancelled<T>(work: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
	if (!signal) return work;
	return new Promise((resolve, reject) => {
		const cancel = () => reject(signal.reason as Error);
		if (signal.aborted) cancel();
		signal.addEventListener('abort', cancel, { once: true });
		void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', cancel));
	});
}
