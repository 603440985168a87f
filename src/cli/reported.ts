import { CorpusError } from '../lib/corpus/bytes/error.ts';
import { CommandError, UsageError } from './errors.ts';
import { endBy, Interrupted, interruptSignal } from './interrupt.ts';

const foreseen = (error: unknown) =>
	[CommandError, CorpusError, UsageError, Interrupted].some((kind) => error instanceof kind);

/** Whether the system would not do something: a full disk, a folder without permission. */
const isRefused = (error: Error) =>
	'syscall' in error && /^E[A-Z]+$/.test(String((error as NodeJS.ErrnoException).code));

function words(error: unknown): string {
	if (!(error instanceof Error)) return String(error);
	if (isRefused(error)) return `The system refused: ${error.message}.`;
	return foreseen(error) ? error.message : (error.stack ?? error.message);
}

/** Runs a program to its exit code: 0 done, 1 failed, 2 called wrongly. What went wrong is printed in words. */
export async function reported(run: (signal: AbortSignal) => Promise<unknown>): Promise<number> {
	process.stdout.on('error', (error: NodeJS.ErrnoException) => {
		// Whoever read our output has seen enough.
		if (error.code === 'EPIPE') process.exit(0);
		console.error(`The output cannot be written: ${error.message}.`);
		process.exit(1);
	});
	try {
		await run(interruptSignal());
		return 0;
	} catch (error) {
		console.error(words(error));
		if (error instanceof Interrupted) endBy(error.signal);
		return error instanceof UsageError ? 2 : 1;
	}
}
