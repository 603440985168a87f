import { RecordLength } from '../../bytes/limits.ts';
import { lines } from '../../bytes/lines.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { textFormat } from '../format.ts';
import { fieldsFrom, TaggedRecord } from './tagged.ts';

/** Text of Ovid: `<1. >` begins a record, whose fields are told by tags, or by their names on lines of their own. */

const beginning = /^\uFEFF?<\d{1,9}\.?\s{0,4}>\s*$/;
const tagged = /^([A-Z][A-Z0-9])\s{0,2}-(?:\s([^]*)|)$/;
/** A name of a field stands at the margin, its value below it and indented. */
const named = /^([A-Z][A-Za-z]*(?:[ /-][A-Za-z]+){0,4})\s*$/;

/** The tag of each field that is read, by the name that Ovid gives it. */
const tags: ReadonlyMap<string, string> = new Map([
	['accession number', 'AN'],
	['unique identifier', 'UI'],
	['author', 'AU'],
	['authors', 'AU'],
	['author name', 'AU'],
	['authors full name', 'FA'],
	['title', 'TI'],
	['source', 'SO'],
	['abstract', 'AB'],
	['doi number', 'DI'],
	['doi', 'DI'],
	['digital object identifier', 'DI'],
	['publication type', 'DT'],
	['document type', 'DT'],
	['language', 'LG'],
	['publication date', 'DP'],
	['date of publication', 'DP'],
	['year of publication', 'YR'],
	['institution', 'IN'],
	['institutional affiliation', 'IN'],
	['author address', 'IN'],
	['key words', 'KW'],
	['keywords', 'KW'],
	['keyword heading', 'KF'],
	['author keywords', 'KW'],
	['mesh subject headings', 'MH'],
	['subject headings', 'MH'],
	['emtree heading', 'MH']
]);

/** "[Article].", "[Review]", "[30 refs]": what kind of text it is, behind a title. */
const kind = /(?<=\S)\s*\[(?:[A-Z][A-Za-z ,;&/-]{2,60}|\d{1,4} refs?)\]\.?$/;
/** Kinds behind one title, at most. */
const mostKinds = 3;

const degrees = new Set(
	(
		'MD PhD MPH RN MSc BSc MA BA MS BS MEd DO DDS DMD DVM PharmD RPh DNP MSN BSN ScD DrPH EdD JD MBA MBBS MBChB ' +
		'MHS MPhil DPhil DPT OTR APRN ARNP CRNP CNM CNS CCRN NP ANP PA LCSW FAAN FACP FACS FRCP FRCS Prof Dr'
	)
		.split(' ')
		.map((degree) => degree.toLowerCase())
);
/** Degrees and marks that stand behind a name without a comma: "Berg, Anna MD, MPH 1". */
const isDegree = (word: string) =>
	/^[\d*†‡]+$/.test(word) || degrees.has(word.replace(/[.,]/g, '').toLowerCase());

/** A title without its kinds, and without the full stop that closes it. */
function titleOf(text: string | null): string | null {
	let title = text?.trim() ?? '';
	for (let turn = 0; turn < mostKinds; turn++) title = title.replace(kind, '');
	return title.replace(/(?<=[^.])\.$/, '') || null;
}

/** A name without the degrees and marks behind it; nothing where there is nothing else. */
function person(text: string): string {
	const [surname = '', given = ''] = text.trim().replace(/\.$/, '').split(/,\s*/, 2);
	const words = (part: string) => part.split(/\s+/).filter((word) => word !== '' && !isDegree(word));
	return [words(surname).join(' '), words(given).join(' ')].filter(Boolean).join(', ');
}

/** The people of a field: on lines of their own, or between semicolons, which part degrees, too. */
function people(values: readonly string[]): string[] {
	return values
		.flatMap((value) => value.split(/[;\n]/))
		.map(person)
		.filter((name) => name !== '');
}

/** The items of a field, on lines of their own or between semicolons. */
const listsIn = (values: readonly string[]) => values.flatMap((value) => value.split(/[;\n]/));

/** Addresses, each behind the names in brackets of those who work there: "(Berg, Dahl) Yale University, ...". */
const addressesIn = (text: string) =>
	text.split(/\n(?=\()/).map((address) => address.replaceAll('\n', ' ').replace(/^\([^()]*\)\s*/, ''));

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
/** "4 March 2015", "2015 Mar 04", "2015 Mar-Apr". */
const dateInSource = new RegExp(
	`(?:\\b(?:\\d{1,2} )?${month} )?\\b(?:19|20)\\d\\d\\b(?: ${month}(?:-${month}| \\d{1,2}\\b)?)?`,
	'g'
);
const venueEnd = new RegExp(
	`\\.(?:\\s|$)|,\\s+\\d{4}\\b|(?<!\\s)\\s+(?:(?:\\d{1,2} )?${month} \\d{4}|\\d{4}\\b|Vol\\b)`
);

/** The journal at the beginning of a source. */
function venueIn(source: string): string | null {
	const end = venueEnd.exec(source);
	return end && source.slice(0, end.index);
}

/** The finest date in a source: "River Medicine June 2015;58(6):688-696". */
const sourceDate = (source: string) =>
	(source.match(dateInSource) ?? []).reduce<string | null>(
		(best, date) => (best === null || date.length > best.length ? date : best),
		null
	);

function paper(record: TaggedRecord): Parsed {
	const source = record.text('SO') ?? '';
	const [, volume, issue, pages] =
		/\b(\d+)\((\w[\w-]*)\)[:,] ?(?:[^:]{0,40}pp\. )?([\w-]+)/.exec(source) ?? [];
	const fields = fieldsFrom({
		title: titleOf(record.text('TI')),
		abstract: record.text('AB'),
		authors: people(record.firstOf('FA', 'AU')),
		date: record.text('DP') ?? sourceDate(source) ?? record.text('YR'),
		year: record.text('YR'),
		doi: record.text('DI', 'DO')?.replace(/\.$/, ''),
		id: record.text('AN', 'UI')?.replace(/\.$/, ''),
		venue: venueIn(source),
		type: record.text('DT', 'PT'),
		language: record.text('LG', 'LA')?.replace(/\.$/, ''),
		volume,
		issue,
		pages,
		keywords: listsIn(record.firstOf('KW', 'KF')),
		indexkeywords: listsIn(record.firstOf('MH', 'SH')).map((heading) => heading.split(/[/[]/, 1)[0]),
		affiliations: record.all('IN').flatMap(addressesIn)
	});
	return paperFromFields(fields, record.raw);
}

/** Adds a line to a record; `isNamed` once its fields are known by their names. */
function take(record: TaggedRecord, line: string, isNamed: boolean): void {
	const name = isNamed ? named.exec(line)?.[1] : undefined;
	const [, tag, value = ''] = isNamed ? [] : (tagged.exec(line) ?? []);
	if (name !== undefined) record.add(tags.get(name.toLowerCase()) ?? name, '');
	else if (tag !== undefined) record.add(tag, value.trim());
	else if (line.trim()) record.continue(line.trim(), false);
}

async function* read(text: AsyncIterable<string>): Records {
	let record: TaggedRecord | null = null;
	let isNamed = false;
	const length = new RecordLength();
	for await (const line of lines(text)) {
		length.add(line.length);
		if (beginning.test(line)) {
			if (record && !record.isEmpty) yield paper(record);
			record = new TaggedRecord();
			length.reset();
		} else if (record) {
			if (record.isEmpty) isNamed = named.test(line);
			take(record, line, isNamed);
		} else length.reset();
	}
	if (record && !record.isEmpty) yield paper(record);
	return noFacts;
}

/** A search strategy may stand before the first record. */
const opening =
	/(?:^|[\r\n])\uFEFF?<1\.?\s{0,4}>[ \t]*(?:\r\n|\n|\r)(?:[A-Z][A-Z0-9] {0,2}- |[A-Z][A-Za-z /-]{1,40}[ \t]*(?:\r\n|\n|\r) {2})/;

export const ovid = textFormat({
	id: 'ovid',
	label: 'Ovid text',
	extensions: ['txt', 'cgi'],
	source: 'Ovid (MEDLINE, Embase, PsycINFO, Journals@Ovid), “Text” and “Reprint/Medlars”',
	matches: ({ text }) => opening.test(text),
	starts: beginning,
	read
});
