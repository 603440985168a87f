import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (value: unknown, indent?: number) =>
	readCorpus({ 'a.json': JSON.stringify(value, null, indent) });

describe('JSON of scholarly services', () => {
	it('reads OpenAlex, with its abstract put in order', async () => {
		const { papers } = await read({
			meta: { count: 1 },
			results: [
				{
					id: 'https://openalex.org/W1',
					doi: 'https://doi.org/10.5555/O.1',
					display_name: 'Seals',
					publication_date: '2018-02-13',
					authorships: [{ author: { display_name: 'Anna Berg' } }, { raw_author_name: 'Jon Dahl' }],
					primary_location: { source: { display_name: 'North' }, landing_page_url: 'https://example.org' },
					biblio: { first_page: '1', last_page: '9' },
					abstract_inverted_index: {
						seals: [2, 5],
						We: [0],
						count: [1],
						'on.': [4],
						ice: [3],
						constructor: [6],
						bad: ['x', -1, 1e12]
					}
				}
			]
		});
		expect(papers).toMatchObject([
			{
				sourceId: 'W1',
				doi: '10.5555/o.1',
				abstract: 'We count seals ice on. seals constructor',
				teamSize: 2,
				published: '2018-02-13',
				venue: 'North',
				pages: '1-9'
			}
		]);
	});

	it('reads Semantic Scholar in both shapes, with null abstracts', async () => {
		const old = await read({
			abstract: null,
			arxivId: '1705.1',
			authors: [{ name: 'A. Berg' }],
			doi: '10.5555/s',
			paperId: 'abc',
			title: 'Ice',
			year: 2017,
			references: [{ title: 'Not this', paperId: 'no' }]
		});
		expect(old.papers).toMatchObject([
			{ title: 'Ice', abstract: '', sourceId: '1705.1', published: '2017-01-01', teamSize: 1 }
		]);
		const list = await read({
			total: 9,
			offset: 0,
			next: 2,
			data: [
				{
					paperId: 'a',
					title: 'One',
					externalIds: { DOI: '10.5555/a' },
					publicationDate: '2020-05-06',
					journal: { name: 'North', volume: '3' }
				},
				{ paperId: 'b', title: 'Two' }
			]
		});
		expect(list.papers).toMatchObject([
			{ doi: '10.5555/a', published: '2020-05-06', venue: 'North', volume: '3' },
			{ title: 'Two' }
		]);
	});

	it('reads Crossref: titles in lists, JATS abstracts, one work or many', async () => {
		const work = {
			DOI: '10.5555/C.1',
			title: ['Ice'],
			subtitle: ['A study'],
			author: [{ given: 'Anna', family: 'Berg' }, { name: 'Ice Group' }],
			'container-title': ['North'],
			abstract: '<jats:title>Abstract</jats:title><jats:p>We <jats:italic>see</jats:italic> ice.</jats:p>',
			created: { 'date-parts': [[2023, 1, 1]] },
			issued: { 'date-parts': [[2022, 12]] },
			type: 'journal-article'
		};
		for (const value of [
			{ status: 'ok', message: work },
			{ status: 'ok', message: { 'total-results': 1, items: [work] } },
			[work]
		]) {
			expect((await read(value)).papers).toMatchObject([
				{
					title: 'Ice: A study',
					abstract: 'We see ice.',
					authors: ['Anna Berg', 'Ice Group'],
					published: '2022-12-01',
					doi: '10.5555/c.1',
					venue: 'North'
				}
			]);
		}
	});

	it('reads CSL-JSON: dates of strings and numbers, literal authors, records without a title', async () => {
		const { papers, account } = await read(
			[
				{
					id: 'x',
					title: 'Ice',
					'container-title': 'North',
					author: [{ family: 'Berg', given: 'Anna' }, { literal: 'Ice Group' }],
					issued: { 'date-parts': [['2020', 8, '4']] }
				},
				{
					id: 'y',
					title: 'Book',
					'collection-title': 'Series',
					note: 'page: 5\nDOI: 10.5555/n',
					author: [{ family: 'Gogh', given: 'Vincent', 'non-dropping-particle': 'van' }],
					issued: { 'date-parts': [['2016']] }
				},
				{ id: 'z', title: 'germ' },
				{ id: 'q', author: [{ family: 'Berg' }], issued: { 'date-parts': [['2020']] } }
			],
			2
		);
		expect(papers).toMatchObject([
			{ teamSize: 2, authors: ['Anna Berg', 'Ice Group'], published: '2020-08-04', venue: 'North' },
			{ authors: ['Vincent van Gogh'], published: '2016-01-01', datePrecision: 'year', doi: '10.5555/n' },
			{ title: 'germ', published: null, teamSize: null }
		]);
		expect(account.rejections).toMatchObject([{ record: 4, reason: 'no title and no abstract' }]);
	});

	it('reads Zotero, the Lens, Europe PMC', async () => {
		const zotero = {
			key: 'K',
			version: 1,
			data: {
				key: 'K',
				itemType: 'journalArticle',
				title: 'Ice',
				abstractNote: 'Text.',
				creators: [
					{ creatorType: 'author', firstName: 'Anna', lastName: 'Berg' },
					{ creatorType: 'editor', name: 'No One' }
				],
				date: '2021-03',
				publicationTitle: 'North',
				DOI: '10.5555/z'
			}
		};
		expect((await read([zotero])).papers).toMatchObject([
			{ title: 'Ice', abstract: 'Text.', authors: ['Anna Berg'], published: '2021-03-01', venue: 'North' }
		]);
		const lens = {
			total: 1,
			data: [
				{
					lens_id: '001',
					title: 'Ice',
					authors: [{ first_name: 'Anna', last_name: 'Berg' }],
					date_published: '2020-05-01T00:00:00Z',
					external_ids: [{ type: 'doi', value: '10.5555/l' }],
					source: { title: 'North' }
				}
			]
		};
		expect((await read(lens)).papers).toMatchObject([
			{ authors: ['Anna Berg'], published: '2020-05-01', doi: '10.5555/l', venue: 'North' }
		]);
		const europe = {
			resultList: {
				result: [
					{
						id: '9',
						pmid: '9',
						title: 'Ice',
						authorString: 'Berg A, Dahl J.',
						abstractText: 'Text.',
						firstPublicationDate: '2020-02-03'
					}
				]
			}
		};
		expect((await read(europe)).papers).toMatchObject([
			{ sourceId: '9', teamSize: 2, published: '2020-02-03' }
		]);
	});

	it('reads the arXiv snapshot', async () => {
		const record = {
			id: '0704.0001',
			authors: "C. Bal\\'azs, E. Berg",
			title: 'Ice at\n  sea',
			comments: '37',
			'journal-ref': 'North 7 (2007)',
			doi: '10.5555/ax',
			categories: 'hep-ph',
			abstract: '  We look\nat ice.\n',
			versions: [{ version: 'v1', created: 'Mon, 2 Apr 2007 19:18:42 GMT' }],
			update_date: '2008-11-26',
			authors_parsed: [
				['Balázs', 'C.', ''],
				['Berg', 'E.', 'Jr.']
			]
		};
		const { papers, account } = await readCorpus({
			a: `${JSON.stringify(record)}\n${JSON.stringify({ ...record, id: '0704.0002', title: 'Other', abstract: 'Else', doi: null })}\n`
		});
		expect(account.inputs[0]?.format).toBe('jsonl');
		expect(papers[0]).toMatchObject({
			title: 'Ice at sea',
			abstract: 'We look at ice.',
			authors: ['C. Balázs', 'E. Berg Jr.'],
			teamSize: 2,
			published: '2007-04-02',
			comments: null,
			venue: 'North 7 (2007)',
			url: 'https://arxiv.org/abs/0704.0001'
		});
	});
});
