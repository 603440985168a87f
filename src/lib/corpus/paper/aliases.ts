import { byName, fieldNames as statedNames, fields } from '../../dataset/fields.ts';
import { aliasesOfLanguages } from './aliases-of-languages.ts';

const statedAliases = byName(statedNames, (name): readonly string[] => fields[name].aliases.split(' '));

/** What sources call the fields of a paper, without case, spaces and punctuation; the first that is filled wins. */
export const aliases = {
	title: [
		...['title', 'documenttitle', 'articletitle', 'itemtitle', 'primarytitle', 'papertitle', 'ti', 't1'],
		...['displayname', 'publicationname', 'titre', 'titel', 'name', 'originaltitle', 'headline'],
		...['titles', 'dctitle', 'projecttitle', 'awardtitle']
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
		...['abstracts', 'dcdescription', 'summaries', 'descriptions', 'projectabstract', 'awardabstract']
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
	...statedAliases,
	firstPage: ['startpage', 'pagestart', 'beginningpage', 'sp', 'bp', 'firstpage', 'bibliofirstpage'],
	lastPage: ['endpage', 'pageend', 'endingpage', 'ep', 'lastpage', 'bibliolastpage'],
	month: ['month', 'publishedmonth', 'publicationmonth', 'pubmonth'],
	day: ['day', 'publishedday', 'publicationday', 'pubday'],
	articleNumber: ['artno', 'articlenumber', 'ar'],
	keywords: [
		...['keywords', 'authorkeywords', 'keyword', 'authorskeywords', 'keywordsauthor', 'keywordsauthors'],
		...[
			'authkeywords',
			'authorsuppliedkeywords',
			'manualtags',
			'keywordlist',
			'freekeywords',
			'identifierkeywords'
		]
	],
	indexKeywords: [
		...['indexkeywords', 'keywordsplus', 'ieeeterms', 'inspeccontrolledterms', 'inspecnoncontrolledterms'],
		...['meshterms', 'meshheadings', 'mesh', 'doeterms', 'psyctags', 'emtreedrugindexterms'],
		...['emtreemedicalindexterms', 'subjectterms', 'automatictags', 'concepts', 'indexterms']
	],
	affiliations: [
		...['affiliations', 'addresses', 'authoraffiliations', 'authoraddresses', 'affiliation', 'authoraddress'],
		...['authoraffiliation', 'authorsrawaffiliation']
	],
	organisations: [
		...['organisations', 'organizations', 'institutions', 'researchorganizationsstandardized'],
		...['researchorganizations', 'authorsaffiliationsnameofresearchorganization', 'affilname'],
		'authorshipsinstitutionsdisplayname'
	],
	countries: [
		...['countries', 'affiliationcountry', 'affiliationcountries', 'authorcountries'],
		...['countryofresearchorganization', 'countryofstandardizedresearchorganization'],
		...['authorsaffiliationscountryofresearchorganization', 'authorshipscountries']
	]
} as const;

export type FieldName = keyof typeof aliases;
export const fieldNames = Object.keys(aliases) as FieldName[];

/** Keys of names that were met: records repeat theirs. */
const keysOfNames = new Map<string, string>();
const mostNames = 1000;

/** A field name without case, spaces and punctuation. */
export function fieldKey(name: string): string {
	const known = keysOfNames.get(name);
	if (known !== undefined) return known;
	const key = name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
	if (keysOfNames.size < mostNames) keysOfNames.set(name, key);
	return key;
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
