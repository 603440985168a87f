import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { DatasetQueries } from '../../src/lib/queries/dataset-queries.ts';
import { publishedArrangement } from '../../src/lib/themes/arrangement.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { coarseDataset, queriesOf, type TestDataset } from '../support/sql/datasets.ts';
import { engines, referenceOf, type OpenedHost } from '../support/sql/engines.ts';
import { RandomFilters } from '../support/sql/random-filters.ts';
import type { Reference } from '../support/sql/reference.ts';
import { citationsOf, firstOf, suggestions } from '../support/sql/suggestions.ts';

let dataset: TestDataset;
beforeAll(async () => {
	dataset = await coarseDataset('quarter');
}, 600_000);
afterAll(() => dataset.remove());

describe.each(engines)('in %s', (_, open) => {
	let host: OpenedHost;
	let queries: DatasetQueries;
	let reference: Reference;
	let random: RandomFilters;
	beforeAll(async () => {
		host = await open(dataset.folder);
		queries = await queriesOf(host, dataset);
		reference = await referenceOf(queries, dataset);
		random = new RandomFilters(3, reference.papers, dataset.manifest);
	}, 120_000);
	afterAll(() => host.close());

	it.each(['organisation', 'venue', 'author', 'keyword', 'country'] as const)(
		'counts who most papers name by %s',
		async (dimension) => {
			for (const some of [noFilters, random.next(false), random.next(true)]) {
				const left = reference.left(some);
				const all = suggestions(left, dimension, '');
				const named = all.filter(({ value }) => value !== '');
				const found = await queries.contributors(some, dimension, 'papers', 7);
				const cited = named.map((one) => ({ ...one, ...citationsOf(left, dimension, one.value) }));
				expect(found.values).toEqual(cited.slice(0, 7));
				const mostCited = cited.sort((a, b) => (b.citations ?? -1) - (a.citations ?? -1)).slice(0, 7);
				expect((await queries.contributors(some, dimension, 'citations', 7)).values).toEqual(mostCited);
				expect(found.papers).toBe(left.length);
				expect(found.unstated).toBe(all.find(({ value }) => value === '')?.papers ?? 0);
			}
		}
	);

	it.each(['organisation', 'venue', 'author', 'keyword', 'country'] as const)(
		'counts joined names by %s as one, each paper once, and finds it by each of them',
		async (dimension) => {
			const { papers } = reference;
			const named = suggestions(papers, dimension, '').filter(({ value }) => value !== '');
			const names = [named[2]!.value, named[0]!.value];
			const joined = queries.arranged(publishedArrangement, [{ dimension, names }]);
			for (const text of ['', named[0]!.value, named[2]!.value.slice(0, 4), 'nobody']) {
				const expected = firstOf(suggestions(papers, dimension, text, names), 20);
				expect(await joined.suggest(dimension, text, 20), text).toEqual(expected);
			}
			const all = suggestions(papers, dimension, '', names).filter(({ value }) => value !== '');
			const { values } = await joined.contributors(noFilters, dimension, 'papers', 5);
			expect(values.map(({ value, papers: count }) => ({ value, papers: count }))).toEqual(all.slice(0, 5));
		}
	);
});
