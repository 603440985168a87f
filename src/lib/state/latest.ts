import { asError } from '../base/as-error.ts';

export type Outcome<T> = { kind: 'done'; value: T } | { kind: 'failed'; error: unknown };

/**
 * Runs tasks of which only the newest matters. Starting one aborts the one before, whose result and failure
 * are dropped whenever they arrive.
 */
export class Latest {
	#current: AbortController | null = null;

	/** @param take is given the outcome in the same turn in which it is found to be the newest's; never an older one's */
	async run<T>(
		task: (signal: AbortSignal) => Promise<T>,
		take: (outcome: Outcome<T>) => void
	): Promise<void> {
		this.cancel();
		const controller = new AbortController();
		this.#current = controller;
		let outcome: Outcome<T>;
		try {
			outcome = { kind: 'done', value: await task(controller.signal) };
		} catch (error) {
			outcome = { kind: 'failed', error };
		}
		if (this.#current === controller) take(outcome);
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
	const message = asError(error).message;
	const sql = error instanceof Error && 'sql' in error && typeof error.sql === 'string' ? error.sql : null;
	return { message, sql };
}
