import { expect, it } from 'vitest';

import { memorySource, type ByteSource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { jobs as readingJobs } from '../../../src/lib/corpus/pass/survey-piece.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { readPiece } from '../../../src/lib/corpus/pass/read-piece.ts';
import type { AnyBatch } from '../../../src/lib/dataset/rows.ts';
import { buildDataset } from '../../../src/lib/pipeline/build.ts';
import { jobs } from '../../../src/lib/pipeline/jobs.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { FactsGatherer } from '../../support/built-facts.ts';
import { channelPool } from '../../support/channel-pool.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { toJsonl } from '../../support/jsonl.ts';

/** Enough papers that threads are worth their start, with duplicates and broken records among them. */
const lines = toJsonl(generatePapers(2100, 11)).trim().split('\n');
lines.splice(700, 0, '{"title": 1', lines[20] as string, '', '{"nothing": true}', lines[2000] as string);
const content = new TextEncoder().encode(`${lines.join('\r\n')}\n`);
const pipeline = { ...defaultOptions, themes: 5, components: 12, restarts: 2, sampleSize: 300 };

/** The corpus as a stream that arrives in portions of the given length. */
function arriving(portion: number): ByteSource {
	return {
		...memorySource('papers.jsonl', content),
		// More than it is, so that its first pass uses threads, too.
		size: 10_000_000,
		async *stream() {
			for (let at = 0; at < content.length; at += portion) yield content.subarray(at, at + portion);
		}
	};
}

async function build({
	threads,
	pieceBytes,
	portion
}: {
	threads: number;
	pieceBytes: number;
	portion: number;
}) {
	const pool = threads === 0 ? undefined : channelPool(threads, [...readingJobs, ...jobs], readPiece);
	const gatherer = new FactsGatherer();
	const { manifest } = await buildDataset(
		openCorpus([arriving(portion)], {}, { pieceBytes }),
		{ pipeline, partBytes: 200_000 },
		{ write: async (table, batch) => gatherer.add(table, batch as unknown as AnyBatch) },
		{ pool }
	);
	pool?.end();
	return gatherer.facts(manifest);
}

it('gives the same bytes with any number of threads, wherever the input is cut', async () => {
	const alone = await build({ threads: 0, pieceBytes: 1 << 20, portion: content.length });
	expect(alone.manifest.counts).toMatchObject({ papers: 2100, duplicates: 2, rejected: 2 });
	expect(alone.manifest.files.length).toBeGreaterThan(8);
	for (const cut of [
		{ threads: 1, pieceBytes: 1 << 20, portion: 65_536 },
		{ threads: 2, pieceBytes: 100_000, portion: 4099 },
		{ threads: 4, pieceBytes: 7001, portion: 333_333 }
	]) {
		expect(await build(cut)).toEqual(alone);
	}
});
