import { paperFromFields, type Fields } from './fields.ts';
import { noFacts, type Reader, type Records } from './record.ts';
import { excerpt } from './text.ts';
import { fieldsFrom } from './tagged.ts';
import { xmlElements, type XmlElement } from './xml-tree.ts';

/** Reads one element of a source; `null` when it is no record but says something of those that follow. */
type ElementReader = (element: XmlElement) => Fields | null;

function reader(wanted: readonly string[], begin: () => ElementReader): Reader {
	return async function* (text): Records {
		const read = begin();
		for await (const element of xmlElements(text, new Set(wanted))) {
			const fields = read(element);
			if (!fields) continue;
			const parsed = paperFromFields(fields, '');
			yield 'reason' in parsed ? { ...parsed, excerpt: excerpt(element.text) } : parsed;
		}
		return noFacts;
	};
}

/** An arXiv identifier without its version. */
const arxivId = (url: string | null) => /arxiv\.org\/abs\/(.+?)(?:v\d+)?$/.exec(url ?? '')?.[1] ?? url;

/** The fields of an entry, as the arXiv API has them. */
export function atomEntry(entry: XmlElement): Fields | null {
	if (entry.name !== 'entry') return null;
	const id = entry.textAt('id');
	const isArxiv = id?.includes('arxiv.org') ?? false;
	return fieldsFrom({
		id: arxivId(id),
		title: entry.textAt('title'),
		abstract: entry.textAt('summary') ?? entry.textAt('content'),
		authors: entry.elements('author').map((author) => author.textAt('name') ?? ''),
		date: entry.textAt('published') ?? entry.textAt('updated'),
		doi: entry.textAt('doi'),
		venue: entry.textAt('journal_ref') ?? (isArxiv ? 'arXiv' : null),
		url: /^https?:/.test(id ?? '') ? id : null,
		type: isArxiv ? 'preprint' : null
	});
}

/** Reads Atom, as the arXiv API answers. */
export const readAtom = reader(['entry'], () => atomEntry);

function endNoteRecord(record: XmlElement): Fields | null {
	if (record.name !== 'record') return null;
	const kind = record.at('ref-type')?.attributes.get('name');
	return fieldsFrom({
		id: record.textAt('accession-num') ?? record.textAt('rec-number'),
		title: record.textAt('titles', 'title') ?? record.textAt('titles', 'short-title'),
		abstract: record.textAt('abstract'),
		authors: record.all('contributors', 'authors', 'author').map(({ text }) => text),
		year: record.textAt('dates', 'year'),
		pd: record.textAt('dates', 'pub-dates', 'date'),
		doi: record.textAt('electronic-resource-num'),
		venue:
			record.textAt('periodical', 'full-title') ??
			record.textAt('titles', 'secondary-title') ??
			record.textAt('alt-periodical', 'full-title'),
		url: record.textAt('urls', 'related-urls', 'url') ?? record.textAt('urls', 'web-urls', 'url'),
		type: kind ?? null,
		language: record.textAt('language'),
		volume: record.textAt('volume'),
		issue: record.textAt('number'),
		pages: record.textAt('pages')
	});
}

/** Reads EndNote XML. */
export const readEndNote = reader(['record'], () => endNoteRecord);

const person = (author: XmlElement) =>
	[author.textAt('first'), author.textAt('last')].filter(Boolean).join(' ') || author.text;

/** ACL Anthology: papers after the `meta` of their volume. */
function aclReader(): ElementReader {
	let collection = '';
	let volume = '';
	let meta: XmlElement | null = null;
	const idOf = (paper: XmlElement) => {
		const number = paper.attributes.get('id') ?? '';
		// Old collections ("P18") join volume and paper in four digits.
		return /^\d{4}\./.test(collection)
			? `${collection}-${volume}.${number}`
			: `${collection}-${volume}${number.padStart(4 - volume.length, '0')}`;
	};
	return (element) => {
		if (element.name === 'collection') collection = element.attributes.get('id') ?? '';
		if (element.name === 'volume') volume = element.attributes.get('id') ?? '';
		if (element.name === 'meta') meta = element;
		if (element.name !== 'paper') return null;
		const month = element.textAt('month') ?? meta?.textAt('month');
		const year = element.textAt('year') ?? meta?.textAt('year');
		const id = collection ? idOf(element) : element.textAt('bibkey');
		return fieldsFrom({
			id,
			title: element.textAt('title'),
			abstract: element.textAt('abstract'),
			authors: element.elements('author').map(person),
			year,
			pd: month,
			doi: element.textAt('doi'),
			venue: meta?.textAt('booktitle') ?? element.textAt('booktitle'),
			url: collection ? `https://aclanthology.org/${id}/` : null,
			language: element.textAt('language'),
			pages: element.textAt('pages')
		});
	};
}

/** Reads the XML of the ACL Anthology. */
export const readAcl = reader(['meta', 'paper'], aclReader);

function pubmedDate(date: XmlElement | null): string | null {
	if (!date) return null;
	const parts = ['Year', 'Month', 'Day'].map((name) => date.textAt(name)).filter(Boolean);
	return parts.join(' ') || date.textAt('MedlineDate');
}

function pubmedArticle(record: XmlElement): Fields | null {
	if (record.name !== 'PubmedArticle') return null;
	const citation = record.at('MedlineCitation');
	const article = citation?.at('Article');
	const ids = record.all('PubmedData', 'ArticleIdList', 'ArticleId');
	const doi = ids.find(({ attributes }) => attributes.get('IdType') === 'doi')?.text;
	const located = article
		?.elements('ELocationID')
		.find(({ attributes }) => attributes.get('EIdType') === 'doi')?.text;
	const issue = article?.at('Journal', 'JournalIssue');
	return fieldsFrom({
		id: citation?.textAt('PMID'),
		title: article?.textAt('ArticleTitle') ?? article?.textAt('VernacularTitle'),
		abstract: article?.all('Abstract', 'AbstractText').map(labelled),
		authors: article?.all('AuthorList', 'Author').map(pubmedAuthor),
		date: pubmedDate(issue?.at('PubDate') ?? null) ?? pubmedDate(article?.at('ArticleDate') ?? null),
		doi: doi ?? located,
		venue: article?.textAt('Journal', 'Title'),
		type: article?.textAt('PublicationTypeList', 'PublicationType'),
		language: article?.textAt('Language'),
		volume: issue?.textAt('Volume'),
		issue: issue?.textAt('Issue'),
		pages: article?.textAt('Pagination', 'MedlinePgn')
	});
}

const labelled = (part: XmlElement) => {
	const label = part.attributes.get('Label');
	return label ? `${label}: ${part.text}` : part.text;
};

const pubmedAuthor = (author: XmlElement) =>
	author.textAt('CollectiveName') ??
	[author.textAt('ForeName') ?? author.textAt('Initials'), author.textAt('LastName')]
		.filter(Boolean)
		.join(' ');

/** Reads PubMed XML. */
export const readPubmedXml = reader(['PubmedArticle'], () => pubmedArticle);
