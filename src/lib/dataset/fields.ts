/**
 * What a source states of a paper besides its texts, its authors and its date. Each field is declared here once: its
 * column, what the readers look for, and how exports, the drawer and the list of papers show it.
 */
export interface Field {
	/** Column of the table `papers`, and of exports as CSV, JSONL and Parquet. */
	readonly column: string;
	readonly type: 'VARCHAR' | 'INTEGER';
	/** Meaning, as printed in the documentation. */
	readonly note: string;
	/** Version of the schema that brought it, where the oldest that is read lacks it. */
	readonly since?: string;
	/**
	 * Names that sources have for it, without case, spaces and punctuation; the first that is filled wins. They hold
	 * the field's own name, by which `--column` calls it.
	 */
	readonly aliases: string;
	/** What a visitor may say that a column of a table holds. */
	readonly choice?: string;
	/** How reference managers are told of it, and where among their fields, from 1. */
	readonly reference?: Reference;
	/** How the drawer of a paper names it, and where, from 1. Fields of one name stand in one line, each after its word. */
	readonly fact?: { readonly place: number; readonly name: string; readonly word?: string };
	/** How the list of papers shows it, where some paper has it. */
	readonly list?: ListColumn;
}

/** Without a name or tag, the format has no place for the field. */
export interface Reference {
	readonly place: number;
	readonly bibtex?: string;
	readonly ris?: string;
	/** `container` has another name in BibTeX for each kind of publication, `range` two tags in RIS. */
	readonly form?: 'address' | 'container' | 'range';
}

export interface ListColumn {
	readonly label: string;
	/** Width in rem. */
	readonly room: number;
	/** What the two orders are called, ascending first. */
	readonly orders: readonly [ascending: string, descending: string];
}

/** What the source knows the paper by. */
export const identifiers = {
	sourceId: {
		column: 'source_id',
		type: 'VARCHAR',
		note: 'identifier of the record in its source',
		aliases:
			'id sourceid arxivid pmid paperid lensid publicationid corpusid eid ut pubmedid utuniquewosid uniquewosid uniqueid accession accessionnumber recordid key itemid medlinepmid embaseaccessionid ericnumber',
		choice: 'Identifier',
		fact: { place: 12, name: 'Identifier' }
	},
	doi: {
		column: 'doi',
		type: 'VARCHAR',
		note: 'digital object identifier',
		aliases: 'doi itemdoi di doilink doiurl dois doiids prismdoi digitalobjectidentifier',
		choice: 'DOI',
		reference: { place: 5, bibtex: 'doi', ris: 'DO', form: 'address' }
	}
} as const satisfies Record<string, Field>;

/** What the source says of the paper, in the order of the columns. */
export const statements = {
	organisation: {
		column: 'organisation',
		type: 'VARCHAR',
		note: 'organisation the source names',
		aliases: 'organisation organization institution',
		choice: 'Organisation',
		reference: { place: 8, ris: 'AD' },
		fact: { place: 1, name: 'Organisation' }
	},
	venue: {
		column: 'venue',
		type: 'VARCHAR',
		note: 'journal, conference or repository',
		aliases:
			'venue journal journalref booktitle publicationtitle sourcetitle journalbook conference containertitle journaltitle publication source so jf jo t2 conferencename bookseriestitle anthologytitle proceedingstitle pubtitle journaltitles server journalname prismpublicationname primarylocationsourcedisplayname repository',
		choice: 'Journal or conference',
		reference: { place: 1, bibtex: 'howpublished', ris: 'T2', form: 'container' },
		fact: { place: 2, name: 'Venue' }
	},
	url: {
		column: 'url',
		type: 'VARCHAR',
		note: 'address of the paper',
		aliases:
			'url link urls pdfurl links pdflink externalurl dimensionsurl openurllink sourceurls articleurl plink primarylocationlandingpageurl landingpageurl fulltexturl permalink documenturl resultlink',
		choice: 'Link',
		reference: { place: 6, bibtex: 'url', ris: 'UR', form: 'address' }
	},
	type: {
		column: 'type',
		type: 'VARCHAR',
		note: 'kind of publication',
		aliases:
			'type documenttype publicationtype itemtype doctype contenttype typeofreference dt publicationtypes articletype pubtype subtypedescription documentidentifier',
		choice: 'Type of publication',
		fact: { place: 6, name: 'Kind' }
	},
	language: {
		column: 'language',
		type: 'VARCHAR',
		note: 'language the source states',
		aliases: 'language lang languageoforiginaldocument la languageofarticle',
		choice: 'Language',
		reference: { place: 7, bibtex: 'language', ris: 'LA' },
		fact: { place: 7, name: 'Language' }
	},
	volume: {
		column: 'volume',
		type: 'VARCHAR',
		note: 'volume',
		aliases: 'volume vol journalvolume vl bibliovolume prismvolume',
		choice: 'Volume',
		reference: { place: 2, bibtex: 'volume', ris: 'VL' },
		fact: { place: 3, name: 'Volume' }
	},
	issue: {
		column: 'issue',
		type: 'VARCHAR',
		note: 'issue',
		aliases: 'issue number issuenumber journalissue is biblioissue prismissueidentifier',
		choice: 'Issue',
		reference: { place: 3, bibtex: 'number', ris: 'IS' },
		fact: { place: 4, name: 'Volume', word: 'issue' }
	},
	pages: {
		column: 'pages',
		type: 'VARCHAR',
		note: 'pages',
		aliases: 'pages pagerange pagination page pageinfo prismpagerange',
		choice: 'Pages',
		reference: { place: 4, bibtex: 'pages', ris: 'SP', form: 'range' },
		fact: { place: 5, name: 'Volume', word: 'pages' }
	},
	comments: {
		column: 'comments',
		type: 'INTEGER',
		note: 'comments the source counts',
		aliases: 'comments numcomments commentcount',
		fact: { place: 10, name: 'Comments' },
		list: { label: 'Comments', room: 6.5, orders: ['Fewest comments first', 'Most comments first'] }
	},
	upvotes: {
		column: 'upvotes',
		type: 'INTEGER',
		note: 'upvotes the source counts',
		aliases: 'upvotes likes votes',
		fact: { place: 11, name: 'Upvotes' },
		list: { label: 'Upvotes', room: 6, orders: ['Fewest upvotes first', 'Most upvotes first'] }
	},
	citations: {
		column: 'citations',
		type: 'INTEGER',
		note: 'times the source counts it cited',
		since: '1.5',
		aliases:
			'citations timescited timescitedwoscore timescitedallpages timescitedalldatabases citedby citedbycount citationcount citationscount numberofcitations numcitations ncitations isreferencedbycount articlecitationcount scholarlycitationscount citingworkscount cites',
		choice: 'Times cited',
		reference: { place: 9, bibtex: 'times-cited' },
		fact: { place: 8, name: 'Times cited' },
		list: { label: 'Citations', room: 6, orders: ['Least cited first', 'Most cited first'] }
	},
	references: {
		column: 'references',
		type: 'INTEGER',
		note: 'number of works it refers to',
		since: '1.5',
		aliases:
			'references referencecount referencescount referencedworkscount numberofreferences numreferences nreferences citedreferencecount numberofcitedreferences',
		choice: 'Number of references',
		reference: { place: 10, bibtex: 'number-of-cited-references' },
		fact: { place: 9, name: 'References' },
		list: { label: 'References', room: 6.5, orders: ['Fewest references first', 'Most references first'] }
	}
} as const satisfies Record<string, Field>;

/** Names that a paper may state several of, which stand in tables of their own, and how the list of papers shows them. */
export const listedNames = [
	{ column: 'keywords', dimension: 'keyword', label: 'Keywords', room: 12 },
	{ column: 'organisations', dimension: 'organisation', label: 'Organisations', room: 12 },
	{ column: 'countries', dimension: 'country', label: 'Countries', room: 7 }
] as const;
export type ListedNames = (typeof listedNames)[number]['column'];

const declared = { ...identifiers, ...statements };

type Declared = typeof declared;
interface ValueOf {
	VARCHAR: string;
	INTEGER: number;
}

/** Names of fields, as papers have them. */
export type FieldName = keyof Declared;
export type FieldOfType<T extends Field['type']> = {
	[F in FieldName]: Declared[F]['type'] extends T ? F : never;
}[FieldName];
/** Fields that the list of papers shows. */
export type ListedField = {
	[F in FieldName]: Declared[F] extends { list: ListColumn } ? F : never;
}[FieldName];
export type ColumnOf<F extends FieldName> = Declared[F]['column'];

/** The fields of a paper, by name; `null` where the source says nothing. */
export type StatedFields = { [F in FieldName]: ValueOf[Declared[F]['type']] | null };
/** The same by the names of their columns. */
export type StatedColumns = { [F in FieldName as ColumnOf<F>]: StatedFields[F] };

/** A field as it is declared, its column known. */
export interface DeclaredField extends Field {
	readonly column: ColumnOf<FieldName>;
}
export const fields: Readonly<Record<FieldName, DeclaredField>> = declared;
export const fieldNames = Object.keys(declared) as FieldName[];

const isListed = (name: FieldName): name is ListedField => fields[name].list !== undefined;
/** Each listed field with its column in the table and what its column in the list is like. */
export const listedFields = fieldNames.filter(isListed).map((name) => {
	const { column, list } = declared[name];
	return { name, column, list };
});

const isText = (name: FieldName): name is FieldOfType<'VARCHAR'> => declared[name].type === 'VARCHAR';

/** The fields of a paper, each text and each count asked for by the name of its field. */
export function statedFields(
	text: (name: FieldOfType<'VARCHAR'>) => string | null,
	count: (name: FieldOfType<'INTEGER'>) => number | null
): StatedFields {
	const values = {} as Record<FieldName, string | number | null>;
	for (const name of fieldNames) values[name] = isText(name) ? text(name) : count(name);
	return values as StatedFields;
}

/** What is made of some fields, by their names. */
export const byName = <F extends FieldName, V>(names: readonly F[], make: (name: F) => V) =>
	Object.fromEntries(names.map((name) => [name, make(name)])) as Record<F, V>;
