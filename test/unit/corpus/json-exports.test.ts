import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes.ts';
import { JsonSplitter } from '../../../src/lib/corpus/json-split.ts';
import { openCorpus } from '../../../src/lib/corpus/open.ts';
import { parseLiteral } from '../../../src/lib/corpus/python-literal.ts';
import { isBalanced, readCorpus } from '../../support/corpora.ts';

const read = (value: unknown, indent?: number) =>
	readCorpus({ 'a.json': JSON.stringify(value, null, indent) });

const dailyPaper = {
	id: '2510.00001',
	authors: [
		{ name: 'Anna Berg', hidden: false },
		{ name: 'Ice Team' },
		{ name: 'Jon Dahl', hidden: true },
		{ name: 'Anna Berg' }
	],
	publishedAt: '2025-10-13T23:55:09.000Z',
	submittedOnDailyAt: '2025-10-15T01:17:25.740Z',
	title: 'Seals\n  in Winter',
	summary: 'We count\nseals.',
	upvotes: 7
};
const dailyItem = {
	paper: dailyPaper,
	publishedAt: '2025-10-14T00:00:00.000Z',
	title: 'Seals',
	numComments: 2,
	organization: { name: 'ice', fullname: 'Ice Lab' }
};
const dailyFacts = {
	sourceId: '2510.00001',
	title: 'Seals in Winter',
	abstract: 'We count seals.',
	authors: ['Anna Berg', 'Ice Team', 'Jon Dahl'],
	teamSize: 3,
	published: '2025-10-13',
	comments: 2,
	upvotes: 7
};
/** What Python's repr makes of an item. */
const repr = (value: unknown): string =>
	JSON.stringify(value)
		.replace(/"((?:[^"\\]|\\.)*)"/g, (_, text: string) => `'${text.replaceAll("'", "\\'")}'`)
		.replace(/\bfalse\b/g, 'False')
		.replace(/\btrue\b/g, 'True')
		.replace(/\bnull\b/g, 'None');

describe('Daily Papers API', () => {
	it.each([
		['a bare array', [dailyItem]],
		['an array whose items lack an organisation', [{ ...dailyItem, organization: undefined, mediaUrl: 'x' }]],
		[
			'a response that holds strings written by Python',
			{ status: 'success', count: 1, data: [repr(dailyItem)] }
		]
	])('reads %s', async (_, value) => {
		for (const indent of [undefined, 4]) {
			const { papers, account } = await read(value, indent);
			expect(account.inputs).toMatchObject([{ format: 'json', records: 1 }]);
			expect(papers).toMatchObject([dailyFacts]);
		}
	});

	it('knows the organisation by its full name', async () => {
		expect((await read([dailyItem])).papers[0]?.organisation).toBe('Ice Lab');
	});
});

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

describe('JSON', () => {
	it('reads objects one after the other, objects by key, and lists in lists', async () => {
		const one = { title: 'One', abstract: 'First text' };
		const two = { title: 'Two', abstract: 'Second text' };
		const titles = async (text: string) => (await readCorpus({ a: text })).papers.map(({ title }) => title);
		expect(await titles(`${JSON.stringify(one, null, 2)}\n${JSON.stringify(two, null, 2)}`)).toEqual([
			'One',
			'Two'
		]);
		expect(await titles(JSON.stringify({ a1: one, a2: two }))).toEqual(['One', 'Two']);
		expect(await titles(JSON.stringify([[one], [two]]))).toEqual(['One', 'Two']);
		expect(await titles(JSON.stringify({ version: 1, items: [one, two], tail: { x: [1] } }))).toEqual([
			'One',
			'Two'
		]);
	});

	it('lists what is no record, and keeps the rest of a file that is cut short', async () => {
		const { papers, account } = await readCorpus({
			a: '[{"title":"One"}, 5, {"title": NaN, "abstract": "Two"}, {"title":"Thr'
		});
		expect(papers.map(({ title, abstract }) => title || abstract)).toEqual(['One', 'Two']);
		expect(account.rejections.map(({ record, reason }) => [record, reason])).toEqual([
			[2, 'not a JSON object'],
			[4, 'not valid JSON']
		]);
		expect(isBalanced(account)).toBe(true);
	});

	it('cuts records the same wherever the text is cut', async () => {
		const text = JSON.stringify(
			{
				x: [1, '],'],
				data: [{ title: 'A "q" \\ ] } , ü', n: { deep: [[{}]] } }, 'str}', 7, { title: 'B' }],
				z: '{'
			},
			null,
			1
		);
		const whole = new JsonSplitter().push(text);
		expect(whole).toHaveLength(4);
		for (const size of [1, 2, 5, 13]) {
			const splitter = new JsonSplitter();
			const records = [];
			for (let at = 0; at < text.length; at += size)
				records.push(...splitter.push(text.slice(at, at + size)));
			expect([...records, ...splitter.end()]).toEqual(whole);
		}
	});

	it('reads a list that comes in small pieces', async () => {
		const bytes = new TextEncoder().encode(
			JSON.stringify(Array.from({ length: 300 }, (_, i) => ({ title: `T${i}` })))
		);
		const source = openCorpus([
			{
				...memorySource('a', bytes),
				stream: async function* () {
					for (let i = 0; i < bytes.length; i += 97) yield bytes.subarray(i, i + 97);
				}
			}
		]);
		let papers = 0;
		for await (const batch of source.papers()) papers += batch.length;
		expect(papers).toBe(300);
	});
});

describe('literals of Python', () => {
	it.each([
		[
			"{'a': [1, -2.5e3, True, None], \"b\": 'it\\'s \\u00e9\\x41'}",
			{ a: [1, -2500, true, null], b: "it's éA" }
		],
		["('x',)", ['x']],
		["{'__proto__': 'p'}", JSON.parse('{"__proto__":"p"}')],
		["['open", undefined],
		['[1] 2', undefined],
		['['.repeat(5000), undefined]
	])('%s', (text, value) => {
		expect(parseLiteral(text)).toEqual(value);
	});
});
