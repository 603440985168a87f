import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { arrowOf } from '../../src/lib/archive/arrow-batch.ts';
import { rowsOf } from '../../src/lib/archive/arrow-rows.ts';
import { openArchive } from '../../src/lib/archive/read.ts';
import { WasmDatabase } from '../../src/lib/database/wasm-database.ts';
import { DatasetQueries } from '../../src/lib/queries/dataset-queries.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { attachMain, gatherPapers } from '../../src/lib/queries/sql/all-papers.ts';
import { fileOf } from '../support/saved-dataset.ts';
import { startEh } from '../support/sql/eh-host.ts';

/** A saved dataset in the page's engine, as the page opens it. */
async function opened(path: string): Promise<{ database: WasmDatabase; queries: DatasetQueries }> {
	const { manifest, entries } = await openArchive(fileOf(new Uint8Array(readFileSync(path))));
	const database = new WasmDatabase(await startEh(), async ({ file }) =>
		entries.find(({ name }) => name === file)!.whole()
	);
	await database.start();
	const rows = entries.filter(({ what }) => what.kind === 'rows');
	for (const { what, whole } of rows) {
		if (what.kind !== 'rows') continue;
		const read = rowsOf(what.table, await whole(), manifest.schemaVersion);
		await database.insert(what.table, what.part, arrowOf(what.table, read));
	}
	if (rows.length === 0) await attachMain(database, manifest);
	else {
		for (const { group, part } of manifest.files) await database.create(group, part);
		await gatherPapers(database, manifest);
	}
	return { database, queries: new DatasetQueries(database, manifest) };
}

describe.each(['test/saved/schema-1.4.corpuscope.zip', 'test/saved/schema-1.4-page.corpuscope.zip'])(
	'%s',
	(path) => {
		let open: Awaited<ReturnType<typeof opened>>;
		beforeAll(async () => {
			open = await opened(path);
		});
		afterAll(() => open.database.close());

		it('lists its papers, what came later unknown', async () => {
			const order = { column: 'citations', descending: true } as const;
			const papers = await open.queries.papers(noFilters, order, 0, 100);
			expect(papers).toHaveLength(24);
			expect(papers.every(({ citations, references }) => citations === null && references === null)).toBe(
				true
			);
			expect(papers.some(({ upvotes }) => upvotes !== null)).toBe(true);
			expect(await open.queries.paper(3)).toMatchObject({
				...{ citations: null, references: null },
				...{ keywords: [], affiliations: [] }
			});
		});

		it('finds papers by their organisation, and none by what it lacks', async () => {
			const count = (filters: object) => open.queries.count({ ...noFilters, ...filters });
			const [named] = (await open.queries.suggest('organisation', '', 9)).filter(({ value }) => value !== '');
			if (named) expect(await count({ organisations: [named.value] })).toBe(named.papers);
			expect(await open.queries.suggest('keyword', '', 9)).toEqual([{ value: '', papers: 24 }]);
			expect(await count({ keywords: ['bee'] })).toBe(0);
			expect(await count({ countries: [''] })).toBe(24);
			for await (const rows of open.queries.exportRows({ filters: noFilters }))
				for (const row of rows)
					expect([row.keywords, row.organisations, row.countries]).toEqual(['', '', '']);
		});
	}
);
