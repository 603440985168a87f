import { beforeAll, describe, expect, it } from 'vitest';

import { publishedArrangement } from '../../src/lib/themes/arrangement.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { allEngines, opened } from '../support/sql/engines.ts';
import { RandomFilters } from '../support/sql/random-filters.ts';
import { citationsOf, firstOf, suggestions } from '../support/sql/suggestions.ts';

describe.each(allEngines)('in %s', (_, open) => {
	const at = opened(() => coarseDataset('quarter'), open);
	let random: RandomFilters;
	beforeAll(() => {
		random = new RandomFilters(3, at.reference.papers, at.dataset.manifest);
	});

	it.each(['organisation', 'venue', 'author', 'keyword', 'country'] as const)(
		'counts who most papers name by %s',
		async (dimension) => {
			for (const some of [noFilters, random.next(false), random.next(true)]) {
				const left = at.reference.left(some);
				const all = suggestions(left, dimension, '');
				const named = all.filter(({ value }) => value !== '');
				const cited = named.map((one) => ({ ...one, ...citationsOf(left, dimension, one.value) }));
				const mostCited = cited.toSorted((a, b) => (b.citations ?? -1) - (a.citations ?? -1));
				// Papers that name none take no place of a value, whether more are asked for than there are or fewer.
				for (const count of some === noFilters ? [1, 7, named.length + 3] : [7]) {
					const found = await at.queries.contributors(some, dimension, 'papers', count);
					expect(found).toEqual({
						values: cited.slice(0, count),
						papers: left.length,
						unstated: all.find(({ value }) => value === '')?.papers ?? 0
					});
					const byCitations = await at.queries.contributors(some, dimension, 'citations', count);
					expect(byCitations).toEqual({ ...found, values: mostCited.slice(0, count) });
				}
			}
		}
	);

	it.each(['organisation', 'venue', 'author', 'keyword', 'country'] as const)(
		'counts joined names by %s as one, each paper once, and finds it by each of them',
		async (dimension) => {
			const { papers } = at.reference;
			const named = suggestions(papers, dimension, '').filter(({ value }) => value !== '');
			const names = [named[2]!.value, named[0]!.value];
			const joined = at.queries.arranged(publishedArrangement, [{ dimension, names }]);
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
