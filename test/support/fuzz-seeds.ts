import { gzipSync, strToU8, zipSync } from 'fflate';

import type { Format } from '../../src/lib/corpus/detect.ts';

const many = (count: number, text: (i: number) => string) =>
	Array.from({ length: count }, (_, i) => text(i)).join('');
const words = (i: number) => `We study case ${i} of "ice" & water; it is cold, naïve and – so on.`;

const jsonl = many(
	12,
	(i) =>
		`${JSON.stringify({ title: `T${i}`, abstract: words(i), authors: ['Ä. x', 'y'], date: `2024-0${(i % 9) + 1}` })}\n`
);
const csv = `title,abstract,authors,year\n${many(12, (i) => `"T, ${i}","${words(i).replaceAll('"', '""')}",x y; z w,20${10 + i}\n`)}`;
const sheet = `<worksheet><sheetData><row><c t="inlineStr"><is><t>title</t></is></c></row>${many(5, (i) => `<row><c t="inlineStr"><is><t>T${i}</t></is></c></row>`)}</sheetData></worksheet>`;

/** A small file of each format. */
const texts = {
	jsonl,
	json: JSON.stringify({
		data: jsonl
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as unknown)
			.concat(["{'paper': {'id': '1', 'title': 'x', 'summary': None}}"])
	}),
	csv,
	ris: many(
		8,
		(i) =>
			`TY  - JOUR\r\nTI  - T${i}\r\nAU  - A, B\r\nAB  - ${words(i)}\r\nPY  - 20${10 + i}//\r\nER  - \r\n\r\n`
	),
	medline: many(
		6,
		(i) => `\nPMID- ${i}\nTI  - T${i}\n      more\nFAU - A, B\nAB  - ${words(i)}\nDP  - 2020 Mar\n`
	),
	'web-of-science': `FN x\nVR 1.0\n${many(6, (i) => `PT J\nAU A, B\n   C, D\nTI T${i}\nAB ${words(i)}\nPD DEC 24\nPY 2013\nER\n\n`)}EF`,
	refer: many(6, (i) => `%0 Journal Article\n%T T${i}\n%A A, B\n%X ${words(i)}\n\n`),
	bibtex: many(
		6,
		(i) =>
			`@article{k${i},\n title = {T {\\"o} ${i}},\n author = {A, B and C, D},\n abstract = {${words(i)}},\n month = jan # "x",\n year = 2020\n}\n`
	),
	atom: `<?xml version="1.0"?><feed xmlns="x">${many(6, (i) => `<entry><id>http://arxiv.org/abs/${i}v1</id><title>T${i}</title><summary>${words(i).replace('&', '&amp;')}</summary><author><name>A B</name></author></entry>`)}</feed>`,
	'acl-xml': `<collection id="2022.x"><volume id="1"><meta><year>2022</year></meta>${many(6, (i) => `<paper id="${i}"><title>T<b>${i}</b></title><author><first>A</first><last>B</last></author></paper>`)}</volume></collection>`,
	'endnote-xml': `<xml><records>${many(6, (i) => `<record><titles><title><style>T${i}</style></title></titles><dates><year>2020</year></dates></record>`)}</records></xml>`,
	'pubmed-xml': `<PubmedArticleSet>${many(6, (i) => `<PubmedArticle><MedlineCitation><PMID>${i}</PMID><Article><ArticleTitle>T${i}</ArticleTitle></Article></MedlineCitation></PubmedArticle>`)}</PubmedArticleSet>`,
	'pubmed-summary': many(
		8,
		(i) =>
			`${i + 1}: Berg F, Dahl J. Title ${i} of it. North. 2020 Nov\n6;10(1):1. doi: 10.5555/${i}. PMID: ${i}.\n\n`
	),
	'daily-papers': `Papers\nOct 31\n${many(8, (i) => `Title ${i}\n${words(i).repeat(6)}\n• 3 authors\n·\nApr 2${i}, 2024 5\n`)}`,
	text: many(6, (i) => `Title ${i}\n${words(i)} ${words(i)}\n\n`)
} as const satisfies Partial<Record<Format, string>>;

export const seeds: Readonly<Record<string, { bytes: Uint8Array; format: Format | 'auto' }>> = {
	...Object.fromEntries(
		Object.entries(texts).map(([format, text]) => [
			format,
			{ bytes: strToU8(text), format: format as Format }
		])
	),
	gzip: { bytes: gzipSync(strToU8(jsonl)), format: 'auto' },
	zip: {
		bytes: zipSync({ 'a.jsonl': strToU8(jsonl), 'b.csv': [strToU8(csv), { level: 0 }] }),
		format: 'auto'
	},
	xlsx: { bytes: zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet) }), format: 'auto' }
};
