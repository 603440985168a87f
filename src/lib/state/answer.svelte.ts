import { describeFailure, Latest, type Failure } from './latest.ts';

/**
 * The result of the newest of many queries, for a page to show. While a newer one is under way the last result
 * stays, with `pending` set.
 */
export class Answer<T> {
	value = $state.raw<T | null>(null);
	failure = $state.raw<Failure | null>(null);
	pending = $state(false);
	readonly #latest = new Latest();

	async ask(task: (signal: AbortSignal) => Promise<T>): Promise<void> {
		this.pending = true;
		this.failure = null;
		await this.#latest.run(task, (outcome) => {
			this.pending = false;
			if (outcome.kind === 'done') this.value = outcome.value;
			else this.failure = describeFailure(outcome.error);
		});
	}

	/** Forgets the result and calls off the query under way. */
	clear(): void {
		this.#latest.cancel();
		this.value = null;
		this.failure = null;
		this.pending = false;
	}
}
