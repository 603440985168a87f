import { describe, expect, it } from 'vitest';

import { readCorpus } from '../../support/corpora.ts';

/** A file with one paper that states a count in the given way; nothing where it leaves it out. */
type Source = (stated: string | undefined) => string;

const abstract = 'Bees dance to tell where the flowers are, and how far.';

const csv =
	(name: string, separator = ','): Source =>
	(stated) => {
		const cell = (text: string) => (text.includes(separator) ? `"${text}"` : text);
		const cells = ['Title', 'Abstract', ...(stated === undefined ? [] : [`"${name}"`])].join(separator);
		return `${cells}\n${['Bees', `"${abstract}"`, ...(stated === undefined ? [] : [cell(stated)])].join(separator)}\n`;
	};
/** @param known members by which the service is told */
const json =
	(name: string, known: object, isText = true): Source =>
	(stated) => {
		const number = stated !== undefined && /^[\d.]+$/.test(stated) && !isText ? Number(stated) : stated;
		return JSON.stringify([{ title: 'Bees', abstract, ...known, [name]: number }]);
	};
const webOfScience =
	(tag: string): Source =>
	(stated) => {
		const line = stated === undefined ? '' : `${tag} ${stated}\n`;
		return `FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nAU Frisch, K\nTI Bees\nAB ${abstract}\n${line}ER\n\nEF\n`;
	};
const webOfScienceTable =
	(tag: string): Source =>
	(stated) => {
		const [head, cell] = stated === undefined ? ['', ''] : [`\t${tag}`, `\t${stated}`];
		return `PT\tAU\tTI\tAB\tPY${head}\tUT\nJ\tFrisch, K\tBees\t${abstract}\t1927${cell}\tWOS:1\n`;
	};
const europePmc: Source = (stated) =>
	`<?xml version="1.0"?><responseWrapper><resultList><result><id>1</id><title>Bees</title><abstractText>${abstract}</abstractText>` +
	`${stated === undefined ? '' : `<citedByCount>${stated}</citedByCount>`}</result></resultList></responseWrapper>`;

const bibtex =
	(name: string): Source =>
	(stated) =>
		`@article{bees,\n title = {Bees},\n abstract = {${abstract}}${stated === undefined ? '' : `,\n ${name} = {${stated}}`}\n}\n`;

/** Scopus puts it among the notes. */
const scopusBibtex: Source = (stated) =>
	bibtex('note')(stated === undefined ? undefined : `Cited by: ${stated}; All Open Access`);
const scopusRis: Source = (stated) =>
	`TY  - JOUR\nTI  - Bees\nAB  - ${abstract}\nN1  - Export Date: 1 May 2020\n${stated === undefined ? '' : `N1  - Cited By :${stated}\n`}ER  - \n`;

const openAlex = { id: 'https://openalex.org/W1', authorships: [] };
const crossref = { DOI: '10.5555/1', title: ['Bees'], prefix: '10.5555' };
const scholar = { paperId: 'ab' };
const pmc = { pmid: '1', abstractText: abstract };

const sources: readonly [string, 'citations' | 'references', Source][] = [
	...[
		...[
			'Cited by',
			'Times Cited, WoS Core',
			'Times Cited, All Databases',
			'Times cited',
			'Cites',
			'cited_by_count'
		],
		...[
			'Article Citation Count',
			'citationCount',
			'Citing Works Count',
			'citedby_count',
			'is-referenced-by-count'
		]
	].map((name): [string, 'citations', Source] => [`a table, ${name}`, 'citations', csv(name)]),
	...['Reference Count', 'Cited Reference Count', 'referenced_works_count', 'Number of references'].map(
		(name): [string, 'references', Source] => [`a table, ${name}`, 'references', csv(name)]
	),
	['a table with semicolons', 'citations', csv('Cited by', ';')],
	['a table with tabs', 'citations', csv('Cited by', '\t')],
	['a table of Web of Science, TC', 'citations', webOfScienceTable('TC')],
	['a table of Web of Science, NR', 'references', webOfScienceTable('NR')],
	['text of Web of Science, TC', 'citations', webOfScience('TC')],
	['text of Web of Science, Z9', 'citations', webOfScience('Z9')],
	['text of Web of Science, NR', 'references', webOfScience('NR')],
	['BibTeX of Web of Science', 'citations', bibtex('Times-Cited')],
	['BibTeX of Web of Science', 'references', bibtex('Number-of-Cited-References')],
	['BibTeX of Scopus', 'citations', scopusBibtex],
	['RIS of Scopus', 'citations', scopusRis],
	['XML of Europe PMC', 'citations', europePmc],
	...[true, false].flatMap((isText): [string, 'citations' | 'references', Source][] => [
		[`OpenAlex, ${isText}`, 'citations', json('cited_by_count', openAlex, isText)],
		[`OpenAlex, ${isText}`, 'references', json('referenced_works_count', openAlex, isText)],
		[`Crossref, ${isText}`, 'citations', json('is-referenced-by-count', crossref, isText)],
		[`Crossref, ${isText}`, 'references', json('reference-count', crossref, isText)],
		[`Semantic Scholar, ${isText}`, 'citations', json('citationCount', scholar, isText)],
		[`Semantic Scholar, ${isText}`, 'references', json('referenceCount', scholar, isText)],
		[`the Lens, ${isText}`, 'citations', json('scholarly_citations_count', { lens_id: '1' }, isText)],
		[`the Lens, ${isText}`, 'references', json('references_count', { lens_id: '1' }, isText)],
		[`Europe PMC, ${isText}`, 'citations', json('citedByCount', pmc, isText)],
		[`objects of one's own, ${isText}`, 'citations', json('citations', {}, isText)]
	])
];

const nothing = [
	'',
	'-',
	'–',
	'NA',
	'N/A',
	'n/a',
	'null',
	'nan',
	'not available',
	'?',
	'many',
	'-1',
	'1.5',
	'1,2'
];

describe('a count', () => {
	it.each(sources)('by %s (%s): zero is zero, and unknown is unknown', async (_, field, source) => {
		const read = async (stated: string | undefined) => {
			const { papers } = await readCorpus({ file: source(stated) });
			expect(papers, String(stated)).toHaveLength(1);
			return papers[0]?.[field];
		};
		for (const count of [0, 1, 7, 120, 12345]) expect(await read(String(count)), String(count)).toBe(count);
		expect(await read('0.0')).toBe(0);
		expect(await read('12.0')).toBe(12);
		expect(await read(undefined)).toBeNull();
		for (const stated of nothing) expect(await read(stated), stated).toBeNull();
	});
});
