/** What sources call the fields of a paper, without case, spaces and punctuation; the first that is filled wins. */
export const aliases = {
	title: [
		...['title', 'documenttitle', 'articletitle', 'itemtitle', 'primarytitle', 'papertitle', 'ti', 't1'],
		...['displayname', 'publicationname', 'titre', 'titel', 'name', 'originaltitle', 'headline']
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
		...['abstracten', 'abstractenglish', 'originalabstract', 'resume', 'zusammenfassung', 'body', 'content']
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
		...['af', 'au', 'a1', 'firstauthors', 'bookauthors', 'auteurs', 'autoren']
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
		]
	],
	doi: ['doi', 'itemdoi', 'bookdoi', 'di', 'doilink', 'doiurl'],
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
		...['bookseriestitle', 'anthologytitle']
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
		'sourceurls'
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
		...['publicationtypes', 'articletype']
	],
	language: ['language', 'lang', 'languageoforiginaldocument', 'la'],
	volume: ['volume', 'vol', 'journalvolume', 'vl'],
	issue: ['issue', 'number', 'issuenumber', 'journalissue', 'is'],
	pages: ['pages', 'pagerange', 'pagination', 'page'],
	firstPage: ['startpage', 'pagestart', 'beginningpage', 'sp', 'bp', 'firstpage'],
	lastPage: ['endpage', 'pageend', 'endingpage', 'ep', 'lastpage'],
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
	const key = fieldKey(name);
	return [...aliases.title, ...aliases.abstract].some((alias) => alias === key);
}

/** For each alias, its field and how early it stands among the field's aliases. */
export const places: ReadonlyMap<string, { field: FieldName; rank: number }> = new Map(
	fieldNames.flatMap((field) => aliases[field].map((alias, rank) => [alias, { field, rank }] as const))
);
