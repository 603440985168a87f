import { asError } from '../base/as-error.ts';
import type { Progress } from '../base/progress.ts';

/** How far a start has come, in bytes unless it says otherwise. */
export interface LoadingStep extends Progress {
	/** What is being done, as the page says it. */
	step: string;
	unit?: 'papers';
}

export type EngineStatus =
	| { kind: 'idle' }
	| ({ kind: 'loading' } & LoadingStep)
	| { kind: 'ready' }
	/** It did not start, or has stopped later. */
	| { kind: 'failed'; reason: string; stopped?: true };

/** Starts an engine and opens the dataset in it. */
export type Boot<E> = (report: (step: LoadingStep) => void, signal: AbortSignal) => Promise<E>;

/**
 * The query engine from its start in the background to its end. Whoever needs it waits with `use`, through
 * failures and retries alike, so that what was asked for early is answered late rather than lost.
 */
export class EngineSession<E extends { readonly died?: Promise<Error>; close(): Promise<void> | void }> {
	status = $state.raw<EngineStatus>({ kind: 'idle' });
	readonly #boot: Boot<E>;
	#engine: E | null = null;
	#controller: AbortController | null = null;
	#waiting: readonly ((engine: E) => void)[] = [];

	constructor(boot: Boot<E>) {
		this.#boot = boot;
	}

	/** The engine that runs, if any. */
	readonly running = $derived(this.status.kind === 'ready' ? this.#engine : null);

	/** Starts, or starts again after a failure. Does nothing while a start is under way or has succeeded. */
	async start(): Promise<void> {
		if (this.status.kind === 'loading' || this.status.kind === 'ready') return;
		const controller = new AbortController();
		this.#controller = controller;
		const { signal } = controller;
		this.status = { kind: 'loading', step: 'Starting the query engine', done: 0, total: null };
		try {
			const engine = await this.#boot((step) => {
				if (!signal.aborted) this.status = { kind: 'loading', ...step };
			}, signal);
			if (signal.aborted) await engine.close();
			else this.#arrive(engine);
		} catch (error) {
			if (signal.aborted) return;
			this.status = { kind: 'failed', reason: asError(error).message };
		}
	}

	/** The engine, as soon as there is one; starts it if nobody has. Rejects only when called off. */
	async use(signal: AbortSignal): Promise<E> {
		signal.throwIfAborted();
		if (this.#engine) return this.#engine;
		if (this.status.kind === 'idle') void this.start();
		return new Promise((resolve, reject) => {
			const arrive = (engine: E) => {
				signal.removeEventListener('abort', leave);
				resolve(engine);
			};
			const leave = () => {
				this.#waiting = this.#waiting.filter((other) => other !== arrive);
				reject(signal.reason as Error);
			};
			this.#waiting = [...this.#waiting, arrive];
			signal.addEventListener('abort', leave, { once: true });
		});
	}

	async close(): Promise<void> {
		this.#controller?.abort();
		this.#waiting = [];
		const engine = this.#engine;
		this.#engine = null;
		this.status = { kind: 'idle' };
		await engine?.close();
	}

	#arrive(engine: E): void {
		this.#engine = engine;
		this.status = { kind: 'ready' };
		const waiting = this.#waiting;
		this.#waiting = [];
		for (const arrive of waiting) arrive(engine);
		void engine.died?.then((error) => this.#lose(engine, error));
	}

	/** Takes leave of an engine that has died; another one starts when somebody asks for it. */
	#lose(engine: E, { message }: Error): void {
		if (this.#engine !== engine) return;
		this.#engine = null;
		this.status = { kind: 'failed', reason: message, stopped: true };
		void engine.close();
	}
}
