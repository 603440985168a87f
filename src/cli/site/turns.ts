/** Has work done a few pieces at a time; the others wait, in the order in which they came. */
export class Turns {
	readonly #atOnce: number;
	#working = 0;
	readonly #waiting = new Set<() => void>();

	constructor(atOnce: number) {
		this.#atOnce = atOnce;
	}

	/** Pieces that wait. */
	get waiting(): number {
		return this.#waiting.size;
	}

	/** Does a piece of work when its turn comes, unless the signal aborts before. */
	async run<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
		signal.throwIfAborted();
		if (this.#working < this.#atOnce) this.#working++;
		else await this.#turn(signal);
		try {
			return await work();
		} finally {
			const [next] = this.#waiting;
			// Whoever is next takes the place over.
			if (next) next();
			else this.#working--;
		}
	}

	#turn(signal: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			const begin = () => {
				this.#waiting.delete(begin);
				signal.removeEventListener('abort', leave);
				resolve();
			};
			const leave = () => {
				this.#waiting.delete(begin);
				reject(signal.reason as Error);
			};
			this.#waiting.add(begin);
			signal.addEventListener('abort', leave, { once: true });
		});
	}
}
