import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const row = (...cells: string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',');
const read = (...lines: string[]) => readCorpus({ 'export.csv': lines.join('\n') });

describe('exports as tables', () => {
	it('reads Scopus with semicolons and full names', async () => {
		const { papers } = await readCorpus({
			'scopus.csv': `\uFEFF${row('Authors', 'Author full names', 'Author(s) ID', 'Title', 'Year', 'Source title', 'Volume', 'Art. No.', 'DOI', 'Abstract', 'Document Type', 'EID')}\r\n${row('Berg A.; Dahl J.C.', 'Berg, Anna (57000000001); Dahl, Jon C. (57000000002)', '57000000001; 57000000002', 'Ice', '2024', 'North', '3', '336', '10.5555/s', 'We study ice.\nAnd water. © 2024 Elsevier', 'Article', '2-s2.0-1')}\r\n`
		});
		expect(papers).toMatchObject([
			{
				authors: ['Berg, Anna', 'Dahl, Jon C.'],
				teamSize: 2,
				abstract: 'We study ice. And water. © 2024 Elsevier',
				sourceId: '2-s2.0-1',
				venue: 'North',
				pages: '336',
				type: 'Article'
			}
		]);
	});

	it('reads older Scopus: commas between people, and rows with a cell more than the header', async () => {
		const { papers } = await read(
			'Authors,Author(s) ID,Title,Year,Source title,DOI,Abstract,Funding Text 1,References,Document Type,Source,EID',
			row(
				'Phillips J.C., Braun R., Sukarno',
				'1;2;3',
				'Ice',
				'2005',
				'North',
				'10.5555/o',
				'[No abstract available]',
				'One fund',
				'Another fund',
				'Refs',
				'Review',
				'Scopus',
				'2-s2.0-2'
			)
		);
		expect(papers).toMatchObject([
			{ teamSize: 3, abstract: '', type: 'Review', sourceId: '2-s2.0-2', doi: '10.5555/o' }
		]);
	});

	it.each([0, 2, 5, 8, 10])('finds the cell too many in place %i', async (place) => {
		const cells = [
			'Berg A.',
			'1',
			'Ice',
			'2005',
			'North',
			'12',
			'10.5555/o',
			'https://example.org',
			'Text.',
			'Article',
			'2-s2.0-2'
		];
		const shifted = [...cells.slice(0, place), 'too many', ...cells.slice(place)];
		const { papers } = await read(
			'Authors,Author(s) ID,Title,Year,Source title,Volume,DOI,Link,Abstract,Document Type,EID',
			row(...shifted)
		);
		expect(papers).toMatchObject([
			{ published: '2005-01-01', doi: '10.5555/o', sourceId: '2-s2.0-2', url: 'https://example.org' }
		]);
	});

	it('does not guess a team size where Springer runs names together', async () => {
		const { papers } = await read(
			'Item Title,Publication Title,Book Series Title,Journal Volume,Journal Issue,Item DOI,Authors,Publication Year,URL,Content Type',
			row(
				'Ice maps',
				'Handbook',
				'',
				'',
				'',
				'10.1007/1',
				'Anna BergJon C. Dahl',
				'2022',
				'http://example.org',
				'Chapter'
			),
			row('Water maps', 'Handbook', '', '', '', '10.1007/2', 'Anna Berg', '2022', '', 'Chapter')
		);
		expect(papers.map(({ teamSize, authors }) => [teamSize, authors])).toEqual([
			[null, []],
			[null, []]
		]);
		expect(papers[0]).toMatchObject({ venue: 'Handbook', type: 'Chapter', doi: '10.1007/1' });
	});

	it('reads IEEE: semicolons, HTML inside texts, quotes that are not doubled', async () => {
		const { papers } = await read(
			'"Document Title",Authors,"Publication Title",Date Added To Xplore,"Publication Year","Start Page","End Page","Abstract","DOI",PDF Link,Issue Date',
			row(
				'H<sub>2</sub>O &amp; ice',
				'A. Berg; J. -P. Dahl',
				'Computing',
				'4 Feb 2014',
				'2013',
				'16',
				'26',
				'Text <i>in</i> <script>alert(1)</script> 1 < 2',
				'10.1109/1',
				'https://example.org',
				'Nov. 2013'
			),
			'"Second","B. Eck","The International Conference on "Computer as a Tool"","26 Dec 2007","2007","1","4","Its text.","10.1109/2","",""',
			row('Third', 'C. Fox', 'Computing', '', '2015', '1', '2', 'More.', '10.1109/3', '', '')
		);
		expect(papers).toMatchObject([
			{
				title: 'H2O & ice',
				abstract: 'Text in <script>alert(1)</script> 1 < 2',
				teamSize: 2,
				published: '2013-11-01',
				pages: '16-26'
			},
			{
				title: 'Second',
				abstract: 'Its text.',
				doi: '10.1109/2',
				venue: expect.stringContaining('Computer as a Tool')
			},
			{ title: 'Third' }
		]);
	});

	it('reads PubMed: "Lim SM, Shiau C.", no abstract', async () => {
		const { papers } = await read(
			row(
				'PMID',
				'Title',
				'Authors',
				'Citation',
				'First Author',
				'Journal/Book',
				'Publication Year',
				'Create Date',
				'DOI'
			),
			row(
				'35227408',
				'Ice',
				'Berg SM, Dahl C, INSERM.',
				'North. 2022 Mar',
				'Berg SM',
				'North',
				'2022',
				'2021/11/30',
				'10.5555/p'
			)
		);
		expect(papers).toMatchObject([
			{ sourceId: '35227408', teamSize: 3, published: '2022-03-01', venue: 'North', abstract: '' }
		]);
	});

	it('skips the note above the header of Dimensions', async () => {
		const { papers, account } = await read(
			'"About the data: Exported on Nov 24, 2026. Criteria: ice, 2020, and others."',
			'Rank,Publication ID,DOI,Title,Abstract,Source title,Publication Date,PubYear,Volume,Authors,Dimensions URL',
			row(
				'1',
				'pub.1',
				'10.5555/d',
				'Ice',
				'Text of it.',
				'North',
				'2020-05',
				'2020',
				'1',
				'Berg, Anna; Dahl, Jon',
				'https://example.org/d'
			)
		);
		expect(account.inputs[0]).toMatchObject({ records: 1, papers: 1 });
		expect(papers).toMatchObject([
			{ sourceId: 'pub.1', teamSize: 2, published: '2020-05-01', url: 'https://example.org/d' }
		]);
	});

	it('reads the Lens, Embase and tab-separated Web of Science', async () => {
		const lens = await read(
			'Lens ID,Title,Date Published,Publication Year,Source Title,Author/s,Abstract,Issue Number,Start Page,End Page,DOI',
			row(
				'001-1',
				'Ice',
				'2020-06-01',
				'2020',
				'North',
				'Anna Berg; Jon Dahl',
				'Text.',
				'4',
				'1',
				'9',
				'10.5555/l'
			)
		);
		expect(lens.papers).toMatchObject([
			{ sourceId: '001-1', teamSize: 2, published: '2020-06-01', issue: '4' }
		]);
		const embase = await read(
			'Title,Original Title,Author Names,Source,Abstract,Emtree Drug Index Terms',
			row('Ice', '', 'Berg A., Dahl J.C.', 'North (2014) 3:3', 'Text.', '')
		);
		expect(embase.papers).toMatchObject([{ teamSize: 2, venue: 'North', published: '2014-01-01' }]);
		const wos = await readCorpus({
			w: `\uFEFFPT\tAU\tAF\tTI\tSO\tLA\tDT\tAB\tPD\tPY\tBP\tEP\tDI\tUT\r\nJ\tBerg, A; Dahl, J\tBerg, Anna; Dahl, Jon\t"Smart" ice\tNORTH\tEnglish\tArticle\tAn "open" text\tDEC 24\t2013\t1\t9\t10.5555/t\tWOS:9\r\nJ\tEck, B\tEck, Ben\tIce that is "smart"\tNORTH\tEnglish\tArticle\tText\t\t2014\t\t\t\tWOS:10\r\n`
		});
		expect(wos.papers).toMatchObject([
			{
				title: '"Smart" ice',
				authors: ['Berg, Anna', 'Dahl, Jon'],
				published: '2013-12-24',
				sourceId: 'WOS:9'
			},
			{ title: 'Ice that is "smart"', teamSize: 1, published: '2014-01-01' }
		]);
	});
});
