import { scopusAddresses, webOfScienceAddresses } from '../../paper/affiliations.ts';
import { peopleBetweenCommas } from '../../paper/between-commas.ts';
import { americanDate } from '../json/objects-of-awards.ts';

/** What a source writes in its own way is put right in the fields of a row, by their column keys. */
export type RowMender = (fields: Map<string, unknown>) => void;

const authorKeys = ['authors', 'authorfullnames', 'authornames', 'authorstring'];

/** Splits the names in a cell. */
const splitting =
	(split: (cell: string) => string[]): RowMender =>
	(fields) => {
		for (const key of authorKeys) {
			const cell = fields.get(key);
			if (typeof cell === 'string') fields.set(key, split(cell));
		}
	};

const ofAuthors = (cell: string) => (cell.includes(';') ? cell.split(';') : peopleBetweenCommas(cell));
const betweenCommas = splitting(ofAuthors);
/** PubMed ends its lists with a full stop, and groups follow after a semicolon. */
const ofPubmed = splitting((cell) => cell.replace(/\.$/, '').split(/[,;]/));
/** Springer runs the names together, so that nobody can count them. */
const runTogether = splitting(() => []);

/** Its `Source` is Scopus itself. */
const scopus: RowMender = (fields) => {
	const full = fields.get('authorfullnames');
	betweenCommas(fields);
	if (typeof full === 'string') fields.set('authorfullnames', full.split(';'));
	if (fields.get('source') === 'Scopus') fields.delete('source');
	const addresses = fields.get('affiliations');
	if (typeof addresses === 'string') fields.set('affiliations', scopusAddresses(addresses));
};

/** "Behav Ther. 2022 Mar;53(2):334-347." */
const citation = /\. (\d{4}[^;:.]*)(?:;([^:(;]*)(?:\(([^)]*)\))?(?::([\w-]+))?)?/;

const pubmed: RowMender = (fields) => {
	ofPubmed(fields);
	const found = citation.exec(String(fields.get('citation') ?? ''));
	['pubdate', 'volume', 'issue', 'pages'].forEach((key, index) => {
		const part = found?.[index + 1]?.trim();
		if (part) fields.set(key, part);
	});
};

/** "Endoscopic Ultrasound (2014) 3:3 (152-160). Date of Publication: 2014" */
const embaseSource = /^(.+?) \((\d{4})\)(?: ([^:\s]+)(?::(\S+))?)?(?: \(([^)]+)\))?/;

const embase: RowMender = (fields) => {
	betweenCommas(fields);
	const source = String(fields.get('source') ?? '');
	const found = embaseSource.exec(source);
	if (!found) return;
	['source', 'year', 'volume', 'issue', 'pages'].forEach((key, index) => {
		const part = found[index + 1];
		if (part) fields.set(key, part);
	});
	const date = /Date of Publication: ([^.]+)/.exec(source)?.[1];
	if (date) fields.set('pubdate', date);
	const doi = /[?&]id=doi:([^&]+)/.exec(String(fields.get('openurllink') ?? ''))?.[1];
	if (doi) fields.set('doi', doi.replace(/%2F/gi, '/'));
};

/** Addresses of Web of Science, which its other columns name organisations of. */
const namedAddresses: RowMender = (fields) => {
	const addresses = fields.get('addresses');
	if (typeof addresses === 'string') fields.set('affiliations', webOfScienceAddresses([addresses]));
};

/**
 * Columns named by tags: `ID` are keywords, `SP` is a sponsor, `DA` the day of the export, `EA` early access, `CA` and
 * `GP` groups; `TC`, `Z9` and `NR` are counts, `DE` the keywords of the authors.
 */
const webOfScience: RowMender = (fields) => {
	const plus = fields.get('id');
	if (plus !== undefined) fields.set('indexkeywords', plus);
	for (const key of ['id', 'sp', 'da']) fields.delete(key);
	for (const [tag, key] of [
		['tc', 'citations'],
		['z9', 'timescited'],
		['nr', 'references'],
		['de', 'keywords'],
		['c1', 'addresses']
	] as const) {
		const count = fields.get(tag);
		if (count !== undefined) fields.set(key, count);
	}
	namedAddresses(fields);
	const early = fields.get('ea');
	if (early !== undefined) fields.set('earlyaccessdate', early);
	const groups = fields.get('ca') ?? fields.get('gp');
	if (!['au', 'af', 'ba', 'bf'].some((key) => fields.has(key)) && groups !== undefined)
		fields.set('au', groups);
	const ofBook = fields.get('bf') ?? fields.get('ba');
	if (!fields.has('au') && ofBook !== undefined) fields.set('au', ofBook);
};

/** A name for nobody beside a leader. */
const nobody = /^(?:not applicable|n\/?a|none|-)?$/i;

/** The people of some cells, one of which names several. */
const peopleOf = (fields: Map<string, unknown>, keys: readonly string[], parting: RegExp) =>
	keys.flatMap((key) =>
		String(fields.get(key) ?? '')
			.split(parting)
			.map((name) => name.trim())
			.filter((name) => !nobody.test(name))
	);

/** Awards: the team is the leader and the co-leaders, the date is the start. */
const award =
	(people: readonly string[], parting: RegExp, start: string, organisation: string): RowMender =>
	(fields) => {
		fields.set('authors', peopleOf(fields, people, parting));
		fields.set('date', americanDate(fields.get(start)));
		const named = fields.get(organisation);
		if (named !== undefined) {
			fields.set('organisation', named);
			fields.set('affiliations', [{ organisation: named, country: fields.get('organizationcountry') }]);
		}
		const id = fields.get('awardnumber') ?? fields.get('projectnumber');
		if (id !== undefined) fields.set('id', id);
	};
const nih = award(
	['contactpiprojectleader', 'otherpiorprojectleaders'],
	/;/,
	'projectstartdate',
	'organizationname'
);
const nsf = award(['principalinvestigator', 'copinames'], /[,;]/, 'startdate', 'organization');

/** Patents: inventors are the team, the date is that of the publication. */
const patent =
	(inventors: string, parting: RegExp, owner: string): RowMender =>
	(fields) => {
		fields.set('authors', peopleOf(fields, [inventors], parting));
		const date = fields.get('publicationdate');
		if (date !== undefined) fields.set('date', date);
		const named = fields.get(owner);
		if (named !== undefined) fields.set('organisation', named);
		fields.set('type', 'patent');
	};
const googlePatents = patent('inventorauthor', /,/, 'assignee');
const lensPatents = patent('inventors', /;;|;/, 'applicants');

/** pybliometrics calls the journal `publicationName`, as others call the title. */
const pybliometrics: RowMender = (fields) => {
	const names = fields.get('authornames');
	if (typeof names === 'string') fields.set('authornames', names.split(';'));
	const venue = fields.get('publicationname');
	if (venue !== undefined && fields.has('title')) {
		fields.set('venue', venue);
		fields.delete('publicationname');
	}
};

/** What has to be put right in the rows of a table with these columns; `null` where it is like any other. */
export function menderOf(keys: readonly string[]): RowMender | null {
	const has = (...wanted: string[]) => wanted.every((key) => keys.includes(key));
	if (has('itemtitle', 'itemdoi')) return runTogether;
	if (has('eid', 'authornames', 'coverdate')) return pybliometrics;
	if (has('contactpiprojectleader')) return nih;
	if (has('principalinvestigator', 'startdate')) return nsf;
	if (has('inventorauthor')) return googlePatents;
	if (has('inventors', 'jurisdiction')) return lensPatents;
	if (has('eid')) return scopus;
	if (has('pmid', 'journalbook')) return pubmed;
	if (has('authorstring')) return ofPubmed;
	if (has('pt', 'ti', 'ut')) return webOfScience;
	if (has('addresses', 'utuniquewosid') || has('addresses', 'uniquewosid')) return namedAddresses;
	if (has('authornames', 'emtreedrugindexterms')) return embase;
	return has('authornames', 'embaselink') ? betweenCommas : null;
}
