import { textFormat } from '../format.ts';
import type { Fields } from '../../paper/fields.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { xmlReader } from './xml-reader.ts';
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

export const atom = textFormat({
	id: 'atom',
	label: 'Atom feed',
	extensions: ['atom', 'xml'],
	source: 'arXiv API',
	matches: ({ root }) => root === 'feed',
	read: xmlReader(['entry'], () => atomEntry)
});
