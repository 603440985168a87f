import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import type { DatasetFile } from '../../src/lib/dataset/manifest.ts';
import type { QueryHost } from '../../src/lib/engine/query-host.ts';
import type { DatasetQueries } from '../../src/lib/queries/dataset-queries.ts';
import { noFilters } from '../../src/lib/queries/filters/filters.ts';
import { readNames } from '../../src/lib/queries/papers/names.ts';
import { hostileTexts } from '../support/generate-papers.ts';
import { namesOf, type KnownPaper, type Reference } from '../support/sql/reference.ts';
import { coarseDataset, queriesOf, type TestDataset } from '../support/sql/datasets.ts';
import { engines, referenceOf, type OpenHost, type OpenedHost } from '../support/sql/engines.ts';
import { openHandedOver } from '../support/sql/handed-over-host.ts';

let dataset: TestDataset;
beforeAll(async () => {
	dataset = await coarseDataset('quarter');
}, 600_000);
afterAll(() => dataset.remove());

describe.each<[string, OpenHost]>([...engines, ['DuckDB-WASM with rows handed over', openHandedOver]])(
	'in %s',
	(_, open) => {
		let host: OpenedHost;
		let queries: DatasetQueries;
		let reference: Reference;
		beforeAll(async () => {
			host = await open(dataset.folder);
			queries = await queriesOf(host, dataset);
			reference = await referenceOf(queries, dataset);
		}, 120_000);
		afterAll(() => host.close());

		it('finds papers by each keyword, organisation and country they name, and those that name none', async () => {
			const { papers } = reference;
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
				const found = await queries.papers(some, { column: 'title', descending: false }, 0, papers.length);
				expect(found.map(({ paperId }) => paperId).sort((a, b) => a - b)).toEqual(
					reference.left(some).map(({ paperId }) => paperId)
				);
			}
			expect(reference.left({ ...noFilters, organisations: ['Lab Two'] }).length).toBeGreaterThan(3);
		});

		it.each(['organisation', 'venue', 'author', 'keyword', 'country'] as const)(
			'lists what papers name by %s, each name once and in source order',
			async (dimension) => {
				const { papers } = reference;
				const ids = papers.map(({ paperId }) => paperId);
				for (const some of [ids, ids.slice(40, 43).reverse(), [7], []]) {
					const found = await queries.names(dimension, some);
					const expected = some.map((id) => [id, [...new Set(namesOf(papers[id]!)[dimension])]]);
					expect([...found]).toEqual(expected);
				}
			}
		);

		it('opens only the files that hold the papers', async () => {
			const attached: string[] = [];
			const watched = {
				query: host.query.bind(host),
				attach: (file: DatasetFile) => {
					attached.push(file.file);
					return host.attach(file);
				}
			} as QueryHost;
			const { files } = dataset.manifest;
			const parts = files.filter(({ group }) => group === 'authors');
			expect(parts.length).toBeGreaterThan(1);
			const part = parts.at(-1)!;
			await readNames(watched, files, 'author', [Number(part.first), Number(part.last)]);
			expect(attached).toEqual([part.file]);
		});
	}
);
