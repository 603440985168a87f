import { expect, it } from 'vitest';

import { turns } from '../../../src/lib/worker/turns.ts';

it('a turn ends for all who asked for it, and the next one comes', async () => {
	const pause = turns(0);
	for (let round = 0; round < 3; round++) {
		expect(await Promise.all([pause(), pause(), pause()])).toHaveLength(3);
	}
});
