import { textFormat } from '../format.ts';
import type { Fields } from '../../paper/fields.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { frontFields } from './jats.ts';
import { xmlReader } from './xml-reader.ts';
import type { XmlElement } from './xml-tree.ts';

/** XML of services whose records have names of their own: OAI-PMH, Europe PMC, DBLP. */

/** A record of arXiv, as it answers through OAI-PMH. */
function arxivRecord(work: XmlElement): Fields {
	const id = work.textAt('id');
	return fieldsFrom({
		id,
		title: work.textAt('title'),
		abstract: work.textAt('abstract'),
		authors: work.all('authors', 'author').map((author) =>
			['forenames', 'keyname', 'suffix']
				.map((part) => author.textAt(part))
				.filter(Boolean)
				.join(' ')
		),
		date: work.textAt('created'),
		doi: work.textAt('doi'),
		venue: work.textAt('journal-ref') ?? 'arXiv',
		url: id && `https://arxiv.org/abs/${id}`,
		type: 'preprint'
	});
}

/** Dublin Core, which every OAI-PMH service has. */
function dublinCore(work: XmlElement): Fields {
	const all = (name: string) => work.elements(name).map(({ text }) => text.trim());
	const identifiers = all('identifier');
	return fieldsFrom({
		title: work.textAt('title'),
		abstract: all('description').reduce((best, text) => (text.length > best.length ? text : best), ''),
		authors: all('creator'),
		date: work.textAt('date'),
		doi: identifiers.map((text) => /10\.\d{4,9}\/\S+/.exec(text)?.[0]).find(Boolean),
		venue: work.textAt('source'),
		url: identifiers.find((text) => /^https?:/.test(text)),
		type: work.textAt('type'),
		language: work.textAt('language'),
		keywords: all('subject')
	});
}

function oaiRecord(record: XmlElement): Fields {
	const arxiv = record.at('metadata', 'arXiv');
	const core = record.at('metadata', 'dc');
	const front = record.at('metadata', 'article', 'front');
	if (front) return frontFields(front, record.at('metadata', 'article'));
	return arxiv ? arxivRecord(arxiv) : core ? dublinCore(core) : new Map();
}

function europePmcResult(result: XmlElement): Fields {
	const listed = result
		.all('authorList', 'author')
		.map((author) => author.textAt('fullName') ?? author.textAt('collectiveName') ?? '');
	const journal = result.at('journalInfo');
	return fieldsFrom({
		id: result.textAt('pmid') ?? result.textAt('id'),
		title: result.textAt('title'),
		abstract: result.textAt('abstractText'),
		authors: listed.length > 0 ? listed : result.textAt('authorString')?.replace(/\.$/, '').split(','),
		date: result.textAt('firstPublicationDate'),
		year: result.textAt('pubYear'),
		doi: result.textAt('doi'),
		venue: journal?.textAt('journal', 'title') ?? result.textAt('journalTitle'),
		type: result.textAt('pubTypeList', 'pubType') ?? result.textAt('pubType'),
		language: result.textAt('language'),
		volume: journal?.textAt('volume') ?? result.textAt('journalVolume'),
		issue: journal?.textAt('issue') ?? result.textAt('issue'),
		pages: result.textAt('pageInfo'),
		citations: result.textAt('citedByCount'),
		keywords: result.all('keywordList', 'keyword').map(({ text }) => text),
		indexkeywords: result.all('meshHeadingList', 'meshHeading', 'descriptorName').map(({ text }) => text),
		affiliations: result
			.all('authorList', 'author', 'authorAffiliationDetailsList', 'authorAffiliation', 'affiliation')
			.map(({ text }) => text)
	});
}

const dblpTypes = ['article', 'inproceedings', 'proceedings', 'book', 'incollection', 'phdthesis'];

function dblpEntry(entry: XmlElement): Fields {
	const links = entry.elements('ee').map(({ text }) => text);
	return fieldsFrom({
		title: entry.textAt('title'),
		authors: entry.elements('author').map(({ text }) => text),
		year: entry.textAt('year'),
		pd: entry.textAt('month'),
		doi: links.find((link) => link.includes('doi.org/')),
		venue: entry.textAt('journal') ?? entry.textAt('booktitle'),
		url: links[0],
		type: entry.name,
		volume: entry.textAt('volume'),
		issue: entry.textAt('number'),
		pages: entry.textAt('pages')
	});
}

function fieldsOf(element: XmlElement): Fields | null {
	if (element.name === 'record') return oaiRecord(element);
	if (element.name === 'result') return europePmcResult(element);
	return dblpTypes.includes(element.name) ? dblpEntry(element) : null;
}

export const servicesXml = textFormat({
	id: 'xml',
	label: 'XML',
	extensions: ['xml'],
	source: 'OAI-PMH (arXiv and other repositories), Europe PMC, DBLP',
	matches: ({ localRoot }) => /^(?:OAI-PMH|ListRecords|responseWrapper|dblp)$/.test(localRoot),
	read: xmlReader(['record', 'result', ...dblpTypes], () => fieldsOf)
});
