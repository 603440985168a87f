import { aliasesOfLanguages } from './aliases-of-languages.ts';

/** What sources call the fields of a paper, without case, spaces and punctuation; the first that is filled wins. */
export const aliases = {
	title: [
		...['title', 'documenttitle', 'articletitle', 'itemtitle', 'primarytitle', 'papertitle', 'ti', 't1'],
		...['displayname', 'publicationname', 'titre', 'titel', 'name', 'originaltitle', 'headline'],
		...['titles', 'dctitle']
	],
	abstract: [
		...[
			'abstract',
			'text',
			'summary',
			'abstracttext',
			'abstractnote',
			'notesabstract',
			'description',
			'ab',
			'n2'
		],
		...['abstracten', 'abstractenglish', 'originalabstract', 'resume', 'zusammenfassung', 'body', 'content'],
		...['abstracts', 'dcdescription', 'summaries', 'descriptions']
	],
	authors: [
		...[
			'authorfullnames',
			'authors',
			'author',
			'authornames',
			'authorlist',
			'authorname',
			'creators',
			'creator'
		],
		...['af', 'au', 'a1', 'firstauthors', 'bookauthors', 'auteurs', 'autoren'],
		...[
			'authorstring',
			'authorshipsauthordisplayname',
			'groupauthors',
			'bookauthorfullnames',
			'authfullnames'
		]
	],
	authorCount: ['nauthors', 'numauthors', 'authorcount', 'authorscount', 'numberofauthors', 'teamsize'],
	date: [
		...['date', 'published', 'publishedat', 'publicationdate', 'pubdate', 'publisheddate', 'datepublished'],
		...[
			'coverdate',
			'firstpublicationdate',
			'issuedate',
			'issued',
			'year',
			'publicationyear',
			'pubyear',
			'py',
			'y1'
		],
		...[
			'yearpublished',
			'da',
			'pd',
			'dateofpublication',
			'publicationdateonline',
			'earlyaccessdate',
			'created'
		],
		...[
			'publishtime',
			'publishedyear',
			'prismcoverdate',
			'meetingdate',
			'dateofissue',
			'yearofpublication',
			'produceddates',
			'earliestdate'
		]
	],
	sourceId: [
		...[
			'id',
			'sourceid',
			'arxivid',
			'pmid',
			'paperid',
			'lensid',
			'publicationid',
			'corpusid',
			'eid',
			'ut',
			'pubmedid'
		],
		...[
			'utuniquewosid',
			'uniquewosid',
			'uniqueid',
			'accession',
			'accessionnumber',
			'recordid',
			'key',
			'itemid'
		],
		...['medlinepmid', 'embaseaccessionid', 'ericnumber']
	],
	doi: ['doi', 'itemdoi', 'di', 'doilink', 'doiurl', 'dois', 'doiids', 'prismdoi', 'bookdoi'],
	organisation: ['organisation', 'organization', 'institution'],
	venue: [
		...['venue', 'journal', 'journalref', 'booktitle', 'publicationtitle', 'sourcetitle', 'journalbook'],
		...[
			'conference',
			'containertitle',
			'journaltitle',
			'publication',
			'source',
			'so',
			'jf',
			'jo',
			't2',
			'conferencename'
		],
		...['bookseriestitle', 'anthologytitle', 'proceedingstitle', 'pubtitle', 'journaltitles', 'server'],
		...['journalname', 'prismpublicationname', 'primarylocationsourcedisplayname', 'repository']
	],
	url: [
		'url',
		'link',
		'urls',
		'pdfurl',
		'links',
		'pdflink',
		'externalurl',
		'dimensionsurl',
		'openurllink',
		'sourceurls',
		...['articleurl', 'plink', 'primarylocationlandingpageurl', 'landingpageurl', 'fulltexturl', 'permalink']
	],
	type: [
		...[
			'type',
			'documenttype',
			'publicationtype',
			'itemtype',
			'doctype',
			'contenttype',
			'typeofreference',
			'dt'
		],
		...['publicationtypes', 'articletype'],
		...['pubtype', 'subtypedescription', 'documentidentifier']
	],
	language: ['language', 'lang', 'languageoforiginaldocument', 'la', 'languageofarticle'],
	volume: ['volume', 'vol', 'journalvolume', 'vl', 'bibliovolume', 'prismvolume'],
	issue: ['issue', 'number', 'issuenumber', 'journalissue', 'is', 'biblioissue', 'prismissueidentifier'],
	pages: ['pages', 'pagerange', 'pagination', 'page', 'pageinfo', 'prismpagerange'],
	firstPage: ['startpage', 'pagestart', 'beginningpage', 'sp', 'bp', 'firstpage', 'bibliofirstpage'],
	lastPage: ['endpage', 'pageend', 'endingpage', 'ep', 'lastpage', 'bibliolastpage'],
	month: ['month', 'publishedmonth', 'publicationmonth', 'pubmonth'],
	day: ['day', 'publishedday', 'publicationday', 'pubday'],
	articleNumber: ['artno', 'articlenumber', 'ar'],
	comments: ['comments', 'numcomments', 'commentcount'],
	upvotes: ['upvotes', 'likes', 'votes']
} as const satisfies Record<string, readonly string[]>;

export type FieldName = keyof typeof aliases;
export const fieldNames = Object.keys(aliases) as FieldName[];

/** A field name without case, spaces and punctuation. */
export function fieldKey(name: string): string {
	return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether a field of this name can hold a title or an abstract. */
export function isTextField(name: string): boolean {
	const field = places.get(fieldKey(name))?.field;
	return field === 'title' || field === 'abstract';
}

/** Accents are often lost on the way. */
const withoutAccents = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The aliases of a field in their order, those of other languages last. */
function allAliases(field: FieldName): string[] {
	const others = aliasesOfLanguages[field]?.split(' ') ?? [];
	return [...aliases[field], ...others, ...others.map(withoutAccents)];
}

/** For each alias, its field and how early it stands among the field's aliases. */
export const places: ReadonlyMap<string, { field: FieldName; rank: number }> = new Map(
	fieldNames
		.flatMap((field) => allAliases(field).map((alias, rank) => [alias, { field, rank }] as const))
		.reverse()
);
