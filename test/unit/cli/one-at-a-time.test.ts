import { pbkdf2 } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { oneAtATime } from '../../../src/cli/dataset/answering.ts';
import { openDataset } from '../../../src/cli/dataset/open.ts';
import { writeDataset } from '../../../src/cli/dataset/write.ts';
import { defaultOptions } from '../../../src/lib/pipeline/options.ts';
import { generatePapers } from '../../support/generate-papers.ts';
import { paperSource } from '../../support/paper-source.ts';

let parent: string;
let folder: string;
beforeAll(async () => {
	parent = await mkdtemp(join(tmpdir(), 'corpuscope-test-'));
	folder = join(parent, 'dataset');
	const pipeline = { ...defaultOptions, themes: 4, components: 8, restarts: 1 };
	await writeDataset(paperSource(generatePapers(120, 6)), { pipeline }, folder, {});
});
afterAll(() => rm(parent, { recursive: true, force: true }));

describe('an engine that answers one after another', () => {
	/** Takes an hour. */
	const endless = 'SELECT sum(a.range * b.range % 7) FROM range(100000000) a, range(10000) b';
	const derive = promisify(pbkdf2);
	/** Keeps every thread of Node busy for a while, so that a statement waits for one. */
	const occupyThreads = () =>
		Promise.all(Array.from({ length: 8 }, () => derive('word', 'salt', 50_000, 64, 'sha512')));

	it.each([
		['before the engine has begun', occupyThreads, 0],
		['while it runs', () => Promise.resolve(), 50]
	])('interrupts the statement of who leaves %s, and no other', async (_, prepare, wait) => {
		const opened = await openDataset(folder);
		try {
			const host = oneAtATime(opened);
			const leaving = new AbortController();
			const prepared = prepare();
			const left = host.query(endless, leaving.signal);
			const next = host.query('SELECT CAST(count(*) AS INTEGER) AS papers FROM memory.papers');
			setTimeout(() => leaving.abort(new Error('left')), wait);
			await expect(left).rejects.toThrow('left');
			await prepared;
			expect((await next).columns).toEqual({ papers: [120] });
		} finally {
			opened.close();
		}
	});
});
