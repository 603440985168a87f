import { describe, expect, it } from 'vitest';

import type { DatasetFile } from '../../src/lib/dataset/manifest.ts';
import type { QueryHost } from '../../src/lib/engine/query-host.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { readNames } from '../../src/lib/queries/papers/names.ts';
import { hostileTexts } from '../support/generate-papers.ts';
import { namesOf, type KnownPaper } from '../support/sql/reference.ts';
import { coarseDataset } from '../support/sql/datasets.ts';
import { allEngines, opened } from '../support/sql/engines.ts';

describe.each(allEngines)('in %s', (_, open) => {
	const at = opened(() => coarseDataset('quarter'), open);

	it('finds papers by each keyword, organisation and country they name, and those that name none', async () => {
		const { papers } = at.reference;
		const all = (of: (paper: KnownPaper) => readonly (string | null)[]) => [
			...new Set([...papers.flatMap((paper) => of(paper)).filter((value) => value !== null), ''])
		];
		const keywords = all((paper) => paper.keywords.map(({ keyword }) => keyword));
		const countries = all(({ affiliations }) => affiliations.map(({ country }) => country));
		const organisations = all(({ affiliations }) => affiliations.map(({ organisation }) => organisation));
		expect(hostileTexts.some((text) => keywords.includes(text))).toBe(true);
		const filters = [
			...keywords.map((value) => ({ ...noFilters, keywords: [value] })),
			...countries.map((value) => ({ ...noFilters, countries: [value] })),
			...organisations.map((value) => ({ ...noFilters, organisations: [value] })),
			{
				...noFilters,
				countries: ['Chile', ''],
				keywords: keywords.slice(0, 9),
				organisations: ['Lab Two']
			},
			{ ...noFilters, countries: ['Chile'], query: papers[5]!.title.split(' ')[0]! }
		];
		for (const some of filters) {
			const found = await at.queries.papers(some, { column: 'title', descending: false }, 0, papers.length);
			expect(found.map(({ paperId }) => paperId).sort((a, b) => a - b)).toEqual(
				at.reference.left(some).map(({ paperId }) => paperId)
			);
		}
		expect(at.reference.left({ ...noFilters, organisations: ['Lab Two'] }).length).toBeGreaterThan(3);
	});

	it.each(['organisation', 'venue', 'author', 'keyword', 'country'] as const)(
		'lists what papers name by %s, each name once and in source order',
		async (dimension) => {
			const { papers } = at.reference;
			const ids = papers.map(({ paperId }) => paperId);
			for (const some of [ids, ids.slice(40, 43).reverse(), [7], []]) {
				const found = await at.queries.names(dimension, some);
				const expected = some.map((id) => [id, [...new Set(namesOf(papers[id]!)[dimension])]]);
				expect([...found]).toEqual(expected);
			}
		}
	);

	it('opens only the files that hold the papers', async () => {
		const attached: string[] = [];
		const watched = {
			query: at.host.query.bind(at.host),
			attach: (file: DatasetFile) => {
				attached.push(file.file);
				return at.host.attach(file);
			}
		} as QueryHost;
		const { files } = at.dataset.manifest;
		const parts = files.filter(({ group }) => group === 'authors');
		expect(parts.length).toBeGreaterThan(1);
		const part = parts.at(-1)!;
		await readNames(watched, files, 'author', [Number(part.first), Number(part.last)]);
		expect(attached).toEqual([part.file]);
	});
});
