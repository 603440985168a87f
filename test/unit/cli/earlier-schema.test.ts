import { describe, expect, it } from 'vitest';

import { runCli } from '../../support/run-cli.ts';

/** Datasets that were saved by the command line and by the page when the schema was 1.4. */
const kept = ['test/saved/schema-1.4.corpuscope.zip', 'test/saved/schema-1.4-page.corpuscope.zip'];

describe('a dataset of an earlier version', () => {
	it.each(kept)('opens, with what came later unknown: %s', async (path) => {
		const inspected = await runCli(['inspect', path]);
		expect([inspected.code, inspected.stderr]).toEqual([0, '']);
		expect(inspected.stdout).toMatch(
			/dataset form 1\.4\nMade before Corpuscope kept citations, references, keywords and affiliations:/
		);
		expect(inspected.stdout).toMatch(/every file and every table is as it was written\.\n$/);

		const exported = await runCli(['export', '--dataset', path, '--format', 'jsonl']);
		expect(exported.code).toBe(0);
		const papers = exported.stdout
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		expect(papers).toHaveLength(24);
		for (const paper of papers) expect(paper).toMatchObject({ citations: null, references: null });
		expect(papers.some(({ upvotes }) => typeof upvotes === 'number')).toBe(true);
	});
});
