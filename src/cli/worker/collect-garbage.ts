import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has this thread's heap give up what is no longer used. V8 does so by itself only when the heap grows, and what a
 * fitted model leaves behind would stay beside the pass over all papers.
 */
export function collectGarbage(): void {
	setFlagsFromString('--expose-gc');
	(runInNewContext('gc') as () => void)();
	setFlagsFromString('--no-expose-gc');
}
