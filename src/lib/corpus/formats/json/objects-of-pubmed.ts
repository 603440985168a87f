import { translated } from '../tagged/medline.ts';
import {
	firstText,
	isObject,
	member,
	objects,
	text,
	type JsonObject,
	type ObjectReader
} from '../../paper/object-reader.ts';
import { fieldsFrom } from '../tagged/tagged.ts';

/** The summaries in an answer of PubMed, in the order of its list of identifiers; `null` for any other object. */
export function summariesOf(value: JsonObject): unknown[] | null {
	const result = Array.isArray(value.uids) ? value : member(value, 'result');
	const { uids } = result;
	if (!Array.isArray(uids)) return null;
	const known = uids.map(text).filter((uid) => uid !== null && isObject(result[uid]));
	return known.length > 0 ? uids.map((uid) => result[text(uid) ?? '']) : null;
}

/** Summaries of PubMed, which have no abstracts. */
export const fromPubmedSummary: ObjectReader = (value) => {
	if (text(value.uid) === null || !(Array.isArray(value.articleids) || 'fulljournalname' in value))
		return null;
	const ids = objects(value, 'articleids');
	const id = (type: string) => text(ids.find(({ idtype }) => idtype === type)?.value);
	const authors = objects(value, 'authors').filter(({ authtype }) => authtype !== 'Editor');
	return fieldsFrom({
		id: id('pubmed') ?? text(value.uid),
		title: translated(text(value.title)) ?? text(value.vernaculartitle),
		authors: authors.map(({ name }) => text(name) ?? ''),
		date: text(value.pubdate),
		da: text(value.epubdate),
		doi: id('doi') ?? /10\.\d{4,9}\/\S+/.exec(text(value.elocationid) ?? '')?.[0],
		venue: text(value.fulljournalname) ?? text(value.source) ?? text(value.booktitle),
		type: firstText(value.pubtype),
		language: firstText(value.lang),
		volume: text(value.volume),
		issue: text(value.issue),
		pages: text(value.pages)
	});
};
