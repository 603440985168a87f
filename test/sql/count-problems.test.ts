import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { countProblems } from '../../src/lib/queries/count-problems.ts';
import { coarseDataset, queriesOf, type TestDataset } from '../support/sql/datasets.ts';
import { engines, type OpenHost } from '../support/sql/engines.ts';
import { openHandedOver } from '../support/sql/handed-over-host.ts';

let dataset: TestDataset;
beforeAll(async () => {
	dataset = await coarseDataset('quarter');
}, 600_000);
afterAll(() => dataset.remove());

describe.each<[string, OpenHost]>([...engines, ['DuckDB-WASM with rows handed over', openHandedOver]])(
	'in %s',
	(_, open) => {
		it('what a manifest counts is held against its rows', { timeout: 120_000 }, async () => {
			const host = await open(dataset.folder);
			try {
				const queries = await queriesOf(host, dataset);
				const { manifest } = dataset;
				expect(await countProblems(host, queries, manifest)).toEqual([]);
				const forged = structuredClone(manifest);
				forged.counts.withTeamSize--;
				forged.themes[0]!.papers--;
				forged.overview.trend[0]!.papers++;
				expect(await countProblems(host, queries, forged)).toEqual([
					`the manifest's counts.withTeamSize is ${forged.counts.withTeamSize}, its rows are ${manifest.counts.withTeamSize}`,
					`the manifest gives theme ${forged.themes[0]!.themeId} other papers than its rows`,
					"the manifest's overview.trend is not what the rows add up to"
				]);
			} finally {
				await host.close();
			}
		});
	}
);
