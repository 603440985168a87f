import { textFormat } from '../format.ts';
import { paperFromFields, type Fields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { excerpt } from '../../paper/text.ts';
import { xmlElements, type XmlElement } from './xml-tree.ts';

/** RDF as Zotero exports it. Items name their journal by its address, and it may stand before or after them. */

const items = ['Article', 'Book', 'BookSection', 'Description', 'Document', 'Letter', 'Manuscript', 'Patent'];
const moreItems = ['Report', 'Thesis', 'Recording', 'MotionPicture', 'Data'];
const containers = ['Journal', 'Periodical', 'Proceedings', 'Series', 'Website', 'Blog', 'Conference'];
const belongings = /^(?:attachment|note|annotation)$/;

/** Items that wait for their journal, and journals that are kept, at most. */
const mostWaiting = 2000;
const mostKept = 100_000;

/** Who counts as an author, the first of these that an item has. */
const roles = ['authors', 'presenters', 'inventors', 'programmers', 'artists', 'directors', 'contributors'];

const personName = (person: XmlElement) =>
	[person.textAt('givenName') ?? person.textAt('givenname'), person.textAt('surname')]
		.filter(Boolean)
		.join(' ') ||
	(person.textAt('name') ?? '');

function authorsOf(item: XmlElement): string[] {
	const role = roles.find((name) => item.at(name));
	if (role === undefined) return [];
	const lists = ['Seq', 'Bag'].flatMap((list) => item.all(role, list, 'li'));
	return lists.flatMap((entry) =>
		['Person', 'Organization'].flatMap((kind) => entry.elements(kind)).map(personName)
	);
}

/** What an item has of its own, or of the journal it is part of. */
interface Place {
	venue: string | null;
	doi: string | null;
	volume: string | null;
	issue: string | null;
}

function placeOf(element: XmlElement): Place {
	const identifiers = element.elements('identifier').map(({ text }) => text);
	return {
		venue: element.textAt('title'),
		doi: identifiers.map((text) => /\b10\.\d{4,9}\/\S+/.exec(text)?.[0] ?? null).find(Boolean) ?? null,
		volume: element.textAt('volume'),
		issue: element.textAt('number')
	};
}

function placeWithin(item: XmlElement): Place | null {
	const parts = ['isPartOf', 'presentedAt'].flatMap((name) => item.elements(name));
	const inside = parts.flatMap((part) => [...containers, 'Book'].flatMap((name) => part.elements(name)));
	const found = inside.find(({ name }) => name !== 'Series') ?? inside[0];
	return found ? placeOf(found) : null;
}

/** @param outer the journal, where it does not stand in the item */
function fieldsOf(item: XmlElement, outer: Place | null): Fields {
	const own = placeOf(item);
	const around = placeWithin(item) ?? outer;
	const about = item.attributes.get('rdf:about') ?? '';
	const uri = item.textAt('identifier', 'URI', 'value') ?? about;
	return fieldsFrom({
		title: own.venue,
		abstract: item.textAt('abstract'),
		authors: authorsOf(item),
		date: item.textAt('date'),
		doi: own.doi ?? around?.doi ?? /^DOI:\s*(\S+)/im.exec(item.textAt('description') ?? '')?.[1] ?? about,
		venue: around?.venue,
		url: /^https?:/.test(uri) ? uri : null,
		type: item.textAt('itemType'),
		language: item.textAt('language'),
		volume: own.volume ?? around?.volume,
		issue: own.issue ?? around?.issue,
		pages: item.textAt('pages'),
		keywords: item
			.elements('subject')
			.map((subject) => subject.textAt('AutomaticTag', 'value') ?? subject.text)
	});
}

function isItem(element: XmlElement): boolean {
	const type = element.textAt('itemType');
	if (type !== null) return !belongings.test(type);
	if (![...items, ...moreItems].includes(element.name)) return false;
	return element.at('abstract') !== null || element.at('authors') !== null;
}

const referenceOf = (item: XmlElement) =>
	item
		.elements('isPartOf')
		.map(({ attributes }) => attributes.get('rdf:resource'))
		.find((address) => address !== undefined);

/** Items in file order, each as soon as its journal is known. */
class Waiting {
	readonly #items: { item: XmlElement; address: string | undefined }[] = [];
	readonly #places = new Map<string, Place>();

	add(element: XmlElement): void {
		const address = element.attributes.get('rdf:about');
		if (isItem(element)) this.#items.push({ item: element, address: referenceOf(element) });
		else if (address !== undefined && element.at('title') && this.#places.size < mostKept)
			this.#places.set(address, placeOf(element));
	}

	/** @param isOver whether no more journals come */
	*ready(isOver = false): Generator<Parsed> {
		for (let [next] = this.#items; next; [next] = this.#items) {
			const { item, address } = next;
			const place = address === undefined ? null : this.#places.get(address);
			if (place === undefined && !isOver && this.#items.length < mostWaiting) return;
			this.#items.shift();
			const parsed = paperFromFields(fieldsOf(item, place ?? null), '');
			// Zotero writes the DOI of an article into its journal: it is that of one article only.
			if (place) place.doi = null;
			yield 'reason' in parsed ? { ...parsed, excerpt: excerpt(item.text) } : parsed;
		}
	}
}

async function* read(text: AsyncIterable<string>): Records {
	const waiting = new Waiting();
	for await (const element of xmlElements(text, new Set([...items, ...moreItems, ...containers]))) {
		waiting.add(element);
		yield* waiting.ready();
	}
	yield* waiting.ready(true);
	return noFacts;
}

export const zoteroRdf = textFormat({
	id: 'zotero-rdf',
	label: 'Zotero RDF',
	extensions: ['rdf'],
	source: 'Zotero, “Zotero RDF”',
	matches: ({ localRoot, text }) =>
		localRoot === 'RDF' && /zotero\.org\/namespaces|purl\.org\/net\/biblio#/.test(text),
	read
});
