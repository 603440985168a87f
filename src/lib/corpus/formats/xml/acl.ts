import { textFormat } from '../format.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { xmlReader, type ElementReader } from './xml-reader.ts';
import type { XmlElement } from './xml-tree.ts';

const person = (author: XmlElement) =>
	[author.textAt('first'), author.textAt('last')].filter(Boolean).join(' ') || author.text;

/** Papers come after the `meta` of their volume. */
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

export const acl = textFormat({
	id: 'acl-xml',
	label: 'ACL Anthology XML',
	extensions: ['xml'],
	source: 'the data of the ACL Anthology',
	matches: (head) => /^(?:collection|volume)$/.test(head.root) && head.hasElement('paper'),
	read: xmlReader(['meta', 'paper'], aclReader)
});
