import { describe, expect, it } from 'vitest';

import { doiAddress } from '../../../../src/lib/dataset/doi-address.ts';
import { citation } from '../../../../src/lib/views/parts/paper-words/citation.ts';
import { betweenWords } from '../../../../src/lib/views/parts/paper-words/closeness.ts';
import { paperAddress, safeAddress } from '../../../../src/lib/views/parts/paper-words/links.ts';
import { paperFacts, paperKeywords } from '../../../../src/lib/views/parts/paper-words/paper-facts.ts';
import { publishedWords } from '../../../../src/lib/views/parts/paper-words/published.ts';
import { paperDetail } from '../../../support/paper-rows.ts';

describe('dates', () => {
	it.each([
		['2024', '2024'],
		['2024-03', 'Mar 2024'],
		['2024-03-07', '7 Mar 2024'],
		[null, 'undated']
	])('%s is as precise as its source: %s', (published, words) => {
		expect(publishedWords(published)).toBe(words);
	});
});

describe('links', () => {
	it.each([
		['https://arxiv.org/abs/2410.12345', 'https://arxiv.org/abs/2410.12345'],
		[' http://example.org/a b ', 'http://example.org/a%20b'],
		['javascript:alert(1)', null],
		['data:text/html,<script>', null],
		['arxiv.org/abs/1', null],
		[null, null]
	])('an address %j becomes %j', (url, address) => {
		expect(safeAddress(url)).toBe(address);
	});

	it.each([
		['10.1000/xyz123', 'https://doi.org/10.1000/xyz123'],
		['doi: 10.1000/xyz123', 'https://doi.org/10.1000/xyz123'],
		[
			'https://dx.doi.org/10.1002/(SICI)1<1::AID-X>3.0.CO;2-#',
			'https://doi.org/10.1002/(SICI)1%3C1::AID-X%3E3.0.CO;2-%23'
		],
		['javascript:alert(1)//10.1000/x', null],
		['10.12/too-short', null]
	])('a DOI %j becomes %j', (doi, address) => {
		expect(doiAddress(doi)).toBe(address);
	});
});

describe('where a paper can be read', () => {
	it.each([
		[{ url: 'https://example.org/1', sourceId: '2410.12345', venue: 'arXiv' }, 'https://example.org/1'],
		[{ url: null, sourceId: '2410.12345', venue: 'arXiv' }, 'https://arxiv.org/abs/2410.12345'],
		[
			{ url: 'javascript:1', sourceId: 'arXiv:2410.12345v2', venue: null },
			'https://arxiv.org/abs/2410.12345v2'
		],
		[{ url: null, sourceId: '2410.12345', venue: 'Nature' }, null],
		[{ url: null, sourceId: 'arXiv:../../x', venue: 'arXiv' }, null]
	])('%j: %s', (paper, address) => {
		expect(paperAddress(paper)).toBe(address);
	});
});

describe('a citation', () => {
	it('holds what the source states, in reading order', () => {
		const paper = paperDetail({
			title: 'Attention is what you need.',
			authors: ['A. Vaswani', 'N. Shazeer', 'I. Polosukhin'],
			published: '2017-06',
			venue: 'Advances',
			volume: '30',
			issue: '2',
			pages: '1-11',
			doi: '10.1000/xyz'
		});
		expect(citation(paper)).toBe(
			'A. Vaswani; N. Shazeer and I. Polosukhin (2017). Attention is what you need. Advances, 30(2), 1-11. https://doi.org/10.1000/xyz'
		);
	});

	it('does without what is missing', () => {
		expect(citation(paperDetail({ title: 'Alone' }))).toBe('(n.d.). Alone.');
	});

	it('shortens the longest lists of authors', () => {
		const authors = Array.from({ length: 30 }, (_, index) => `A${index}`);
		const text = citation(paperDetail({ authors }));
		expect(text).toContain('A18; … A29 (n.d.)');
		expect(text).not.toContain('A19');
	});
});

describe('facts', () => {
	it('say what the source states, and what is unknown about teams', () => {
		const facts = paperFacts(paperDetail({ published: '2024', volume: '3', pages: '1-9', comments: 0 }));
		expect(facts).toEqual([
			{ name: 'Published', value: '2024' },
			{ name: 'Team size', value: 'unknown' },
			{ name: 'Volume', value: '3, pages 1-9' },
			{ name: 'Comments', value: '0' }
		]);
	});

	it('says how many of a team are named', () => {
		const [, team] = paperFacts(paperDetail({ teamSize: 1664, authors: ['A', 'B'] }));
		expect(team?.value).toBe('1,664 authors, 2 named');
	});
});

describe('closeness', () => {
	it.each([
		[0.5, 0.01, 'Between two themes: almost as near (0.49) to'],
		[0.5, 0.2, 'Next nearest theme (0.30):'],
		[0.5, -0.02, 'Between two themes: even a little nearer (0.52) to']
	])('a similarity of %s with a margin of %s', (similarity, margin, words) => {
		expect(betweenWords(similarity, margin)).toBe(words);
	});
});

describe('the facts of a paper', () => {
	const facts = (detail: Parameters<typeof paperDetail>[0]) =>
		Object.fromEntries(paperFacts(paperDetail(detail)).map(({ name, value }) => [name, value]));

	it('name every organisation and country once', () => {
		expect(
			facts({
				organisation: 'Lab One',
				affiliations: [
					{ organisation: 'Lab One', country: 'Norway' },
					{ organisation: 'Lab Two', country: 'Norway' },
					{ organisation: null, country: 'Chile' }
				]
			})
		).toMatchObject({ Organisations: 'Lab One; Lab Two', Countries: 'Norway; Chile' });
	});

	it('leave keywords to lists of their own, by who chose them', () => {
		const keywords = [
			{ keyword: 'dance', kind: 'author' },
			{ keyword: 'bee', kind: 'author' },
			{ keyword: 'APIS', kind: 'index' }
		] as const;
		expect(paperKeywords(paperDetail({ keywords }))).toEqual([
			{ name: 'Keywords', value: 'dance; bee' },
			{ name: 'Keywords of the index', value: 'APIS' }
		]);
		expect(paperKeywords(paperDetail({}))).toEqual([]);
		expect(Object.keys(facts({ keywords }))).toEqual(['Published', 'Team size']);
	});

	it('leave out what is unknown, and say that nothing was cited', () => {
		expect(Object.keys(facts({}))).toEqual(['Published', 'Team size']);
		expect(facts({ citations: 0, references: null })).toMatchObject({ 'Times cited': '0' });
		expect(
			facts({ organisation: 'Lab One', affiliations: [{ organisation: 'Lab One', country: null }] })
		).toEqual({ Published: 'undated', 'Team size': 'unknown', Organisation: 'Lab One' });
	});
});
