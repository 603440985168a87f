import { describe, expect, it } from 'vitest';

import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { rowFiltersOf } from '../../src/lib/queries/search/row-filters.ts';
import { Selections } from '../../src/lib/queries/selections.ts';
import { searchRulesOf } from '../../src/lib/words/word-rules.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { opened } from '../support/sql/engines.ts';
import { openNative } from '../support/sql/native-host.ts';

describe('selections that nobody uses any more', () => {
	const at = opened(() => coarseDataset('quarter'), openNative);

	const tables = async (like = 'matches_%'): Promise<number> => {
		const sql = `SELECT count(*)::INTEGER AS tables FROM duckdb_tables() WHERE table_name LIKE '${like}'`;
		return Number((await at.host.query(sql)).columns.tables?.[0]);
	};

	it.each([
		[1000, 12],
		[3_000_000, 4],
		[10_000_000, 2]
	])('of %i papers stay until %i others are asked for', async (papers, kept) => {
		const { manifest } = at.dataset;
		const dataset = { ...manifest, counts: { ...manifest.counts, papers } };
		const rules = searchRulesOf(manifest);
		const selections = new Selections(at.host, dataset, rules);
		const before = await tables();
		for (let place = 0; place < 15; place++) {
			const { done } = await selections.ofFilters(
				rowFiltersOf({ ...noFilters, query: `model -word${place}` }, rules)
			);
			await done();
		}
		expect((await tables()) - before).toBe(kept);
	});

	it('leave names alone, which are counted once for all that is typed', async () => {
		const before = await tables('names_%');
		for (const text of ['', 'a', 'ab', 'b']) await at.queries.suggest('author', text, 8);
		expect((await tables('names_%')) - before).toBe(1);
		await at.queries.suggest('venue', '', 8);
		expect((await tables('names_%')) - before).toBe(2);
	});
});
