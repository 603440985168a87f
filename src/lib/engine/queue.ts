/** Rejects as soon as the signal aborts, whatever becomes of the work. */
function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
	return new Promise((resolve, reject) => {
		const leave = () => reject(signal.reason as Error);
		signal.addEventListener('abort', leave, { once: true });
		work.then(resolve, reject).finally(() => signal.removeEventListener('abort', leave));
	});
}

/** Runs tasks one after another. A task whose signal aborts while it waits is never begun. */
export class Queue {
	#last: Promise<unknown> = Promise.resolve();

	async run<T>(task: () => Promise<T>, signal?: AbortSignal): Promise<T> {
		signal?.throwIfAborted();
		const turn = this.#last.then(() => {
			signal?.throwIfAborted();
			return task();
		});
		this.#last = turn.catch(() => {});
		return signal ? untilAborted(turn, signal) : turn;
	}
}
