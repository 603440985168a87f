import { textFormat } from '../format.ts';
import type { Fields } from '../../paper/fields.ts';
import { fieldsFrom } from '../tagged/tagged.ts';
import { xmlReader, type ElementReader } from './xml-reader.ts';
import type { XmlElement } from './xml-tree.ts';

/** Marks of notes, members of a group, and formulas that are there in another form, too. */
const left = new Set(['xref', 'fn', 'contrib-group', 'tex-math']);
const blocks = new Set(['title', 'p', 'sec', 'label', 'list', 'list-item', 'break', 'subtitle']);

/** The text of an element with spaces between its paragraphs. */
function prose(element: XmlElement | null | undefined): string {
	const parts = (element?.children ?? []).map((child) => {
		if (typeof child === 'string') return child;
		if (left.has(child.name)) return '';
		return blocks.has(child.name) ? ` ${prose(child)} ` : prose(child);
	});
	return parts.join('').trim();
}

function titleOf(meta: XmlElement): string {
	const group = meta.at('title-group') ?? meta;
	const [title, subtitle] = ['article-title', 'subtitle'].map((name) => prose(group.at(name)));
	return [title, subtitle].filter(Boolean).join(': ') || prose(group.at('trans-title-group', 'trans-title'));
}

/** The abstract, rather than a graphical one, a summary for everybody or a translation. */
function abstractOf(meta: XmlElement): string {
	const all = [...meta.elements('abstract'), ...meta.elements('trans-abstract')];
	const plain = all.find(({ attributes }) => !attributes.has('abstract-type'));
	const text = prose(plain ?? all[0]);
	const heading = (plain ?? all[0])?.textAt('title') ?? '';
	return /^(?:abstract|summary)[:.]?$/i.test(heading) ? text.slice(heading.length) : text;
}

function nameOf(contributor: XmlElement): string {
	const name = contributor.at('name') ?? contributor.at('name-alternatives', 'name');
	const parts = ['given-names', 'surname', 'suffix'].map((part) => name?.textAt(part));
	const written = contributor.at('string-name') ?? contributor.at('name-alternatives', 'string-name');
	const strings = ['given-names', 'surname', 'suffix'].map((part) => written?.textAt(part));
	return (
		parts.filter(Boolean).join(' ') ||
		strings.filter(Boolean).join(' ') ||
		prose(written ?? contributor.at('collab') ?? contributor.at('collab-alternatives', 'collab'))
	);
}

function authorsOf(meta: XmlElement): string[] {
	const all = meta.all('contrib-group', 'contrib');
	const typed = all.filter(({ attributes }) => attributes.get('contrib-type') === 'author');
	const untyped = all.filter(({ attributes }) => !attributes.has('contrib-type'));
	return (typed.length > 0 ? typed : untyped).map(nameOf);
}

function dateText(date: XmlElement): string {
	const [year, month, day] = ['year', 'month', 'day'].map((part) => date.textAt(part));
	if (!year) return date.attributes.get('iso-8601-date') ?? date.textAt('string-date') ?? '';
	if (month && !/^\d+$/.test(month)) return [day, month, year].filter(Boolean).join(' ');
	return [year, month ?? date.textAt('season'), month ? day : null].filter(Boolean).join(month ? '-' : ' ');
}

const kindOf = ({ attributes }: XmlElement) =>
	`${attributes.get('pub-type') ?? ''} ${attributes.get('date-type') ?? ''} ${attributes.get('publication-format') ?? ''}`;
/** Dates at which an article came out, the earliest kind first; when an archive had it says nothing of that. */
const kinds = [
	/epub|electronic/,
	/ppub|print/,
	/collection|issue/,
	/^(?!.*(?:release|nihms|submi|preprint))/,
	/./
];

function datesOf(meta: XmlElement): string[] {
	const all = meta.elements('pub-date').map((date) => ({ text: dateText(date), kind: kindOf(date) }));
	const rank = (kind: string) => kinds.findIndex((pattern) => pattern.test(kind));
	return all.sort((a, b) => rank(a.kind) - rank(b.kind)).map(({ text }) => text);
}

/** Keywords of the authors, and of indexes, whose groups say so. */
function keywordsOf(meta: XmlElement): { keywords: string[]; indexkeywords: string[] } {
	const isIndex = ({ attributes }: XmlElement) =>
		/mesh|index|subject|heading|research-area|thesaurus/i.test(attributes.get('kwd-group-type') ?? '');
	const words = (groups: readonly XmlElement[]) =>
		groups.flatMap((group) => group.elements('kwd').map((keyword) => prose(keyword)));
	const groups = meta
		.elements('kwd-group')
		.filter(({ attributes }) => !/abbr/i.test(attributes.get('kwd-group-type') ?? ''));
	return {
		keywords: words(groups.filter((group) => !isIndex(group))),
		indexkeywords: words(groups.filter(isIndex))
	};
}

/** What stands beside an address and is no part of it. */
const besideAddress = new Set(['label', 'sup', 'email', 'institution-id', 'ext-link', 'phone', 'fax']);

function addressOf(aff: XmlElement): unknown {
	const institutions = [...aff.elements('institution'), ...aff.all('institution-wrap', 'institution')];
	const country = aff.at('country');
	const names = institutions.map((institution) => prose(institution)).filter(Boolean);
	if (names.length > 0 && country)
		return { name: names.join(', '), country: country.text, country_code: country.attributes.get('country') };
	const text = aff.children
		.map((child) => (typeof child === 'string' ? child : besideAddress.has(child.name) ? '' : prose(child)))
		.join('');
	return text.replaceAll('\n', ' ');
}

/** Where the authors work. */
const addressesOf = (meta: XmlElement) =>
	[['aff'], ['aff-alternatives'], ['contrib-group', 'aff'], ['contrib-group', 'contrib', 'aff']]
		.flatMap((path) => meta.all(...path))
		.map((aff) => addressOf(aff.at('aff') ?? aff));

/** The fields of an article from what stands before its text. */
export function frontFields(front: XmlElement, article: XmlElement | null): Fields {
	const meta = front.at('article-meta') ?? front;
	const journal = front.at('journal-meta');
	const id = (type: string) =>
		meta
			.elements('article-id')
			.find(({ attributes }) => attributes.get('pub-id-type') === type)
			?.text.trim();
	const [date, second] = datesOf(meta);
	return fieldsFrom({
		id: id('pmid') ?? id('pmcid') ?? id('pmc') ?? id('publisher-id'),
		title: titleOf(meta),
		abstract: abstractOf(meta),
		authors: authorsOf(meta),
		date,
		da: second,
		doi: id('doi'),
		venue: journal?.textAt('journal-title-group', 'journal-title') ?? journal?.textAt('journal-title'),
		type: article?.attributes.get('article-type'),
		language: article?.attributes.get('xml:lang'),
		volume: meta.textAt('volume'),
		issue: meta.textAt('issue'),
		startpage: meta.textAt('fpage'),
		endpage: meta.textAt('lpage'),
		articlenumber: meta.textAt('elocation-id'),
		...keywordsOf(meta),
		affiliations: addressesOf(meta)
	});
}

/** Articles one after the other: of each the first front counts, since answers to it have their own. */
function jatsReader(): ElementReader {
	let article: XmlElement | null = null;
	return (element) => {
		if (element.name === 'article') article = element;
		if (element.name !== 'front' || !article) return null;
		const fields = frontFields(element, article);
		article = null;
		return fields;
	};
}

/** JATS, read without the text and the references of its articles. */
export const jats = textFormat({
	id: 'jats',
	label: 'JATS',
	extensions: ['xml', 'nxml'],
	source: 'PubMed Central and publishers',
	matches: (head) => head.root === 'pmc-articleset' || (head.root === 'article' && head.hasElement('front')),
	read: xmlReader(['front'], jatsReader)
});
