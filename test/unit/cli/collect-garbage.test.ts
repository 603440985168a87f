import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, it } from 'vitest';

import { collectGarbage } from '../../../src/cli/worker/heaps.ts';

it('takes back what is no longer used, and nothing else', async () => {
	const kept = { data: new Float64Array(1000) };
	const [lost, held] = [new WeakRef({ data: new Float64Array(1000) }), new WeakRef(kept)];
	await nextTurn();
	collectGarbage();
	expect(lost.deref()).toBeUndefined();
	expect(held.deref()).toBe(kept);
});
