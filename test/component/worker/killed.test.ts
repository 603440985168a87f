import { commands } from 'vitest/browser';
import { expect, it } from 'vitest';

import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { buildInWorker } from '../../../src/lib/worker/client.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';

/** Enough to be worth other threads. */
const content = toJsonl(generatePapers(2100, 7));

it('a browser that ends a thread of a build, and tells nobody, ends the wait', async () => {
	let ending: Promise<number> | null = null;
	const build = buildInWorker(
		{
			files: [new File([content], 'generated.jsonl')],
			corpus: {},
			options: { pipeline: defaultOptions },
			onBatch: () => {}
		},
		{
			onProgress: ({ stage, done }) => {
				// Numbers of themes are tried in every thread, and most of them are left.
				if (stage === 'choose' && done > 0) ending ??= commands.endWorkers('pool.worker');
			}
		}
	);
	await expect(build).rejects.toThrow(/^The browser has ended a part of the work/);
	expect(await ending).toBeGreaterThan(0);
});
