import {
	datePartsOf,
	firstText,
	isObject,
	member,
	objects,
	text,
	type JsonObject,
	type ObjectReader
} from '../../paper/object-reader.ts';
import { fieldsFrom } from '../tagged/tagged.ts';

/** The earliest or most precise dates come first; Crossref's `created` and `deposited` are no publication dates. */
const published = (value: JsonObject, names: readonly string[]) =>
	names.map((name) => datePartsOf(value, name)).find((date) => date !== null) ?? null;

const hasRor = (one: JsonObject) =>
	[...objects(one, 'id').map(({ id }) => id), one.affiliationIdentifier].some((id) =>
		/\bror\.org\//.test(text(id) ?? '')
	);

/** Where a person of Crossref or DataCite works. What has an identifier of ROR is named whole; else it is an address. */
export function affiliationsOfPerson(person: JsonObject): unknown[] {
	const { affiliation } = person;
	const found: readonly unknown[] = Array.isArray(affiliation) ? affiliation : [affiliation];
	return found.map((one) => (isObject(one) && hasRor(one) ? { organisation: one.name } : one));
}

/** Works of the Crossref API: titles are lists, abstracts JATS. */
export const fromCrossref: ObjectReader = (value) => {
	const message = member(value, 'message');
	if ('DOI' in message && !('DOI' in value)) return fromCrossref(message);
	if (!('DOI' in value) || !(Array.isArray(value.title) || 'reference-count' in value || 'prefix' in value))
		return null;
	const subtitle = firstText(value.subtitle);
	const title = firstText(value.title);
	return fieldsFrom({
		id: null,
		title: title && subtitle && !title.includes(subtitle) ? `${title}: ${subtitle}` : title,
		abstract: text(value.abstract)?.replace(/^\s*<jats:title>\s*(?:abstract|summary)\s*<\/jats:title>/i, ''),
		authors: objects(value, 'author'),
		date: published(value, ['issued', 'published', 'published-online', 'published-print', 'created']),
		da: published(value, ['published-online', 'published-print']),
		doi: text(value.DOI),
		venue: firstText(value['container-title']) ?? text(member(value, 'event').name),
		url: text(value.URL),
		type: text(value.type),
		language: text(value.language),
		volume: text(value.volume),
		issue: text(value.issue),
		pages: text(value.page) ?? text(value['article-number']),
		citations: value['is-referenced-by-count'],
		references: value['reference-count'] ?? value['references-count'],
		indexkeywords: Array.isArray(value.subject) ? value.subject : null,
		affiliations: objects(value, 'author').flatMap(affiliationsOfPerson)
	});
};

/** Items of CSL-JSON. */
export const fromCsl: ObjectReader = (value) => {
	const isCsl =
		'container-title' in value ||
		'title-short' in value ||
		isObject(value.issued) ||
		objects(value, 'author').some(({ family, literal }) => text(family) ?? text(literal));
	if (!isCsl) return null;
	const note = /^DOI:\s*(\S+)/im.exec(text(value.note) ?? '')?.[1];
	return fieldsFrom({
		id: text(value.id)?.replace(/^https?:\/\/zotero\.org\/.*\/items\//, ''),
		title: firstText(value.title),
		abstract: text(value.abstract),
		authors: objects(value, 'author').map((author) => {
			const family = [text(author['non-dropping-particle']), text(author.family), text(author.suffix)]
				.filter(Boolean)
				.join(' ');
			return family ? { given: text(author.given) ?? '', family } : author;
		}),
		date: datePartsOf(value, 'issued'),
		doi: text(value.DOI) ?? note,
		venue: firstText(value['container-title']) ?? text(value['collection-title']),
		url: text(value.URL),
		type: text(value.type),
		language: text(value.language),
		volume: text(value.volume),
		issue: text(value.issue),
		pages: text(value.page),
		keywords: Array.isArray(value.keyword) ? value.keyword : text(value.keyword)
	});
};

const authorTypes = new Set([
	'author',
	'contributor',
	'presenter',
	'inventor',
	'programmer',
	'artist',
	'director'
]);

/** Items of the Zotero API and of Better BibTeX's JSON. */
export const fromZotero: ObjectReader = (value) => {
	const data = member(value, 'data');
	if ('itemType' in data && !('itemType' in value)) return fromZotero(data);
	if (!('itemType' in value)) return null;
	const creators = objects(value, 'creators');
	const people = creators.filter(({ creatorType }) => creatorType === 'author');
	const others = creators.filter(({ creatorType }) => authorTypes.has(text(creatorType) ?? ''));
	return fieldsFrom({
		id: text(value.key) ?? text(value.itemKey),
		title: text(value.title),
		abstract: text(value.abstractNote),
		authors: people.length > 0 ? people : others,
		date: text(value.date),
		doi: text(value.DOI) ?? /^DOI:\s*(\S+)/im.exec(text(value.extra) ?? '')?.[1],
		venue: [
			value.publicationTitle,
			value.proceedingsTitle,
			value.bookTitle,
			value.conferenceName,
			value.repository
		]
			.map(text)
			.find((name) => name !== null),
		url: text(value.url),
		type: text(value.itemType),
		language: text(value.language),
		volume: text(value.volume),
		issue: text(value.issue),
		pages: text(value.pages),
		keywords: Array.isArray(value.tags) ? value.tags : null
	});
};
