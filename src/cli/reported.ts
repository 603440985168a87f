import { inWords, UsageError } from './errors.ts';
import { endBy, Interrupted, interruptSignal, pause } from './interrupt.ts';
import { note } from './terminal/print.ts';
import { stopThreads } from './worker/client.ts';

/** Ends the process with what went wrong where nothing waits for it: in an event, or a promise that was let go. */
function endWith(error: unknown): void {
	note(inWords(error));
	process.exit(1);
}

/**
 * Runs a program to its exit code: 0 done, 1 failed, 2 called wrongly. What went wrong is printed in words.
 * @param run gives the signal that aborts when the process is asked to stop; until it is asked for, while there is
 * nothing to undo, the process ends without being heard
 */
export async function reported(run: (heed: () => AbortSignal) => Promise<unknown>): Promise<number> {
	process.stdout.once('error', (error: NodeJS.ErrnoException) => {
		process.stdout.on('error', () => undefined);
		// Whoever read our output has seen enough.
		const isEnough = error.code === 'EPIPE';
		if (!isEnough) note(`The output cannot be written. ${inWords(error)}`);
		void stopThreads().then(() => process.exit(isEnough ? 0 : 1));
	});
	// There is nobody left to tell.
	process.stderr.on('error', () => undefined);
	process.on('uncaughtException', endWith);
	process.on('unhandledRejection', endWith);
	try {
		await run(interruptSignal);
		return 0;
	} catch (error) {
		note(inWords(error));
		if (error instanceof Interrupted) {
			// What threads have said before, such as what they leave behind, arrives first.
			await pause();
			endBy(error.signal);
		}
		return error instanceof UsageError ? 2 : 1;
	}
}
