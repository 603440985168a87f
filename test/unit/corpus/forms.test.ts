import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

const abstract =
	'Rivers were walked for two years, and the otters of each were counted at night in every month.';
const five = Array.from({ length: 5 }, (_, i) => i);

/** Beginnings of records of other formats, as an abstract may quote them. */
const quotations = [
	'<PubmedArticle> is where a record begins',
	'TY  - JOUR\nTI  - inner\nER  - ',
	'PMID- 12\nTI  - inner',
	'PT J\nAU Berg, A\nTI inner\nER',
	'%0 Journal Article\n%T inner',
	'RT Journal Article\nT1 inner',
	'{Reference Type}: Journal Article\n{Title}: inner',
	'Record #1 of 1\nTI: inner',
	'@article{inner,\n title = {inner}\n}',
	'<1. >\nTI  - inner',
	'1: inner. PMID: 12',
	'[{"title": "inner"}]',
	'3 authors\n·'
];

describe('what a field quotes', () => {
	it.each(quotations)('does not decide the format of a table: %s', async (quoted) => {
		const rows = five.map((i) => `Otters of river ${i},"${abstract}\n${quoted.replaceAll('"', '""')}\n${i}"`);
		const { papers, account } = await readCorpus({ a: `title,abstract\n${rows.join('\n')}\n` });
		expect(account.inputs).toMatchObject([{ format: 'csv', records: 5, papers: 5 }]);
		expect(papers.map(({ title }) => title)).toEqual(five.map((i) => `Otters of river ${i}`));
	});

	it.each(quotations)('does not decide the format of BibTeX: %s', async (quoted) => {
		const entries = five.map(
			(i) => `@article{k${i},\n title = {Otters of river ${i}},\n abstract = {${abstract}\n  ${quoted}}\n}\n`
		);
		const { papers } = await readCorpus({ a: entries.join('\n') });
		expect(papers.map(({ title }) => title)).toEqual(
			expect.arrayContaining(five.map((i) => `Otters of river ${i}`))
		);
	});
});

/** A record of each format of lines, whose title is to be put in. */
const records: Readonly<Record<string, (title: string) => string>> = {
	ris: (title) => `TY  - JOUR\nTI  - ${title}\nER  - \n`,
	medline: (title) => `PMID- 1\nTI  - ${title}\n`,
	'web-of-science': (title) => `FN x\nVR 1.0\nPT J\nTI ${title}\nER\n\nEF`,
	refer: (title) => `%0 Journal Article\n%T ${title}\n`,
	refworks: (title) => `RT Journal Article\nT1 ${title}\n`,
	noteexpress: (title) => `{Reference Type}: Journal Article\n{Title}: ${title}\n`,
	cnki: (title) => `SrcDatabase-来源库: 期刊\nTitle-题名: ${title}\n`,
	'endnote-fields': (title) => `Reference Type:  Journal Article\nTitle: ${title}\n`,
	ovid: (title) => `<1. >\nTI  - ${title}\n`,
	cochrane: (title) => `Record #1 of 1\nTI: ${title}\n`,
	'scopus-text': (title) =>
		`Scopus\nEXPORT DATE:1 May 2020\n\nBerg, A.\n57\n${title}\n(2020) Ice, 1.\nSOURCE: Scopus\n`,
	'pubmed-summary': (title) => `1: Berg A. ${title}. Ice. 2020 Nov 6;10(1):1. PMID: 1.\n`,
	text: (title) => `Title: ${title}\nAbstract: ${abstract} ${abstract}\n`,
	bibtex: (title) => `@article{k,\n title = {${title}},\n}\n`,
	csv: (title) => `title,year\n"${title}",2020\n`,
	jsonl: (title) => `{"title":"${title}"}\n{"title":"Beavers"}\n`,
	atom: (title) => `<feed><entry><title>${title}</title></entry></feed>`
};

describe('separators of lines that are none of the format', () => {
	it.each(Object.keys(records))('stand inside a title of %s', async (format) => {
		const { papers, account } = await readCorpus({
			a: records[format]?.('Otters\u2028sleep\u2029on\u0085flat\u000cstones') ?? ''
		});
		expect(account.inputs).toMatchObject([{ format, rejected: 0 }]);
		expect(papers[0]?.title).toBe('Otters sleep on flat stones');
	});
});

it('stand inside an abstract of Scopus text', async () => {
	const { papers } = await readCorpus({
		a: `Scopus\nEXPORT DATE:1 May 2020\n\nBerg, A.\n57\nOtters\n(2020) Ice, 1.\nABSTRACT: They\u2028sleep.\nSOURCE: Scopus\n`
	});
	expect(papers).toMatchObject([{ title: 'Otters', abstract: 'They sleep.' }]);
});

describe('a source of Ovid', () => {
	it.each([
		['River Medicine. 58(6):688-96, 2015 Jun.', '2015-06-01', 'month'],
		['River Medicine. 58(6):688-96, 2015 Jun 04.', '2015-06-04', 'day'],
		['River Medicine. 58(6):688-96, 2015 Jun-Jul.', '2015-01-01', 'year'],
		['River Medicine. 58(6):688-96, June 2015.', '2015-06-01', 'month']
	])('%s', async (source, published, datePrecision) => {
		const { papers } = await readCorpus({ a: `<1. >\nTI  - Otters at night.\nSO  - ${source}\n` });
		expect(papers).toMatchObject([{ published, datePrecision, venue: 'River Medicine' }]);
	});
});
