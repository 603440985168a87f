import { describe, expect, it } from 'vitest';

import { fuzz } from '../../support/fuzz-corpus.ts';
import { seeds } from '../../support/fuzz-seeds.ts';

/**
 * `FUZZ_ROUNDS=10000` runs as many damaged inputs through every reader, and holds each to five seconds of the
 * processor; `FUZZ_SEED` damages them in other ways.
 */
const wanted = Number(process.env.FUZZ_ROUNDS ?? 0);
const rounds = wanted || 40;
const seed = Number(process.env.FUZZ_SEED ?? 7);

describe('damaged input', () => {
	it.each(Object.keys(seeds))('of %s neither crashes, hangs nor breaks the account', async (format) => {
		const { read, slowest } = await fuzz(format, rounds, seed);
		expect(read).toBeGreaterThan(0);
		if (wanted) expect(slowest).toBeLessThan(5000);
		if (wanted)
			console.info(`${format}: ${read} of ${rounds} read, the slowest in ${Math.round(slowest)} ms`);
	});
});
