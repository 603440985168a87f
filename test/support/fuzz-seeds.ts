import { gzipSync, strToU8, zipSync } from 'fflate';

import type { FormatId } from '../../src/lib/corpus/formats/registry.ts';
import { parquet } from './parquet.ts';

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

/** A small file of each format of text. */
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
	'zotero-rdf': `<rdf:RDF xmlns:z="http://www.zotero.org/namespaces/export#">${many(6, (i) => `<bib:Article rdf:about="#${i}"><z:itemType>journalArticle</z:itemType><dcterms:isPartOf rdf:resource="urn:${i}"/><bib:authors><rdf:Seq><rdf:li><foaf:Person><foaf:surname>B</foaf:surname></foaf:Person></rdf:li></rdf:Seq></bib:authors><dc:title>T${i}</dc:title></bib:Article><bib:Journal rdf:about="urn:${i}"><dc:title>Ice</dc:title><dc:identifier>DOI 10.5555/${i}</dc:identifier></bib:Journal>`)}</rdf:RDF>`,
	mods: `<modsCollection>${many(6, (i) => `<mods><titleInfo><title>T${i}</title></titleInfo><name><namePart type="family">B</namePart><role><roleTerm>aut</roleTerm></role></name><relatedItem type="host"><titleInfo><title>Ice</title></titleInfo><part><date>2021-03</date></part></relatedItem></mods>`)}</modsCollection>`,
	jats: `<pmc-articleset>${many(5, (i) => `<article><front><article-meta><article-id pub-id-type="pmid">${i}</article-id><article-title>T<sub>${i}</sub></article-title><contrib-group><contrib contrib-type="author"><name><surname>B</surname></name></contrib></contrib-group><pub-date><year>2021</year></pub-date><abstract><sec><title>A</title><p>It is cold.</p></sec></abstract></article-meta></front><body><p>No</p></body></article>`)}</pmc-articleset>`,
	rss: `<rss version="2.0"><channel>${many(6, (i) => `<item><title>T${i}. (arXiv:2401.0000${i}v1 [x])</title><link>http://arxiv.org/abs/2401.0000${i}</link><description>&lt;p&gt;It is cold.&lt;/p&gt;</description><dc:creator>A B, C D</dc:creator><pubDate>Tue, 02 Jan 2024 00:00:00 -0500</pubDate></item>`)}</channel></rss>`,
	xml: `<OAI-PMH><ListRecords>${many(5, (i) => `<record><metadata><arXiv><id>${i}</id><created>2021-03-15</created><authors><author><keyname>Berg</keyname></author></authors><title>T${i}</title><abstract>It &lt;is&gt; cold.</abstract></arXiv></metadata></record>`)}</ListRecords></OAI-PMH>`,
	cochrane: many(
		6,
		(i) =>
			`Record #${i + 1} of 6\nID: CN-0${i}\nAU: Berg A\nAU: Dahl J\nTI: T${i}\nYR: 2021\nDOI: 10.5555/${i}\nAB: ${words(i)}\n\n`
	),
	'scopus-text': `Scopus\nEXPORT DATE:12 March 2024\n\n${many(5, (i) => `Berg, A., Dahl, J.\n5700;5701\nT${i}\n(2021) Ice, 12 (3), pp. 1-2.\n\nDOI: 10.5555/${i}\n\nABSTRACT: ${words(i)}\nSOURCE: Scopus\n\n`)}`,
	'pubmed-abstract': many(
		5,
		(i) =>
			`${i + 1}. J Ice. 2021 Mar 15;12(3):1-2. doi: 10.5555/${i}.\n\nTitle ${i}.\n\nBerg A(1), Dahl J(2).\n\nAuthor information:\n(1)Oslo.\n\n${words(i)}\n\nDOI: 10.5555/${i}\nPMID: 3300${i}\n\n\n`
	),
	'pubmed-summary': many(
		8,
		(i) =>
			`${i + 1}: Berg F, Dahl J. Title ${i} of it. North. 2020 Nov\n6;10(1):1. doi: 10.5555/${i}. PMID: ${i}.\n\n`
	),
	'daily-papers': `Papers\nOct 31\n${many(8, (i) => `Title ${i}\n${words(i).repeat(6)}\n• 3 authors\n·\nApr 2${i}, 2024 5\n`)}`,
	ovid: many(
		6,
		(i) =>
			`<${i + 1}. >\nAU  - Berg A\nAU  - Dahl, Jon MD\nTI  - T${i}. [Review].\nSO  - Ice. 12(3):1-2, 2015 Jun.\nAB  - ${words(i)}\n\n`
	),
	refworks: many(
		6,
		(i) =>
			`RT Journal Article\nA1 Berg,A\nA1 Dahl,Jon\nT1 T${i}\nYR 2019\nFD Mar 4\nK1 ice\nAD Oslo\nAB ${words(i)}\n\n`
	),
	noteexpress: many(
		6,
		(i) =>
			`{Reference Type}: Journal Article\n{Title}: T${i}\n{Author}: 张三;李四\n{Year}: 2019\n{Abstract}: ${words(i)}\n\n`
	),
	cnki: many(
		6,
		(i) =>
			`Title-题名: T${i}\nAuthor-作者: 张三;李四\nSummary-摘要: ${words(i)}\nPubTime-发表时间: 2019-03-04\n\n`
	),
	'endnote-fields': many(
		6,
		(i) =>
			`Reference Type:  Journal Article\nAuthor: Berg, A. and Dahl, J.\nYear: 2019\nTitle: T${i}\nKeywords: ice\nAbstract: ${words(i)}\n\n`
	),
	text: many(6, (i) => `Title ${i}\n${words(i)} ${words(i)}\n\n`)
} as const satisfies Partial<Record<FormatId, string>>;

/** Objects of each service. */
const objects: Readonly<Record<string, (i: number) => object>> = {
	OpenAlex: (i) => ({
		id: `https://openalex.org/W${i}`,
		title: `T${i}`,
		abstract_inverted_index: { We: [0], study: [1], ice: [2, i] },
		authorships: [{ author: { display_name: 'A B' } }],
		primary_location: { source: { display_name: 'Ice' } }
	}),
	Crossref: (i) => ({
		DOI: `10.5555/${i}`,
		title: [`T${i}`],
		author: [{ given: 'A', family: 'B' }, { name: 'C' }],
		issued: { 'date-parts': [[2021, i + 1]] },
		abstract: '<jats:p>We study ice.</jats:p>'
	}),
	CSL: (i) => ({
		id: i,
		title: `T${i}`,
		author: [{ literal: 'A' }],
		issued: { 'date-parts': [['2021', 3]] }
	}),
	Zotero: (i) => ({
		data: { key: `K${i}`, itemType: 'book', title: `T${i}`, creators: [{ name: 'A' }], date: '2021' }
	}),
	'Semantic Scholar': (i) => ({
		paperId: `p${i}`,
		title: `T${i}`,
		externalIds: { DOI: `10.5555/${i}` },
		authors: []
	}),
	arXiv: (i) => ({
		id: `2101.0000${i}`,
		title: `T${i}`,
		versions: [{ created: 'Mon, 2 Apr 2007' }],
		categories: 'x'
	}),
	Lens: (i) => ({ lens_id: `0-${i}`, title: `T${i}`, authors: [{ first_name: 'A', last_name: 'B' }] }),
	'Europe PMC': (i) => ({ id: i, title: `T${i}`, authorString: 'A B, C D.', pubYear: '2021' }),
	'Daily Papers': (i) => ({
		paper: { id: `${i}`, title: `T${i}`, summary: words(i), authors: [{ name: 'A' }] }
	})
};

const jsonSeeds = Object.entries(objects).map(([service, object]) => {
	const results = Array.from({ length: 6 }, (_, i) => object(i));
	return [
		`json of ${service}`,
		{ bytes: strToU8(JSON.stringify({ results })), format: 'json' as const }
	] as const;
});

/** JSON that is no list of objects. */
const otherJson = {
	'json of a table': JSON.stringify({
		columns: ['title', 'abstract'],
		index: [0, 1, 2],
		data: [0, 1, 2].map((i) => [`T${i}`, words(i)])
	}),
	'json of texts': JSON.stringify([0, 1, 2].map((i) => words(i).repeat(3))),
	'json of PubMed': JSON.stringify({
		result: {
			uids: ['1', '2'],
			...{ 1: { uid: '1', title: 'T1', articleids: [], authors: [{ name: 'B A' }], pubdate: '2021 Mar' } },
			...{ 2: { uid: '2', title: 'T2', fulljournalname: 'Ice', elocationid: 'doi: 10.5555/2' } }
		}
	})
};

/** Tables as several sources write them. */
const tables = {
	'csv of Scopus': `Authors,Title,Year,Source title,Abstract,EID\n${many(6, (i) => `"B A., D J.",T${i},20${10 + i},Ice,"${words(i).replaceAll('"', '""')}",2-s2.0-${i}\n`)}`,
	'csv of PubMed': `PMID,Title,Authors,Citation,Journal/Book\n${many(6, (i) => `${i},T${i},"B A, D J.","Ice. 2021 Mar;1(2):3-4.",Ice\n`)}`,
	'csv of Embase': `Title,Author Names,Source,Abstract,Emtree Drug Index Terms,Open URL Link\n${many(6, (i) => `T${i},"B A., D J.",Ice (2014) 3:3 (1-2). Date of Publication: 2014,${words(i).replace(/["–]/g, '')},x,http://x?id=doi:10.5555%2F${i}\n`)}`,
	'csv on its side': many(
		6,
		(i) => `"TITLE","T${i}"\n"AUTHOR NAMES","B A.","D J."\n"ABSTRACT","It is ${i}."\n\n`
	),
	'csv with tabs': `PT\tAU\tTI\tAB\tUT\n${many(6, (i) => `J\tB, A; D, J\tT "${i}"\t${words(i)}\tWOS:${i}\n`)}`
};

interface Seed {
	bytes: Uint8Array;
	format: FormatId | 'auto';
	/** Packs the bytes under a checksum. */
	pack?: (bytes: Uint8Array) => Uint8Array;
}

export const seeds: Readonly<Record<string, Seed>> = {
	...Object.fromEntries(
		Object.entries(texts).map(([format, text]) => [
			format,
			{ bytes: strToU8(text), format: format as FormatId }
		])
	),
	...Object.fromEntries(jsonSeeds),
	...Object.fromEntries(
		Object.entries(otherJson).map(([name, text]) => [name, { bytes: strToU8(text), format: 'json' as const }])
	),
	...Object.fromEntries(
		Object.entries(tables).map(([name, text]) => [name, { bytes: strToU8(text), format: 'csv' as const }])
	),
	gzip: { bytes: strToU8(jsonl), format: 'auto', pack: (bytes) => gzipSync(bytes) },
	zip: {
		bytes: zipSync({ 'a.jsonl': strToU8(jsonl), 'b.csv': [strToU8(csv), { level: 0 }] }),
		format: 'auto'
	},
	parquet: { bytes: await parquet('snappy', 20), format: 'auto' },
	xlsx: { bytes: zipSync({ 'xl/worksheets/sheet1.xml': strToU8(sheet) }), format: 'auto' }
};
