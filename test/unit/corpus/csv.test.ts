import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { isBalanced, readCorpus } from '../../support/corpora.ts';

const read = (...lines: string[]) => readCorpus({ 'export.csv': lines.join('\n') });

describe('delimited text', () => {
	it.each([
		['commas', ','],
		['tabs', '\t'],
		['semicolons', ';']
	])('is read with %s, quotes and line breaks inside cells', async (_, delimiter) => {
		const row = (...cells: string[]) =>
			cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
		const text = [
			row('Title', 'Author(s)', 'Publication Year', 'Abstract Note', 'DOI'),
			row(
				'A "quoted" title',
				'One, A.; Two, B.',
				'2021',
				`First line${delimiter}\r\nsecond line`,
				'10.1000/x'
			),
			row('Plain', '', '', 'Short.', '')
		].join('\r\n');
		const { papers, account } = await readCorpus({ 'export.csv': `\uFEFF${text}` });
		expect(account.inputs).toMatchObject([{ format: 'csv', records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{
				title: 'A "quoted" title',
				abstract: `First line${delimiter.trim()} second line`,
				published: '2021-01-01',
				doi: '10.1000/x'
			},
			{ title: 'Plain', abstract: 'Short.', teamSize: null }
		]);
	});

	it('keeps rows with too few or too many cells when they can be read, and lists the others', async () => {
		const { papers, account } = await readCorpus({
			a: 'title,abstract,year\nOne,Text\nTwo,Text two,2020,extra\n,\n,,2021\nThree,Text three,2022\n'
		});
		expect(papers.map(({ title }) => title)).toEqual(['One', 'Two', 'Three']);
		expect(account.rejections).toMatchObject([{ record: 3, reason: 'no title and no abstract' }]);
		expect(isBalanced(account)).toBe(true);
	});

	it('says which columns it found when none has titles or abstracts', async () => {
		await expect(readCorpus({ 'a.csv': 'foo,bar\n1,2\n' }, { format: 'csv' })).rejects.toThrow(
			/^a\.csv: No column of titles or abstracts\. The header has "foo", "bar"/
		);
	});

	it('reads the same however its bytes are cut', async () => {
		const rows = Array.from(
			{ length: 40 },
			(_, i) => `"Title ${i}, ü","An abstract\nof ""${i}"" lines",${2000 + i}`
		);
		const bytes = new TextEncoder().encode(`title,abstract,year\n${rows.join('\n')}\n`);
		const whole = await readCorpus({ a: bytes });
		expect(whole.papers).toHaveLength(40);
		for (const size of [1, 3, 7, 64, 1000]) {
			const source = openCorpus([
				{
					...memorySource('a', bytes),
					stream: async function* () {
						for (let i = 0; i < bytes.length; i += size) yield bytes.subarray(i, i + size);
					}
				}
			]);
			const papers = [];
			for await (const batch of source.papers()) papers.push(...batch);
			expect(papers).toEqual(whole.papers);
			expect(source.account()).toEqual(whole.account);
		}
	});
});

describe('tables as people make them', () => {
	it('reads lists written by Python, empty cells and "nan"', async () => {
		const { papers, account } = await read(
			'abstract;first_authors;id;title;publication_year;url',
			"Text; one;['Marx, Karl', 'Lindgren, Astrid'];12345;Ice;2014//;nan".replace('; one', ''),
			'Other text;"[""O\'Hara, Kim""]";12345;Water;2014//;',
			';;;  ;;',
			'nan;;;nan;2014;'
		);
		expect(papers).toMatchObject([
			{ authors: ['Marx, Karl', 'Lindgren, Astrid'], teamSize: 2, published: '2014-01-01', url: null },
			{ authors: ["O'Hara, Kim"], teamSize: 1 }
		]);
		expect(account.inputs[0]).toMatchObject({ records: 3, papers: 2, rejected: 1 });
		expect(isBalanced(account)).toBe(true);
	});

	it('keeps what follows a quote that never closes', async () => {
		const { papers } = await read(
			'title,abstract',
			'One,Text one',
			'"Two,Text two',
			'Three,Text three',
			'Four,Text four'
		);
		expect(papers.map(({ title }) => title)).toEqual(['One', '"Two', 'Three', 'Four']);
	});

	it('takes a column for what the user says it is', async () => {
		const text = 'Rubrik;Inhalt;Jahr\nEis;Ein Text über Eis;2020\n';
		await expect(readCorpus({ a: text }, { format: 'csv' })).rejects.toMatchObject({
			columns: ['Rubrik', 'Inhalt', 'Jahr']
		});
		const { papers } = await readCorpus(
			{ a: text },
			{ format: 'csv', columns: { Rubrik: 'title', Inhalt: 'abstract', Jahr: 'year' } }
		);
		expect(papers).toMatchObject([{ title: 'Eis', abstract: 'Ein Text über Eis', published: '2020-01-01' }]);
	});

	it('reads one column of texts with commas in them', async () => {
		const { papers } = await read('abstract', 'One, two, three', 'Four');
		expect(papers.map(({ abstract }) => abstract)).toEqual(['One, two, three', 'Four']);
	});
});
