import { describe, expect, it } from 'vitest';

import { countProblems } from '../../src/lib/queries/count-problems.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { allEngines, opened } from '../support/sql/engines.ts';

describe.each(allEngines)('in %s', (_, open) => {
	const at = opened(() => coarseDataset('quarter'), open);

	it('what a manifest counts is held against its rows', async () => {
		const { host, queries } = at;
		const { manifest } = at.dataset;
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
	});
});
