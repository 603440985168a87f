import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

import { fillDataset } from '../../../src/cli/dataset/fill.ts';
import { openDataset } from '../../../src/cli/dataset/open.ts';
import { verifyTables } from '../../../src/cli/dataset/verify-tables.ts';
import { jobs } from '../../../src/cli/worker/file-jobs.ts';
import { ThreadedSink } from '../../../src/cli/worker/threaded-sink.ts';
import { buildDataset } from '../../../src/lib/pipeline/build.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { channelPool } from '../../support/channel-pool.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { paperSource } from '../../support/paper-source.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const papers = generatePapers(300, 5);
const options = {
	pipeline: { ...defaultOptions, themes: 3, components: 8, restarts: 1 },
	partBytes: 20_000
};
const make: Parameters<typeof fillDataset>[1] = (sink, hooks) =>
	buildDataset(paperSource(papers), options, sink, hooks);

function emptyFolder(): string {
	const folder = join(temporaryFolder(), 'dataset');
	mkdirSync(folder);
	return folder;
}

/** A thread that fills files, and how often it was started and ended. */
function threads() {
	const counts = { started: 0, ended: 0 };
	const start = () => {
		counts.started++;
		const pool = channelPool(1, jobs);
		return { pool, end: () => (counts.ended++, pool.end()) };
	};
	return { counts, start };
}

/** Builds into a folder with the search index in a thread from so many papers on. */
async function build(folder: string, many: number) {
	const { counts, start } = threads();
	const { manifest } = await fillDataset(
		folder,
		make,
		{},
		(engine, into) => new ThreadedSink(engine, into, start, many)
	);
	return { manifest, counts };
}

it('writes the search index in a thread as it is written without', async () => {
	const [alone, beside] = [emptyFolder(), emptyFolder()];
	const { manifest, counts: none } = await build(alone, papers.length + 1);
	const { manifest: same, counts } = await build(beside, papers.length);
	expect(none.started).toBe(0);
	expect(counts.started).toBe(1);
	await expect.poll(() => counts.ended).toBe(1);
	expect(manifest.files.filter(({ group }) => group === 'search').length).toBeGreaterThan(2);
	expect(same).toEqual(manifest);
	expect(readdirSync(beside).sort()).toEqual(readdirSync(alone).sort());
	const dataset = await openDataset(beside);
	try {
		await expect(verifyTables(dataset, new AbortController().signal)).resolves.toEqual([]);
	} finally {
		dataset.close();
	}
});

it('says what went wrong in the thread, and ends it', async () => {
	const { counts, start } = threads();
	const folder = emptyFolder();
	// A folder stands where the first file of the index would.
	mkdirSync(join(folder, 'search-0000.duckdb'));
	const sinkFor = (...[engine, into]: ConstructorParameters<typeof ThreadedSink>) =>
		new ThreadedSink(engine, into, start, 0);
	await expect(fillDataset(folder, make, {}, sinkFor)).rejects.toThrow(/search-0000/);
	await expect.poll(() => counts.ended).toBe(1);
});
