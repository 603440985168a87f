import { cleanUp } from './cleanups.ts';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof signals)[number];
/** Milliseconds that work in progress has for stopping by itself. */
const patience = 120;

/** A command that was stopped from outside. */
export class Interrupted extends Error {
	override readonly name = 'AbortError';
	readonly signal: Signal;

	constructor(signal: Signal) {
		super('Stopped; nothing was changed.');
		this.signal = signal;
	}
}

/**
 * Removes what must not stay and ends the process at once, by the signal that asked for it. Threads in the middle of
 * native code are not waited for: winding them up would take its time or abort.
 */
export function endBy(signal: Signal): void {
	cleanUp();
	process.removeAllListeners(signal);
	process.kill(process.pid, signal);
}

/** A signal that aborts when the process is asked to stop; work that does not heed it in time is cut off. */
export function interruptSignal(): AbortSignal {
	const controller = new AbortController();
	for (const signal of signals) {
		process.once(signal, () => {
			controller.abort(new Interrupted(signal));
			setTimeout(() => endBy(signal), patience).unref();
		});
	}
	return controller.signal;
}

/** Gives the event loop a turn, so that a signal can arrive. */
export function pause(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
