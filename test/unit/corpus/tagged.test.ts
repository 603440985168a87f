import { describe, expect, it } from 'vitest';

import { isBalanced, readCorpus } from '../../support/corpora.ts';

const read = (text: string | Uint8Array) => readCorpus({ 'export.ris': text });

describe('RIS', () => {
	it('reads the tags of reference managers', async () => {
		const { papers, account } = await read(
			[
				'TY  - JOUR',
				'AU  - Berg, Anna',
				'AU  - Dahl, Jon',
				'TI  - Harbour seals in winter',
				'T2  - Northern Waters',
				'AB  - We count seals.',
				'They sleep on ice.',
				'PY  - 2021',
				'DA  - 2021/02/03/',
				'VL  - 7',
				'IS  - 2',
				'SP  - 11',
				'EP  - 19',
				'LA  - en',
				'DO  - https://doi.org/10.5555/SEAL.7',
				'UR  - https://example.org/seals',
				'ER  - '
			].join('\n')
		);
		expect(account.inputs).toMatchObject([{ format: 'ris', records: 1, papers: 1 }]);
		expect(papers).toMatchObject([
			{
				title: 'Harbour seals in winter',
				abstract: 'We count seals. They sleep on ice.',
				authors: ['Berg, Anna', 'Dahl, Jon'],
				teamSize: 2,
				venue: 'Northern Waters',
				published: '2021-02-03',
				datePrecision: 'day',
				volume: '7',
				issue: '2',
				pages: '11-19',
				language: 'en',
				doi: '10.5555/seal.7',
				url: 'https://example.org/seals',
				type: 'JOUR'
			}
		]);
	});

	it('reads the other tags for the same: T1, A1, N2, Y1, U2', async () => {
		const { papers } = await read(
			'\uFEFFTY  - JOUR\nM3  - Review\nY1  - 2014//\nJF  - Ice\nU2  - L42\nA1  - Berg A.\nT1  - Seals\nN2  - Text.\nL2  - http://dx.doi.org/10.5555/x\nER  - \n'
		);
		expect(papers).toMatchObject([
			{ title: 'Seals', abstract: 'Text.', published: '2014-01-01', datePrecision: 'year', sourceId: 'L42' }
		]);
		expect(papers[0]).toMatchObject({ teamSize: 1, venue: 'Ice', type: 'Review', doi: '10.5555/x' });
	});

	it('ends lines with CRLF, LF or CR in one file, and records without ER', async () => {
		const { papers } = await read(
			'TY  - JOUR\r\nTI  - One\r\nER  - \r\n\nTY  - JOUR\rTI  - Two\rER  - \r\rTY  - CONF\nTI  - Three\nVO  - \n\n% a comment\nTY  - JOUR\nTI  - Four'
		);
		expect(papers.map(({ title }) => title)).toEqual(['One', 'Two', 'Three', 'Four']);
	});

	it('reads numbered records, keywords on untagged lines and malformed tags', async () => {
		const { papers } = await read(
			'1. TY  - JOUR\nAN  - r-1\nKW  - Ice\nWater\nOT yes\nTI  - First\nKW - more\nmore still\nPMID - 123\nAB  - Text.\nER  -\n\n2. TY  - JOUR\nTI  - Second\nER  -\n'
		);
		expect(papers).toMatchObject([
			{ title: 'First', abstract: 'Text.', sourceId: 'r-1' },
			{ title: 'Second', abstract: '' }
		]);
	});

	it('ends a record at ER, even when the next one lacks its type', async () => {
		const { papers } = await read(
			'TY  - JOUR\nTI  - One\nAU  - A, B\nER  - \n\nAU  - C, D\nTI  - Two\nER  - \n'
		);
		expect(papers.map(({ title, teamSize }) => [title, teamSize])).toEqual([
			['One', 1],
			['Two', 1]
		]);
	});

	it('takes namesakes for two people', async () => {
		const { papers } = await read('TY  - JOUR\nTI  - One\nAU  - G. Berg\nAU  - G. Berg\nER  - \n');
		expect(papers[0]).toMatchObject({ authors: ['G. Berg', 'G. Berg'], teamSize: 2 });
	});

	it.each([
		['A1  - Berg, Anna\nAU  - Dahl, Jon\nAU  - Falk, Carl', ['Berg, Anna', 'Dahl, Jon', 'Falk, Carl']],
		['AU  - Berg, Anna\nA1  - Berg, Anna\nAU  - Dahl, Jon\nA1  - Dahl, Jon', ['Berg, Anna', 'Dahl, Jon']]
	])('puts the authors of A1 and AU together: %j', async (lines, authors) => {
		const { papers } = await read(`TY  - JOUR\nTI  - One\n${lines}\nER  - \n`);
		expect(papers[0]).toMatchObject({ authors, teamSize: authors.length });
	});

	it.each([
		['4-8 Aug. 2020', '2020', '2020-08-01', 'month'],
		['1 Jan.-Feb. 2019', '2019', '2019-01-01', 'year'],
		['June 2021', '2021', '2021-06-01', 'month'],
		['2020///nan', '2020', '2020-01-01', 'year'],
		['2019/10//undefined', '2019', '2019-10-01', 'month'],
		['Apr 15', '2011', '2011-04-15', 'day'],
		['Mar. 2017', '2018', '2018-01-01', 'year']
	])('dates %s beside the year %s', async (stated, year, published, datePrecision) => {
		const { papers } = await read(`TY  - JOUR\nTI  - One\nPY  - ${year}\nDA  - ${stated}\nER  - \n`);
		expect(papers[0]).toMatchObject({ published, datePrecision });
	});

	it('keeps a record with a title or an abstract, and lists one with neither', async () => {
		const { papers, account } = await read(
			'TY  - GEN\nTI  - Only a title\nN2  -\nER  -\n\nTY  - GEN\nTI  -\nN2  - Only a text of some words.\nER  -\n\nTY  - GEN\nAU  - Berg, A.\nER  -\n'
		);
		expect(papers.map(({ title, abstract }) => [title, abstract])).toEqual([
			['Only a title', ''],
			['', 'Only a text of some words.']
		]);
		expect(account.rejections).toMatchObject([
			{ file: 'export.ris', record: 3, reason: 'no title and no abstract', excerpt: 'GEN Berg, A.' }
		]);
		expect(isBalanced(account)).toBe(true);
	});
});

describe('MEDLINE', () => {
	const records =
		'\nPMID- 111\nOWN - NLM\nDP  - 2022 Mar-Apr\nTI  - A long title that goes on\n      for two lines.\nAB  - BACKGROUND: We look.\n      RESULTS: We find.\nFAU - Berg, Anna\nAU  - Berg A\nFAU - Dahl, Jon\nAU  - Dahl J\nLA  - eng\nJT  - Journal of ice\nAID - S1 [pii]\nAID - 10.5555/m.1 [doi]\nPT  - Journal Article\n\nPMID- 112\nDP  - 2021 Dec 3\nTI  - Second\nCN  - Ice Study Group\n';

	it('reads padded tags, continued lines, and each person once', async () => {
		const { papers, account } = await read(records);
		expect(account.inputs).toMatchObject([{ format: 'medline', records: 2 }]);
		expect(papers).toMatchObject([
			{
				sourceId: '111',
				title: 'A long title that goes on for two lines.',
				abstract: 'BACKGROUND: We look. RESULTS: We find.',
				authors: ['Berg, Anna', 'Dahl, Jon'],
				teamSize: 2,
				published: '2022-01-01',
				datePrecision: 'year',
				venue: 'Journal of ice',
				doi: '10.5555/m.1'
			},
			{ sourceId: '112', published: '2021-12-03', teamSize: 1, abstract: '' }
		]);
	});

	it('reads records that begin with their owner (ERIC)', async () => {
		const { papers } = await read(
			'\nOWN - ERIC\nTI  - One\nAU  - Berg, A\nOID - EJ1\n\nOWN - ERIC\nTI  - Two\nOID - EJ2\n'
		);
		expect(papers.map(({ title, sourceId }) => [title, sourceId])).toEqual([
			['One', 'EJ1'],
			['Two', 'EJ2']
		]);
	});
});

describe('Web of Science text', () => {
	const text =
		'\uFEFFFN Clarivate Analytics Web of Science\r\nVR 1.0\r\nPT J\r\nAU Berg, A\r\n   Dahl, J\r\nAF Berg, Anna\r\n   Dahl, Jon\r\nTI A title over\r\n   two lines\r\nSO ICE RESEARCH\r\nLA English\r\nDT Article\r\nAB We measure ice.\r\nPD DEC 24\r\nPY 2013\r\nVL 4\r\nBP 377\r\nEP 387\r\nDI 10.5555/w.1\r\nUT WOS:1\r\nER\r\n\r\nPT J\r\nAU [Anonymous]\r\nTI Without an abstract\r\nPD DEC\r\nPY 2012\r\nAR e5\r\nUT WOS:2\r\nER\r\n\r\nEF';

	it('reads records between their head and end', async () => {
		const { papers, account } = await read(text);
		expect(account.inputs).toMatchObject([{ format: 'web-of-science', records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{
				title: 'A title over two lines',
				authors: ['Berg, Anna', 'Dahl, Jon'],
				teamSize: 2,
				published: '2013-12-24',
				venue: 'ICE RESEARCH',
				pages: '377-387',
				sourceId: 'WOS:1',
				doi: '10.5555/w.1'
			},
			{
				authors: [],
				teamSize: null,
				published: '2012-12-01',
				datePrecision: 'month',
				pages: 'e5',
				abstract: ''
			}
		]);
	});
});

describe('refer', () => {
	it('reads EndNote’s tags', async () => {
		const { papers } = await read(
			'%0 Journal Article\n%T Ice\n%A Berg, Anna\n%A Dahl, Jon\n%D 2020\n%8 May 4\n%X Text of it.\n%J North\n%R 10.5555/r\n\n%0 Conference Proceedings\n%T Water\n%S Seas\n'
		);
		expect(papers).toMatchObject([
			{ title: 'Ice', teamSize: 2, published: '2020-05-04', abstract: 'Text of it.', doi: '10.5555/r' },
			{ title: 'Water', type: 'Conference Proceedings', venue: 'Seas' }
		]);
	});
});
