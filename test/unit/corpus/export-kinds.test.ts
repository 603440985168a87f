import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';
import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { previewFile } from '../../../src/lib/corpus/pass/preview.ts';

const read = (...lines: string[]) => readCorpus({ export: lines.join('\n') });
const abstract =
	'Glaciers were measured every spring for ten years, and their fronts moved back in each of them.';

describe('tagged exports', () => {
	it('of Ovid, by tags', async () => {
		const { papers, account } = await read(
			'Database: Example <1996 to 2020>',
			'Search Strategy:',
			'1 glacier.mp. (20)',
			'<1. >',
			'VN  - Ovid Technologies',
			'AN  - 00000002-201403000-00001.',
			'AU  - Lund, Kari MD, PhD 2',
			'AU  - Moe, Per A MPH 1',
			'TI  - Ice on the move. [Review Article].',
			'SO  - Journal of Ice. 12(3):10-19, March 2014.',
			`AB  - ${abstract}`,
			'DI  - 10.5555/ice.1',
			'',
			'<2. >',
			'TI  - [Glaciers of the north]. [German]',
			'AU  - Ek, Siv',
			'YR  - 2013'
		);
		expect(account.inputs).toMatchObject([{ format: 'ovid', records: 2, papers: 2, rejected: 0 }]);
		expect(papers).toMatchObject([
			{
				...{ title: 'Ice on the move', teamSize: 2, authors: ['Lund, Kari', 'Moe, Per A'] },
				...{ published: '2014-03-01', datePrecision: 'month', doi: '10.5555/ice.1', venue: 'Journal of Ice' },
				...{ volume: '12', issue: '3', pages: '10-19', abstract }
			},
			{ title: '[Glaciers of the north]', teamSize: 1, published: '2013-01-01', datePrecision: 'year' }
		]);
	});

	it('of Ovid, by names of fields', async () => {
		const { papers, account } = await read(
			...[
				'<1>',
				'Accession Number',
				'  1.',
				'Author',
				'  Lund, Kari RN; PhD 1;  Moe, Per 2;  Ek, Siv',
				'Title'
			],
			...['  Ice on the move.[Editorial]', 'Source', '  Journal of Ice.   3(1):4, June 2011.', 'Abstract'],
			...[
				`  ${abstract}`,
				'',
				'<2>',
				'Title',
				'  Snow. [Review] [30 refs]',
				'Author',
				'  Moe P; Wu XY; Li W.'
			]
		);
		expect(account.inputs).toMatchObject([{ format: 'ovid', records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{ title: 'Ice on the move', teamSize: 3, published: '2011-06-01', abstract },
			{ title: 'Snow', teamSize: 3, authors: ['Moe P', 'Wu XY', 'Li W'] }
		]);
	});

	it('of RefWorks, also with all names in one line', async () => {
		const { papers, account } = await read(
			...[
				'RT Conference Proceedings',
				'SR 1',
				'A1 Lund,Kari',
				'A1 Moe,Per',
				'T1 Ice',
				'T2 Ice Days',
				'YR 2010'
			],
			...['FD Mar 4', 'SP 1', 'OP 9', `AB ${abstract}`, 'DO 10.5555/ice.2', '', 'RT Journal Article'],
			...['A1 张三;李四;王五', 'T1 冰川', 'YR 2011', 'FD 2011-05-06']
		);
		expect(account.inputs).toMatchObject([{ format: 'refworks', records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{
				title: 'Ice',
				teamSize: 2,
				published: '2010-03-04',
				venue: 'Ice Days',
				pages: '1-9',
				doi: '10.5555/ice.2'
			},
			{ title: '冰川', teamSize: 3, published: '2011-05-06' }
		]);
	});

	it('of CNKI, as NoteExpress and its own', async () => {
		const express = await read(
			...[
				'{Reference Type}: Thesis',
				'{Title}: 冰川',
				'{Author}: 张三',
				'{Year}: 2011',
				`{Abstract}: ${abstract}`
			],
			...['', '{Reference Type}: Journal Article', '{Title}: 雪', '{Author}: 李四;王五;', '{Year}: 2012']
		);
		expect(express.account.inputs).toMatchObject([{ format: 'noteexpress', papers: 2 }]);
		expect(express.papers.map(({ teamSize }) => teamSize)).toEqual([1, 2]);
		const own = await read(
			...[
				'SrcDatabase-来源库: 期刊',
				'Title-题名: 冰川',
				'Author-作者: 张三;李四;',
				'Source-文献来源: 冰川学报'
			],
			...['PubTime-发表时间: 2019-03-15', `Summary-摘要: ${abstract}`, '', 'SrcDatabase-来源库: 期刊'],
			...['Title-题名: 雪', 'Author-作者: 王五;', 'PubTime-发表时间: 2018']
		);
		expect(own.account.inputs).toMatchObject([{ format: 'cnki', papers: 2 }]);
		expect(own.papers).toMatchObject([
			{ title: '冰川', teamSize: 2, published: '2019-03-15', venue: '冰川学报', abstract },
			{ title: '雪', teamSize: 1, published: '2018-01-01' }
		]);
	});

	it('of EndNote with all fields', async () => {
		const { papers, account } = await read(
			...['Reference Type:  Journal Article', 'Record Number: 1', 'Author: Lund, K., Moe, P. A. and Ek, S.'],
			...['Year: 2019', 'Title: Ice', 'Journal: Journal of Ice', 'Date: Jun', `Abstract: ${abstract}`],
			...['Results: none of it came back.', '', '', 'Reference Type:  Thesis', 'Record Number: 2'],
			...['Author: Moe, Per', 'Year: 2018', 'Title: Snow']
		);
		expect(account.inputs).toMatchObject([{ format: 'endnote-fields', records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{ teamSize: 3, published: '2019-06-01', abstract: `${abstract} Results: none of it came back.` },
			{ title: 'Snow', teamSize: 1, published: '2018-01-01' }
		]);
	});

	it('of Web of Science with tabs', async () => {
		const { papers, account } = await read(
			...[
				'FN Clarivate',
				'VR\t1.0',
				'PT\tJ',
				'AU\tLund, K',
				'\tMoe, P',
				'TI\tIce',
				'PY\t2001',
				'ER\t',
				'EF\t'
			]
		);
		expect(account.inputs).toMatchObject([{ format: 'web-of-science', records: 1 }]);
		expect(papers).toMatchObject([{ title: 'Ice', teamSize: 2, published: '2001-01-01' }]);
	});

	it('in RIS without a type, with a late one and with one in words', async () => {
		const none = await read('AU  - Lund, K', 'TI  - Ice', 'PY  - 2001', 'ER  - ', '', 'TI  - Snow', 'ER  - ');
		expect(none.account.inputs).toMatchObject([{ format: 'ris', records: 2, papers: 2 }]);
		const late = await read(
			...[
				'DB  - X',
				'TI  - Ice',
				'TY  - JOUR',
				'PY  - 2001',
				'ER  - ',
				'TI  - Snow',
				'TY  - Book',
				'PY  - 2002',
				'ER  -'
			]
		);
		expect(late.account.inputs).toMatchObject([{ format: 'ris', records: 2, papers: 2 }]);
		expect(late.papers.map(({ published }) => published)).toEqual(['2001-01-01', '2002-01-01']);
		const words = await read('TY  - Journal Article', 'TI  - Ice', 'TY  - Journal Article', 'TI  - Snow');
		expect(words.account.inputs).toMatchObject([{ format: 'ris', records: 2, papers: 2 }]);
	});

	it('in RIS with lines between the records, which are none', async () => {
		const between = ['ER  - ', 'NL  - J Ice', '', 'Link to the full text: https://example.org/1', '', '2. '];
		const { account, papers } = await read(
			...['Search: ice', '1. ', 'TY  - JOUR', 'T1  - Ice', ...between, 'TY  - JOUR', 'T1  - Snow', ...between]
		);
		expect(account.inputs).toMatchObject([{ format: 'ris', records: 2, papers: 2, rejected: 0 }]);
		expect(papers.map(({ title }) => title)).toEqual(['Ice', 'Snow']);
	});

	it('of no known kind are refused with what they look like', async () => {
		const record = (title: string) => [
			'XT Report',
			`XA ${title}`,
			'XB Lund',
			'XC 2001',
			`XD ${abstract}`,
			''
		];
		await expect(read(...record('Ice'), ...record('Snow'))).rejects.toThrow(/references with tags .*TI/);
	});
});

describe('the form of a file', () => {
	const entry = '@article{lund2001,\n  title = {Ice},\n  year = 2001\n}';
	const row = (n: number, text: string) => `"Title ${n}","${text}","Lund, K.; Moe, P."`;

	it.each([
		['BibTeX', entry],
		['RIS', 'TY  - JOUR\nTI  - Ice\nER  - '],
		['a line of a page', '3 authors\n·'],
		['MEDLINE', 'PMID- 1\nTI  - Ice'],
		['Ovid', '<1. >\nTI  - Ice'],
		['Web of Science', 'PT J\nAU Lund, K\nTI Ice']
	])('is that of a table, though a cell quotes %s', async (_what, quoted) => {
		const rows = [1, 2, 3].map((n) => row(n, n === 2 ? `${abstract}\n${quoted}\n` : abstract));
		const { account, papers } = await read('title,abstract,authors', ...rows);
		expect(account.inputs).toMatchObject([{ format: 'csv', records: 3, papers: 3 }]);
		expect(papers.map(({ teamSize }) => teamSize)).toEqual([2, 2, 2]);
	});

	it('is that of RIS, though an abstract quotes BibTeX', async () => {
		const { account } = await read('TY  - JOUR', 'TI  - Ice', `AB  - ${abstract}`, entry, 'ER  - ');
		expect(account.inputs).toMatchObject([{ format: 'ris', records: 1 }]);
	});

	it('is the one that accounts for more of it, and the account and the preview name the other', async () => {
		const records = [1, 2, 3].flatMap((n) => [
			...['TY  - JOUR', `TI  - Ice ${n}`, 'AU  - Lund, K', `AB  - ${abstract}`, 'ER  - ', '']
		]);
		const lines = ['@article{lund2001, title = {Ice}, author = {Lund, K}}', ...records];
		const { account } = await read(...lines);
		expect(account.inputs).toMatchObject([{ format: 'ris', records: 3, papers: 3, others: ['bibtex'] }]);
		const file = memorySource('a', new TextEncoder().encode(lines.join('\n')));
		expect((await previewFile(file, {}, 1e6)).parts).toMatchObject([{ format: 'ris', others: ['bibtex'] }]);
		const plain = await read('title,abstract', `Ice,"${abstract}"`);
		expect(plain.account.inputs[0]).not.toHaveProperty('others');
	});

	it('does not depend on empty lines before it', async () => {
		const { account } = await read(...Array<string>(80).fill(''), 'title,abstract', `Ice,"${abstract}"`);
		expect(account.inputs).toMatchObject([{ format: 'csv', records: 1 }]);
	});

	it('keeps rows of tab-separated text apart, though a late cell begins with a quotation mark', async () => {
		const rows = Array.from(
			{ length: 40 },
			(_, n) => `${n === 30 || n === 33 ? '"' : ''}Title ${n}\t${abstract}\tEk`
		);
		const { papers } = await read('TI\tAB\tAU', ...rows);
		expect(papers).toHaveLength(40);
	});
});
