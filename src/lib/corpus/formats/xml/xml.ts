import type { Fields } from '../../paper/fields.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { xmlReader, type ElementReader } from './xml-reader.ts';
import type { XmlElement } from './xml-tree.ts';

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
export const readAtom = xmlReader(['entry'], () => atomEntry);

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
export const readEndNote = xmlReader(['record'], () => endNoteRecord);

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
export const readAcl = xmlReader(['meta', 'paper'], aclReader);
