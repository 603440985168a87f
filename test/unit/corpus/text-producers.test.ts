import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (...lines: string[]) => readCorpus({ 'export.txt': lines.join('\n') });

describe('text exports', () => {
	it('of the Cochrane Library', async () => {
		const { papers, account } = await read(
			'Record #1 of 2',
			'ID: CN-0001',
			'AU: Berg A',
			'AU: Dahl J',
			'TI: Ice after falls',
			'SO: North',
			'YR: 2021',
			'VL: 12',
			'NO: 3',
			'PG: 1-9',
			'DOI: 10.5555/i',
			'AB: BACKGROUND: We study ice.',
			'METHODS: Forty sites.',
			'US: https://example.org/full',
			'',
			'Record #2 of 2',
			'ID: CD0002',
			'TI: Snow'
		);
		expect(account.inputs).toMatchObject([{ format: 'cochrane', records: 2, papers: 2 }]);
		expect(papers[0]).toMatchObject({
			...{ sourceId: 'CN-0001', title: 'Ice after falls', teamSize: 2, published: '2021-01-01' },
			...{ doi: '10.5555/i', venue: 'North', volume: '12', issue: '3', pages: '1-9' },
			abstract: 'BACKGROUND: We study ice. METHODS: Forty sites.'
		});
	});

	it('of Scopus', async () => {
		const { papers, account } = await read(
			'Scopus',
			'EXPORT DATE:12 March 2024',
			'',
			'Berg, A., Dahl, J.',
			'57000001;57000002',
			'Ice in (narrow) valleys',
			'(2021) Journal of Ice, 12 (3), pp. 101-110. Cited 4 times.',
			'https://example.org/record?eid=2-s2.0-1&x=1',
			'',
			'DOI: 10.5555/i',
			'',
			'ABSTRACT: We study ice. © 2021',
			'DOCUMENT TYPE: Article',
			'SOURCE: Scopus',
			'',
			'[No author name available]',
			'Snow',
			'(2020) Journal of Snow, 1, art. no. 77, .',
			'',
			'SOURCE: Scopus'
		);
		expect(account.inputs).toMatchObject([{ format: 'scopus-text', records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{
				...{ sourceId: '2-s2.0-1', doi: '10.5555/i', title: 'Ice in (narrow) valleys', type: 'Article' },
				...{
					authors: ['Berg, A.', 'Dahl, J.'],
					teamSize: 2,
					published: '2021-01-01',
					venue: 'Journal of Ice'
				},
				...{ volume: '12', issue: '3', pages: '101-110', abstract: 'We study ice. © 2021' }
			},
			{ title: 'Snow', authors: [], published: '2020-01-01', venue: 'Journal of Snow', pages: '77' }
		]);
	});

	it('of PubMed with abstracts', async () => {
		const { papers, account } = await read(
			'1. North. 2021 Mar 15;12(3):101-110. doi: 10.5555/i. Epub 2021 Feb 1.',
			'',
			'Ice in valleys: a long title that is ',
			'wrapped.',
			'',
			'Berg A(1), Dahl J(1)(2); Ice Study Group.',
			'',
			'Collaborators: Wu Y, Li X.',
			'',
			'Author information:',
			'(1)University of the North.',
			'',
			'BACKGROUND: We study ice.',
			'METHODS: Forty sites.',
			'',
			'Copyright © 2021 Somebody.',
			'',
			'DOI: 10.5555/i',
			'PMID: 33000001 [Indexed for MEDLINE]',
			'',
			'Conflict of interest statement: None.',
			'',
			'',
			'2. North. 2021 Jan-Feb;1(1):1-2.',
			'',
			'[Snow].',
			'',
			'[Article in German]',
			'',
			'[No authors listed]',
			'',
			'PMID: 33000002'
		);
		expect(account.inputs).toMatchObject([{ format: 'pubmed-abstract', records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{
				title: 'Ice in valleys: a long title that is wrapped',
				abstract: 'BACKGROUND: We study ice. METHODS: Forty sites.',
				authors: ['Berg A', 'Dahl J', 'Ice Study Group'],
				...{ teamSize: 3, published: '2021-03-15', venue: 'North', doi: '10.5555/i', sourceId: '33000001' }
			},
			{ title: '[Snow]', abstract: '', authors: [], published: '2021-01-01', datePrecision: 'year' }
		]);
	});

	it('may be of a kind that is not known, but XML, RTF and old Excel are said to be so', async () => {
		await expect(read('{\\rtf1\\ansi some {\\b bold} text}')).rejects.toThrow(/a document in RTF/);
		await expect(
			read('<?xml version="1.0"?>', '<notes>', `<note>${'word '.repeat(50)}</note>`, '</notes>')
		).rejects.toThrow(/its <notes> is of no kind that can be read/);
		const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, ...new Array<number>(600).fill(0)]);
		await expect(readCorpus({ 'savedrecs.xls': old })).rejects.toThrow(/Office file of the old kind/);
	});
});

it('reads a text with a zero byte by mistake', async () => {
	const { papers } = await read(
		'title,abstract',
		'Ice,We study\u0000 ice',
		...Array.from({ length: 9 }, (_, i) => `T${i},Text ${i}`)
	);
	expect(papers).toHaveLength(10);
});

it.each([
	['https://doi.org/10.1002%2Fabc.1', '10.1002/abc.1'],
	['10.1002/abc.2 PMID: 3', '10.1002/abc.2'],
	['DOI 10.1002/ABC.3.', '10.1002/abc.3'],
	['doi:10.1002/abc.4 [doi]', '10.1002/abc.4'],
	['10.3', null]
])('reads the DOI %s', async (text, doi) => {
	expect((await read('title,doi', `Ice,${text}`)).papers).toMatchObject([{ doi }]);
});

describe('RIS of producers', () => {
	it('has dates, addresses and abstracts in ways of its own', async () => {
		const { papers } = await read(
			'TY  - JOUR',
			'T1  - A year that looks like a day',
			'Y1  - 2021/01/01',
			'UR  - https://one.org; https://two.org',
			'N2  - ABSTRACT',
			'We study ice.',
			'ER  - ',
			'TY  - JOUR',
			'TI  - A day',
			'PY  - 2021/01/01',
			'ER  - ',
			'TY  - JOUR',
			'TI  - Notes with the date',
			'C1  - Full publication date: March 1998',
			'PY  - 1998',
			'ER  - ',
			'TY  - JOUR',
			'TI  - Other tags',
			'YR  - 2020',
			'SO  - North',
			'NO  - 3',
			'PG  - 1-9',
			'ER  - '
		);
		expect(papers).toMatchObject([
			{ datePrecision: 'year', url: 'https://one.org', abstract: 'We study ice.' },
			{ published: '2021-01-01', datePrecision: 'day' },
			{ published: '1998-03-01', datePrecision: 'month' },
			{ published: '2020-01-01', venue: 'North', issue: '3', pages: '1-9' }
		]);
	});

	it('has the month of Web of Science in a tag of its own', async () => {
		const { papers } = await read(
			'TY  - JOUR',
			'TI  - Ice',
			'PD  - MAR',
			'PY  - 2021',
			'Y2  - 2024-03-12',
			'ER  - '
		);
		expect(papers).toMatchObject([{ published: '2021-03-01', datePrecision: 'month' }]);
	});

	it('may end with a tag of its own, and hide DOI and number of the article', async () => {
		const { papers, account } = await read(
			...['TY  - JOUR', 'TI  - Ice', 'C7  - e104', 'ID  - 10.5555/of.1 [doi]', 'ER  - ', 'EF  -']
		);
		expect(account.inputs).toMatchObject([{ records: 1, rejected: 0 }]);
		expect(papers).toMatchObject([{ pages: 'e104', doi: '10.5555/of.1' }]);
	});

	it('may have all authors in one place', async () => {
		const { papers } = await read(
			...['TY  - JOUR', 'TI  - One', 'AU  - Berg A, Dahl J, Li X', 'ER  - '],
			...['TY  - JOUR', 'TI  - Two', 'AU  - Berg, Anna; Dahl, Jon', 'ER  - '],
			...['TY  - JOUR', 'TI  - Three', 'AU  - Berg, Anna, Jr.', 'ER  - '],
			...['TY  - JOUR', 'TI  - Four', 'AU  - The Ice, Snow, and Water Group', 'ER  - ']
		);
		expect(papers.map(({ teamSize }) => teamSize)).toEqual([3, 2, 1, 1]);
	});
});

describe('records of EndNote and PubMed', () => {
	it('may begin with the title or with the type', async () => {
		const { papers, account } = await read(
			...['%T Ice', '%0 Journal Article', '%A Berg, Anna', '%A Dahl, Jon', '%D 2021', ''],
			...['%T Snow', '%0 Journal Article', '%A Li, Xia', '%U <Go to ISI>://WOS:1', ''],
			...['%0 Journal Article', '%T Rain', '%A Wu, Yan', '%[ 2024-03-12']
		);
		expect(account.inputs).toMatchObject([{ format: 'refer', records: 3, papers: 3 }]);
		expect(papers.map(({ title, authors, url }) => [title, authors.length, url])).toEqual([
			['Ice', 2, null],
			['Snow', 1, null],
			['Rain', 1, null]
		]);
	});

	it('may have a title or an abstract in another language only, or in several', async () => {
		const { papers } = await read(
			...[
				'PMID- 1',
				'TI  - [Not Available].',
				'TT  - Eis und Schnee',
				'OAB - Wir messen Eis und Schnee.',
				'LA  - ger',
				''
			],
			...['PMID- 2', 'TI  - Snow', 'AB  - We measure.', 'OAB - Wir messen Eis und Schnee und Regen.', ''],
			...[
				'PMID- 3',
				'TI  - Rain',
				'OAB - Publisher: Abstract available from the publisher.',
				'DP  - 1998 Dec-1999 Jan'
			]
		);
		expect(papers).toMatchObject([
			{ title: 'Eis und Schnee', abstract: 'Wir messen Eis und Schnee.' },
			{ title: 'Snow', abstract: 'We measure.' },
			{ title: 'Rain', abstract: '', published: '1998-01-01', datePrecision: 'year' }
		]);
	});
});
