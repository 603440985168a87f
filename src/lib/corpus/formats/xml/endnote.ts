import type { Fields } from '../../paper/fields.ts';
import { textFormat } from '../format.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { xmlReader } from './xml-reader.ts';
import type { XmlElement } from './xml-tree.ts';

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
		pages: record.textAt('pages'),
		keywords: record.all('keywords', 'keyword').map(({ text }) => text),
		affiliations: record.textAt('auth-address')
	});
}

export const endNote = textFormat({
	id: 'endnote-xml',
	label: 'EndNote XML',
	extensions: ['xml'],
	source: 'EndNote, “XML”; Zotero, Mendeley',
	matches: (head) => head.root !== '' && head.hasElement('record'),
	read: xmlReader(['record'], () => endNoteRecord)
});
