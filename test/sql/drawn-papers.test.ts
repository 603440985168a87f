import { describe, expect, it } from 'vitest';

import { DatasetQueries } from '../../src/lib/queries/dataset-queries.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { engines, opened } from '../support/sql/engines.ts';

describe.each(engines)('the map of many papers in %s', (_, open) => {
	const at = opened(() => coarseDataset('quarter', 14), open);

	it('gives every third paper of more than two million', async () => {
		const { manifest } = at.queries;
		const counts = { ...manifest.counts, papers: 2_500_000 };
		const many = new DatasetQueries(at.host, { ...manifest, counts });
		const third = (values: ArrayLike<number>) => Array.from(values).filter((_, id) => id % 3 === 0);
		const [all, some] = [await at.queries.positions(), await many.positions()];
		for (const name of ['x', 'y', 'theme', 'leaf'] as const)
			expect([...some[name]]).toEqual(third(all[name]));
		const team = { ...noFilters, team: { range: { from: 2, to: 5 }, unknown: false } };
		expect([...(await many.passing(team))]).toEqual(third(await at.queries.passing(team)));
		expect([...(await many.measure('citations'))]).toEqual(third(await at.queries.measure('citations')));
		const [dates, someDates] = [await at.queries.dates(), await many.dates()];
		expect([...someDates.day]).toEqual(third(dates.day));
		expect([...someDates.precision]).toEqual(third(dates.precision));
		const [names, someNames] = [await at.queries.topNames('venue', 5), await many.topNames('venue', 5)];
		expect(someNames.names).toEqual(names.names);
		expect([...someNames.code]).toEqual(third(names.code));
		expect(await many.typical(team, 3)).toEqual(await at.queries.typical(team, 3));
	});
});
