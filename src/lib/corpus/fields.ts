import type { Paper } from '../dataset/paper.ts';
import { authorsOf } from './authors.ts';
import { parseDate } from './dates.ts';
import { bare, type Parsed } from './record.ts';
import { excerpt, tidy, tidyAbstract } from './text.ts';

/** What a record calls the fields of a paper; the first that is there and not empty wins. */
const aliases = {
	title: ['title', 'documenttitle', 'articletitle', 'primarytitle', 'papertitle', 'ti', 'name'],
	abstract: [
		'abstract',
		'text',
		'summary',
		'abstracttext',
		'abstractnote',
		'notesabstract',
		'description',
		'ab'
	],
	authors: ['authors', 'author', 'authornames', 'authorfullnames', 'creators', 'creator', 'au'],
	authorCount: ['nauthors', 'numauthors', 'authorcount', 'authorscount', 'numberofauthors', 'teamsize'],
	date: [
		'date',
		'published',
		'publishedat',
		'publicationdate',
		'pubdate',
		'publisheddate',
		'datepublished',
		'coverdate',
		'year',
		'publicationyear',
		'pubyear',
		'py'
	],
	sourceId: [
		'id',
		'sourceid',
		'arxivid',
		'pmid',
		'paperid',
		'corpusid',
		'eid',
		'accession',
		'accessionnumber',
		'recordid',
		'key'
	],
	doi: ['doi'],
	organisation: ['organisation', 'organization', 'institution', 'affiliation'],
	venue: [
		'venue',
		'journal',
		'journalref',
		'booktitle',
		'publicationtitle',
		'sourcetitle',
		'journalbook',
		'conference',
		'containertitle',
		'source'
	],
	url: ['url', 'link', 'urls', 'pdfurl', 'links'],
	type: ['type', 'documenttype', 'publicationtype', 'itemtype', 'doctype'],
	language: ['language', 'lang', 'languageoforiginaldocument'],
	volume: ['volume', 'vol'],
	issue: ['issue', 'number', 'issuenumber'],
	pages: ['pages', 'pagerange'],
	comments: ['comments', 'numcomments', 'commentcount'],
	upvotes: ['upvotes', 'likes', 'votes']
} as const satisfies Record<string, readonly string[]>;

/** A field name without case, spaces and punctuation. */
export function fieldKey(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a field of this name can hold a title or an abstract. */
export function isTextField(name: string): boolean {
	const key = fieldKey(name);
	return [...aliases.title, ...aliases.abstract].some((alias) => alias === key);
}

/** The fields of a record by their keys; empty values are left out. */
export type Fields = ReadonlyMap<string, unknown>;

function pick(fields: Fields, field: keyof typeof aliases): unknown {
	for (const alias of aliases[field]) {
		const value = fields.get(alias);
		if (value !== undefined && value !== null && value !== '') return value;
	}
	return null;
}

function textOf(value: unknown): string | null {
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	if (Array.isArray(value)) return textOf(value[0]);
	if (typeof value === 'string') return tidy(value) || null;
	if (typeof value === 'object' && value !== null) {
		const { name, title, full_name: fullName } = value as Record<string, unknown>;
		return textOf(name ?? title ?? fullName ?? null);
	}
	return null;
}

function countOf(value: unknown): number | null {
	const count = typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : value;
	return typeof count === 'number' && Number.isSafeInteger(count) && count >= 0 && count < 2_147_483_648
		? count
		: null;
}

/** A DOI without its resolver, in lower case, or `null` when the text is none. */
export function bareDoi(text: string): string | null {
	const doi = text
		.trim()
		.toLowerCase()
		.replace(/^(https?:\/\/)?(dx\.)?doi\.org\//, '')
		.replace(/^doi:\s*/, '');
	return /^10\.\d{4,9}\/\S+$/.test(doi) ? doi : null;
}

/** A paper, or why there is none, from a record's fields. */
export function paperFromFields(fields: Fields, raw: string): Parsed {
	const title = textOf(pick(fields, 'title')) ?? '';
	const abstract = tidyAbstract(textOf(pick(fields, 'abstract')) ?? '');
	if (!title && !abstract) return { reason: 'no title and no abstract', excerpt: excerpt(raw) };
	const { authors, teamSize } = authorsOf(pick(fields, 'authors'));
	const text = (field: keyof typeof aliases) => textOf(pick(fields, field));
	const paper: Paper = {
		...bare(title, abstract),
		...parseDate(text('date') ?? ''),
		sourceId: text('sourceId'),
		doi: bareDoi(text('doi') ?? ''),
		authors,
		teamSize: teamSize ?? (countOf(pick(fields, 'authorCount')) || null),
		organisation: text('organisation'),
		venue: text('venue'),
		url: text('url'),
		type: text('type'),
		language: text('language'),
		volume: text('volume'),
		issue: text('issue'),
		pages: text('pages'),
		comments: countOf(pick(fields, 'comments')),
		upvotes: countOf(pick(fields, 'upvotes'))
	};
	return { paper };
}
