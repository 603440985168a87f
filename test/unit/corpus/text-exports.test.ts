import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const read = (text: string) => readCorpus({ 'a.txt': text });

describe('PubMed summary', () => {
	it('reads numbered, wrapped citations', async () => {
		const { papers, account } = await read(
			[
				'1: Berg F. Ice in animal research. Sci Rep. 2020 Nov',
				'6;10(1):19239. doi: 10.5555/s41598. PMID: 33159126; PMCID:',
				'PMC7648834.',
				'',
				'2: Richter Ł, Niedziółka-',
				'Jönsson J, Souza ACDAH, van den Bosch J Jr. Is ice cold? North Waters. 2023 Sep-',
				'Oct;33(5):461-464. doi: 10.5555/n.2. Epub 2023 Apr 20. PMID: 37087311.',
				'',
				'3: Ice in plants. Nat Commun. 2023 May 3;14(1):1. doi: 10.5555/n.3. PMID: 4.',
				'',
				'4: Berg F. Early ice. ArXiv [Preprint]. 2023 Apr 18:arXiv:1.2v1. Update',
				'in: Front. 2023 Jun 06;11:1. doi: 10.5555/front. PMID: 5.',
				'',
				'5: Berg F; Ice Study Group. Later ice. North. 2021;5(1):',
				'6: a line that begins like a citation. PMID: 6.2898'
			].join('\n')
		);
		expect(account.inputs).toMatchObject([{ format: 'pubmed-summary', records: 5 }]);
		expect(papers).toMatchObject([
			{
				title: 'Ice in animal research',
				teamSize: 1,
				published: '2020-11-06',
				venue: 'Sci Rep',
				doi: '10.5555/s41598',
				sourceId: '33159126'
			},
			{
				title: 'Is ice cold?',
				authors: ['Richter Ł', 'Niedziółka-Jönsson J', 'Souza ACDAH', 'van den Bosch J Jr'],
				published: '2023-01-01',
				datePrecision: 'year',
				venue: 'North Waters'
			},
			{ title: 'Ice in plants', authors: [], teamSize: null, published: '2023-05-03' },
			{ title: 'Early ice', doi: null, published: '2023-04-18' },
			{ title: 'Later ice', teamSize: 2, published: '2021-01-01' }
		]);
	});

	it('takes all sentences before the journal for the title', async () => {
		const { papers } = await read(
			[
				'1: Berg F. Made to melt? How ice of Smith et al. fares. North (Oslo). 2021 Mar 5;1:2. doi: 10.5555/a. PMID: 11.',
				'',
				'2: Berg F, Dahl J. Ice by hand vs. ice by machine. North. 2020 Nov;1:3. PMID: 12.',
				'',
				'3: Ice on its own : North. 2020 Oct;1:4. PMID: 13.',
				'',
				'4: Berg F. Ice in books. 2023 Jul 23. In: Dahl J, editor. All about Ice [Internet]. Oslo: Frost; 2023. PMID: 14.'
			].join('\n')
		);
		expect(papers).toMatchObject([
			{
				title: 'Made to melt? How ice of Smith et al. fares',
				venue: 'North (Oslo)',
				published: '2021-03-05'
			},
			{ title: 'Ice by hand vs. ice by machine', teamSize: 2, venue: 'North' },
			{ title: 'Ice on its own : North', venue: null, published: '2020-10-01', datePrecision: 'month' },
			{ title: 'Ice in books', venue: 'All about Ice [Internet]', published: '2023-07-23' }
		]);
	});
});

describe('plain text', () => {
	const words = (text: string) => `${text} ${'and so on with many words '.repeat(5).trim()}.`;

	it('takes each paragraph for an abstract', async () => {
		const { papers, account } = await read(
			`${words('First')}\nstill first.\n\n${words('Second')}\r\n\r\n\r\n${words('Third')}`
		);
		expect(account.inputs).toMatchObject([{ format: 'text', records: 3 }]);
		expect(papers.map(({ title, abstract }) => [title, abstract.split(' ')[0]])).toEqual([
			['', 'First'],
			['', 'Second'],
			['', 'Third']
		]);
		expect(papers[0]?.abstract).toMatch(/words\. still first\.$/);
	});

	const long = (text: string) => words(`${text} ${'more of it '.repeat(10).trim()}`);

	const titles = [
		'Ice in the north',
		'Snow',
		'How rivers answer to warm summers',
		'3 kinds of rain',
		'A last one of water'
	];

	it.each([
		['abstracts', [long('One'), long('Two')], 2, 2],
		['titles and abstracts', ['A', long('One'), 'B', long('Two')], 2, 2],
		['titles', titles, 5, 0]
	])('takes each line for a record where %s have no empty lines between', async (_, text, count, full) => {
		const { papers } = await read(text.join('\n'));
		expect(papers).toHaveLength(count);
		expect(papers.filter(({ abstract }) => abstract !== '')).toHaveLength(full);
	});

	it('keeps wrapped lines and the parts of an abstract together', async () => {
		const wrapped = await read(words('One that is wrapped').replace(/(.{60,}?) /g, '$1\n'));
		expect(wrapped.papers).toHaveLength(1);
		const inParts = await read([`Background: ${long('a')}`, `Methods: ${long('b')}`].join('\n'));
		expect(inParts.papers).toHaveLength(1);
	});

	it('knows labels and the marks of headings', async () => {
		const { papers } = await read(
			[
				`Title: Ice\nAuthors: A Berg, J Dahl\nYear: 2020\nAbstract: ${words('Cold')}\nNote: it goes on.`,
				`# Snow`,
				words('White'),
				`Title: Hail`,
				`Abstract: ${words('Round')}`
			].join('\n\n')
		);
		expect(papers).toMatchObject([
			{ title: 'Ice', teamSize: 2, published: '2020-01-01' },
			{ title: 'Snow' },
			{ title: 'Hail' }
		]);
		expect(papers.map(({ abstract }) => abstract.split(' ')[0])).toEqual(['Cold', 'White', 'Round']);
		expect(papers[0]?.abstract).toMatch(/Note: it goes on\.$/);
	});

	it('takes a short line before it for its title', async () => {
		const { papers } = await read(
			`A title\n${words('First')}\n\nAnother title\n\n${words('Second')}\n\nA last title`
		);
		expect(papers.map(({ title, abstract }) => [title, abstract.split(' ')[0]])).toEqual([
			['A title', 'First'],
			['Another title', 'Second'],
			['A last title', '']
		]);
	});
});

describe('what is no corpus', () => {
	it.each([
		['%PDF-1.7\n1 0 obj', /a PDF/],
		['<!DOCTYPE html><html><body>hello</body></html>', /a web page/],
		['\u0000\u0001\u0002\u0003 binary things', /not text/],
		['  \n \n', /empty/],
		['', /empty/],
		['hello', /not recognised/]
	])('is said to be so: %j', async (text, message) => {
		await expect(read(text)).rejects.toThrow(message);
	});
});
