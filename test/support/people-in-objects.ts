import type { FormatId } from '../../src/lib/corpus/formats/registry.ts';
import { comma, givenFirst, initials, medical, surnameAndPoints, surnameFirst } from './people.ts';
import type { Person, Source, Write } from './people.ts';

const each = (people: readonly Person[], write: (one: Person, at: number) => string) =>
	people.map(write).join('');
const json = (object: (people: readonly Person[], i: number) => object): Source => ({
	format: 'json',
	record: (people, i) => JSON.stringify(object(people, i)),
	file: (records) => `[${records.join(',')}]`
});
const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const table = (
	cells: (people: readonly Person[], i: number) => Readonly<Record<string, string>>
): Source => ({
	format: 'csv',
	record: (people, i) => `${Object.values(cells(people, i)).map(quoted).join(',')}\n`,
	file: (records) => `${Object.keys(cells([], 0)).join(',')}\n${records.join('')}`
});
const xml = (tag: string, format: FormatId, record: Write): Source => ({
	format,
	record,
	file: (records) => `<?xml version="1.0"?>\n<${tag}>${records.join('')}</${tag.split(' ')[0]}>`
});
const element = (name: string, text: string) => (text ? `<${name}>${text}</${name}>` : '');

/** The conventions in which tables, JSON and XML list people. */
export const peopleInObjects: Readonly<Record<string, Source>> = {
	'PubMed XML': xml(
		'PubmedArticleSet',
		'pubmed-xml',
		(people, i) =>
			`<PubmedArticle><MedlineCitation><PMID>${i + 1}</PMID><Article><ArticleTitle>Ice ${i}</ArticleTitle><AuthorList CompleteYN="Y">${each(
				people,
				(one) =>
					`<Author>${one.isGroup ? element('CollectiveName', one.surname) : element('LastName', one.surname) + element('ForeName', one.given) + element('Initials', initials(one, '', '')) + element('Suffix', one.suffix)}</Author>`
			)}</AuthorList></Article></MedlineCitation></PubmedArticle>`
	),
	JATS: xml(
		'pmc-articleset',
		'jats',
		(people, i) =>
			`<article><front><article-meta><article-id pub-id-type="pmid">${i + 1}</article-id><title-group><article-title>Ice ${i}</article-title></title-group><contrib-group>${each(
				people,
				(one) =>
					`<contrib contrib-type="author">${one.isGroup ? element('collab', one.surname) : `<name>${element('surname', one.surname)}${element('given-names', one.given)}${element('suffix', one.suffix)}</name>`}</contrib>`
			)}</contrib-group><pub-date><year>2021</year></pub-date></article-meta></front></article>`
	),
	'EndNote XML': xml(
		'xml',
		'endnote-xml',
		(people, i) =>
			`<record><contributors><authors>${each(people, (one) => `<author><style>${surnameFirst(one)}</style></author>`)}</authors></contributors><titles><title><style>Ice ${i}</style></title></titles><dates><year>2020</year></dates></record>`
	),
	'arXiv Atom': xml(
		'feed xmlns="http://www.w3.org/2005/Atom"',
		'atom',
		(people, i) =>
			`<entry><id>http://arxiv.org/abs/2101.${String(10000 + i)}v1</id><title>Ice ${i}</title><summary>It is cold.</summary>${each(people, (one) => `<author><name>${givenFirst(one).replace(',', '')}</name></author>`)}</entry>`
	),
	OpenAlex: json((people, i) => ({
		id: `https://openalex.org/W${i}`,
		title: `Ice ${i}`,
		authorships: people.map((one) => ({ author: { display_name: givenFirst(one) } }))
	})),
	Crossref: json((people, i) => ({
		DOI: `10.5555/${i}`,
		title: [`Ice ${i}`],
		author: people.map((one) =>
			one.isGroup
				? { name: one.surname }
				: {
						family: one.surname,
						...(one.given && { given: one.given }),
						...(one.suffix && { suffix: one.suffix })
					}
		),
		issued: { 'date-parts': [[2021]] }
	})),
	CSL: json((people, i) => ({
		id: `${i}`,
		title: `Ice ${i}`,
		author: people.map((one) =>
			one.isGroup || !one.given
				? { literal: one.surname }
				: { family: one.surname, given: one.given, ...(one.suffix && { suffix: one.suffix }) }
		),
		issued: { 'date-parts': [[2021]] }
	})),
	'Semantic Scholar': json((people, i) => ({
		paperId: `p${i}`,
		title: `Ice ${i}`,
		externalIds: {},
		authors: people.map((one, at) => ({ authorId: `${at}`, name: givenFirst(one).replace(',', '') }))
	})),
	DataCite: json((people, i) => ({
		id: `10.5555/${i}`,
		attributes: {
			doi: `10.5555/${i}`,
			titles: [{ title: `Ice ${i}` }],
			publicationYear: 2021,
			creators: people.map((one) => ({
				name: surnameFirst(one),
				nameType: one.isGroup ? 'Organizational' : 'Personal'
			}))
		}
	})),
	'Europe PMC': json((people, i) => ({
		id: `${i + 1}`,
		title: `Ice ${i}`,
		pubYear: '2021',
		authorString: `${people.map(medical).join(', ')}.`
	})),
	'arXiv as JSON': json((people, i) => ({
		id: `2101.${String(10000 + i)}`,
		title: `Ice ${i}`,
		categories: 'x',
		authors: people.map(givenFirst).join(', '),
		authors_parsed: people.map((one) => [one.surname, one.given, one.suffix])
	})),
	'Lens as JSON': json((people, i) => ({
		lens_id: `0-${i}`,
		title: `Ice ${i}`,
		authors: people.map((one) =>
			one.isGroup ? { collective_name: one.surname } : { first_name: one.given, last_name: one.surname }
		)
	})),
	'PubMed summaries as JSON': json((people, i) => ({
		uid: `${i + 1}`,
		title: `Ice ${i}`,
		pubdate: '2021 Mar',
		articleids: [],
		authors: people.map((one) => ({
			name: medical(one),
			authtype: one.isGroup ? 'CollectiveName' : 'Author'
		}))
	})),
	'lists of names': json((people, i) => ({
		title: `Ice ${i}`,
		abstract: 'It is cold.',
		authors: people.map(givenFirst)
	})),
	'lists of names, surnames first': json((people, i) => ({
		title: `Ice ${i}`,
		abstract: 'It is cold.',
		authors: people.map(surnameFirst)
	})),
	'Web of Science, table': table((people, i) => ({
		PT: 'J',
		AU: people.map((one) => comma(one.surname, initials(one, '', ''), one.suffix)).join('; '),
		AF: people.map(surnameFirst).join('; '),
		TI: `Ice ${i}`,
		PY: '2013',
		UT: `WOS:${i}`
	})),
	'Web of Science, table with names': table((people, i) => ({
		'Publication Type': 'J',
		Authors: people.map((one) => comma(one.surname, initials(one, '', ''), one.suffix)).join('; '),
		'Author Full Names': people.map(surnameFirst).join('; '),
		'Article Title': `Ice ${i}`,
		'UT (Unique WOS ID)': `WOS:${i}`
	})),
	'Scopus since 2022': table((people, i) => ({
		Authors: people.map((one) => surnameAndPoints(one).replace(', ', ' ')).join('; '),
		'Author full names': people.map((one, at) => `${surnameFirst(one)} (5700000${at})`).join('; '),
		Title: `Ice ${i}`,
		Year: '2022',
		EID: `2-s2.0-${i}`
	})),
	'Scopus between commas': table((people, i) => ({
		Authors: people.map((one) => surnameAndPoints(one).replace(', ', ' ')).join(', '),
		Title: `Ice ${i}`,
		EID: `2-s2.0-${i}`
	})),
	'Scopus of old': table((people, i) => ({
		Authors: people.map(surnameAndPoints).join(', '),
		Title: `Ice ${i}`,
		EID: `2-s2.0-${i}`
	})),
	pybliometrics: table((people, i) => ({
		eid: `2-s2.0-${i}`,
		title: `Ice ${i}`,
		author_names: people.map(surnameFirst).join(';'),
		coverDate: '2021-03-04'
	})),
	'Embase as a table': table((people, i) => ({
		Title: `Ice ${i}`,
		'Author Names': people.map((one) => surnameAndPoints(one).replace(', ', ' ')).join(', '),
		Source: 'Ice (2014) 3:3 (1-2). Date of Publication: 2014',
		'Emtree Drug Index Terms': 'x'
	})),
	'PubMed as a table': table((people, i) => ({
		PMID: `${i + 1}`,
		Title: `Ice ${i}`,
		Authors: `${people.map(medical).join(', ')}.`,
		'Journal/Book': 'Ice'
	}))
};
