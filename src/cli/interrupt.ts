import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
/** Milliseconds that work in progress has for stopping by itself. */
const patience = 120;

/** A command that was stopped from outside. */
export class Interrupted extends Error {
	override readonly name = 'AbortError';
	/** What the process ends with, as shells have it: 128 and the number of the signal. */
	readonly exitCode: number;

	constructor(signal: (typeof signals)[number]) {
		super('Stopped; nothing was changed.');
		this.exitCode = 128 + constants.signals[signal];
	}
}

/** A signal that aborts when the process is asked to stop; work that does not heed it in time is cut off. */
export function interruptSignal(): AbortSignal {
	const controller = new AbortController();
	for (const signal of signals) {
		process.once(signal, () => {
			const reason = new Interrupted(signal);
			controller.abort(reason);
			setTimeout(() => process.exit(reason.exitCode), patience).unref();
		});
	}
	return controller.signal;
}

/** Gives the event loop a turn, so that a signal can arrive. */
export function pause(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
