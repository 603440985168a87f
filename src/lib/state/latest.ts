export type Outcome<T> =
	| { kind: 'done'; value: T }
	| { kind: 'failed'; error: unknown }
	/** A newer task has started; the result was dropped. */
	| { kind: 'stale' };

/**
 * Runs tasks of which only the newest matters. Starting one aborts the one before, whose result and failure
 * are dropped whenever they arrive.
 */
export class Latest {
	#current: AbortController | null = null;

	async run<T>(task: (signal: AbortSignal) => Promise<T>): Promise<Outcome<T>> {
		this.cancel();
		const controller = new AbortController();
		this.#current = controller;
		const isStale = () => this.#current !== controller;
		try {
			const value = await task(controller.signal);
			return isStale() ? { kind: 'stale' } : { kind: 'done', value };
		} catch (error) {
			return isStale() ? { kind: 'stale' } : { kind: 'failed', error };
		}
	}

	/** Drops the task under way. */
	cancel(): void {
		this.#current?.abort();
		this.#current = null;
	}
}

/** What went wrong, in words, with the SQL behind it where the error carries one. */
export interface Failure {
	message: string;
	sql: string | null;
}

export function describeFailure(error: unknown): Failure {
	const message = error instanceof Error ? error.message : String(error);
	const sql = error instanceof Error && 'sql' in error && typeof error.sql === 'string' ? error.sql : null;
	return { message, sql };
}
