import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (value: unknown) => readCorpus({ 'a.json': JSON.stringify(value) });

describe('answers of services', () => {
	it('may put their list deep inside, and each record into an envelope', async () => {
		const dblp = await read({
			result: {
				status: { text: 'OK' },
				hits: {
					hit: [
						{
							'@id': '1',
							info: {
								authors: { author: [{ text: 'Anna Berg' }, { text: 'Jon Dahl 0001' }] },
								...{ title: 'Ice.', venue: 'North', year: '2021', doi: '10.5555/I' }
							}
						},
						{ '@id': '2', info: { authors: { author: { text: 'Xia Li' } }, title: 'Snow.' } }
					]
				}
			}
		});
		expect(dblp.papers).toMatchObject([
			{
				title: 'Ice.',
				authors: ['Anna Berg', 'Jon Dahl'],
				venue: 'North',
				published: '2021-01-01',
				doi: '10.5555/i'
			},
			{ title: 'Snow.', teamSize: 1 }
		]);
		const inspire = await read({
			hits: {
				total: 1,
				hits: [
					{
						metadata: {
							titles: [{ title: 'Ice' }],
							abstracts: [{ value: 'We study ice.' }],
							authors: [{ full_name: 'Berg, Anna' }, { full_name: 'Dahl, Jon' }],
							dois: [{ value: '10.5555/i' }]
						}
					}
				]
			}
		});
		expect(inspire.papers).toMatchObject([
			{ title: 'Ice', abstract: 'We study ice.', teamSize: 2, doi: '10.5555/i' }
		]);
	});

	it('may be of OpenReview, HAL, DataCite or the Hugging Face Hub', async () => {
		const { papers } = await readCorpus({
			openReview: JSON.stringify({
				notes: [
					{
						...{ id: 'n1', pdate: 1_700_000_000_000 },
						content: {
							title: { value: 'Ice' },
							abstract: { value: 'Cold.' },
							authors: { value: ['A B', 'C D'] }
						}
					},
					{ id: 'n2', content: { title: 'Snow', abstract: 'White.', authors: ['A B'] } }
				]
			}),
			hal: JSON.stringify({
				response: {
					docs: [
						{
							...{ title_s: ['Frost'], abstract_s: ['Hard.'], authFullName_s: ['A B', 'C D'] },
							...{ producedDate_s: '2020-03', doiId_s: '10.5555/h', journalTitle_s: 'North' }
						}
					]
				}
			}),
			dataCite: JSON.stringify({
				data: [{ attributes: { titles: [{ title: 'Rime' }], descriptions: [{ description: 'Thin.' }] } }]
			}),
			hub: JSON.stringify({ rows: [{ row_idx: 0, row: { title: 'Hail', abstract: 'Round.' } }] })
		});
		expect(papers).toMatchObject([
			{ sourceId: 'n1', title: 'Ice', abstract: 'Cold.', teamSize: 2, published: '2023-11-14' },
			{ title: 'Snow', abstract: 'White.', teamSize: 1, published: null },
			{
				title: 'Frost',
				abstract: 'Hard.',
				teamSize: 2,
				published: '2020-03-01',
				doi: '10.5555/h',
				venue: 'North'
			},
			{ title: 'Rime', abstract: 'Thin.' },
			{ title: 'Hail', abstract: 'Round.' }
		]);
	});

	it('may be summaries of PubMed, by their identifiers', async () => {
		const { papers, account } = await read({
			header: { type: 'esummary' },
			result: {
				uids: ['34', '33', '35'],
				33: {
					...{ uid: '33', title: 'Ice in H<sub>2</sub>O.', pubdate: '2021 Mar', epubdate: '2021 Feb 15' },
					...{ source: 'N', fulljournalname: 'North', elocationid: 'doi: 10.5555/ICE', lang: ['eng'] },
					...{ volume: '12', issue: '3', pages: '1-9', pubtype: ['Journal Article'] },
					authors: [
						{ name: 'Berg A', authtype: 'Author' },
						{ name: 'Ice Group', authtype: 'CollectiveName' },
						{ name: 'No O', authtype: 'Editor' }
					],
					articleids: [{ idtype: 'pubmed', value: '33' }]
				},
				34: { uid: '34', title: 'Snow.', fulljournalname: 'North', pubdate: '2020', authors: [] },
				35: { uid: '35', error: 'cannot get document summary' }
			}
		});
		expect(account.inputs).toMatchObject([{ records: 3, papers: 2, rejected: 1 }]);
		expect(papers).toMatchObject([
			{ sourceId: '34', title: 'Snow.', teamSize: null, datePrecision: 'year' },
			{
				sourceId: '33',
				title: 'Ice in H2O.',
				authors: ['Berg A', 'Ice Group'],
				teamSize: 2,
				published: '2021-02-15',
				datePrecision: 'day',
				doi: '10.5555/ice',
				...{ venue: 'North', volume: '12', issue: '3', pages: '1-9', language: 'eng' }
			}
		]);
	});

	it('may be of bioRxiv, IEEE, Scopus or Springer', async () => {
		const { papers } = await readCorpus({
			b: JSON.stringify({
				messages: [{ status: 'ok' }],
				collection: [{ title: 'Ice', authors: 'Berg, A.; Dahl, J.', date: '2021-03-16', published: 'NA' }]
			}),
			i: JSON.stringify({
				total_records: 1,
				articles: [
					{ title: 'Snow', authors: { authors: [{ full_name: 'Anna Berg' }, { full_name: 'Jon Dahl' }] } }
				]
			}),
			s: JSON.stringify({
				'search-results': {
					entry: [
						{
							'dc:title': 'Rain',
							'dc:creator': 'Berg A.',
							'prism:coverDate': '2021-03-15',
							'prism:doi': '10.5555/r'
						}
					]
				}
			}),
			p: JSON.stringify({
				records: [{ title: 'Sun', creators: [{ creator: 'Berg, Anna' }, { creator: 'Dahl, Jon' }] }]
			})
		});
		expect(papers).toMatchObject([
			{ title: 'Ice', teamSize: 2, published: '2021-03-16' },
			{ title: 'Snow', teamSize: 2 },
			// Scopus names the first author only.
			{ title: 'Rain', teamSize: null, published: '2021-03-15', doi: '10.5555/r' },
			{ title: 'Sun', teamSize: 2 }
		]);
	});

	it('may name a group where others name a person', async () => {
		const { papers } = await read([
			{
				lens_id: '1',
				title: 'Ice',
				authors: [{ first_name: 'Anna', last_name: 'Berg' }, { collective_name: 'Ice Group' }]
			},
			{ id: 'x', type: 'book', title: 'Snow', issued: { literal: 'Spring 2019' } }
		]);
		expect(papers).toMatchObject([
			{ authors: ['Anna Berg', 'Ice Group'] },
			{ published: '2019-01-01', datePrecision: 'year' }
		]);
	});

	it('of OpenAlex may leave out authors beyond the hundredth, and say so', async () => {
		const work = (id: string, isCut: boolean) => ({
			...{ id, title: id, is_authors_truncated: isCut },
			authorships: [{ author: { display_name: 'Anna Berg' } }, { author: { display_name: 'Jon Dahl' } }]
		});
		const { papers } = await read({ results: [work('W1', true), work('W2', false)] });
		expect(papers).toMatchObject([{ authors: ['Anna Berg', 'Jon Dahl'], teamSize: null }, { teamSize: 2 }]);
	});

	it('may be lines cut from a list, or hold numbers that JSON does not know', async () => {
		const { papers, account } = await readCorpus({
			a: '{"title":"Ice"},\n{"title":"Snow","year":NaN,"x":-Infinity},\n{"title":"Rain"}\n'
		});
		expect(account.rejections).toEqual([]);
		expect(papers.map(({ title }) => title)).toEqual(['Ice', 'Snow', 'Rain']);
	});

	it('have items that are no papers', async () => {
		const { papers, account } = await read([
			{ itemType: 'book', title: 'Ice' },
			{ itemType: 'attachment', title: 'Full text' },
			{ data: { itemType: 'note', note: 'x' } }
		]);
		expect(papers).toHaveLength(1);
		expect(account.rejections.map(({ record, reason }) => [record, reason])).toEqual([
			[2, 'a note or an attachment, not a paper'],
			[3, 'a note or an attachment, not a paper']
		]);
	});

	it('that are no JSON at all are rejected line by line', async () => {
		const { account } = await readCorpus({
			a: '{"title":"Ice"}\n{"title":"Snow"}\n{"title":"Rain"}\nrubbish\ntrue\n7\n'
		});
		expect(account.rejections.map(({ reason }) => reason)).toEqual([
			'not valid JSON',
			'not a JSON object',
			'not a JSON object'
		]);
	});
});
