import { setFlagsFromString } from 'node:v8';

/** How much of a function must have run before V8 looks whether to optimise it: three times as much as by itself. */
const interruptBudget = 400_000;

/**
 * Has threads that start from now on optimise what runs longest, and nothing else. Each thread compiles its functions
 * anew, and where all processors are busy that takes time from the work: a fifth of all of it for 15,000 papers.
 */
export function optimiseLess(): void {
	setFlagsFromString(`--interrupt-budget=${interruptBudget}`);
}
