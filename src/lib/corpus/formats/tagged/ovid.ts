import { RecordLength } from '../../bytes/limits.ts';
import { lines } from '../../bytes/lines.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { textFormat } from '../format.ts';
import { fieldsFrom, TaggedRecord } from './tagged.ts';

/** Text of Ovid: `<1. >` begins a record, whose fields are told by tags, or by their names on lines of their own. */

const beginning = /^\uFEFF?<\d{1,9}\.?\s{0,4}>\s*$/;
const tagged = /^([A-Z][A-Z0-9])\s{0,2}-(?:\s(.*)|)$/;
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
	['year of publication', 'YR']
]);

/** "[Article].", "[Miscellaneous]": what kind of text it is, behind a title. */
const kind = /(\S)\s*\[[A-Z][A-Za-z ,;&/-]{2,60}\]\.?$/;
/** Degrees and marks that stand behind a name without a comma: "Berg, Anna MD, MPH 1". */
const isDegree = (word: string) =>
	/^(?:[A-Z]{2,}|[A-Z][a-z]?(?:\.?[A-Z]\.?[a-z]?)+\.?|\d+|\*|†|‡)$/.test(word);

/** A title without its kind, and without the full stop that closes it. */
const titleOf = (text: string | null) => text?.replace(kind, '$1').replace(/(?<=[^.])\.$/, '') ?? null;

/** A name without the degrees and marks behind it. */
function person(text: string): string {
	const [surname = '', rest = ''] = text.split(/,\s*/, 2);
	const [given = '', ...others] = rest.split(/\s+/);
	const initials = others.filter((word) => !isDegree(word));
	return rest === '' ? surname : `${surname}, ${[given, ...initials].join(' ')}`;
}

/** The people of a field: on lines of their own, or with two spaces between them; one space parts degrees. */
function people(values: readonly string[]): string[] {
	return values
		.flatMap((value) => value.split(/;\s{2,}|\n|;\s*$/))
		.map((name) => person(name.split(';')[0]?.trim() ?? ''))
		.filter((name) => name !== '');
}

const month = '(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?';
const dateInSource = new RegExp(`(?:\\b(?:\\d{1,2} )?${month} )?\\b(?:19|20)\\d\\d\\b`, 'g');
const venueInSource = new RegExp(
	`^(.+?)(?:\\.(?:\\s|$)|\\s+(?:\\d{1,2} )?${month} \\d{4}|,?\\s+\\d{4}\\b|\\s+Vol\\b)`
);

/** The finest date in a source: "River Medicine June 2015;58(6):688-696". */
const sourceDate = (source: string) =>
	(source.match(dateInSource) ?? []).reduce<string | null>(
		(best, date) => (best === null || date.length > best.length ? date : best),
		null
	);

function paper(record: TaggedRecord): Parsed {
	const source = record.text('SO') ?? '';
	const [, volume, issue, pages] = /\b(\d+)\((\w[\w-]*)\)[:,] ?(?:[^:]*pp\. )?([\w-]+)/.exec(source) ?? [];
	const fields = fieldsFrom({
		title: titleOf(record.text('TI')),
		abstract: record.text('AB'),
		authors: people(record.firstOf('FA', 'AU')),
		date: record.text('DP') ?? sourceDate(source) ?? record.text('YR'),
		year: record.text('YR'),
		doi: record.text('DI', 'DO')?.replace(/\.$/, ''),
		id: record.text('AN', 'UI')?.replace(/\.$/, ''),
		venue: venueInSource.exec(source)?.[1],
		type: record.text('DT', 'PT'),
		language: record.text('LG', 'LA')?.replace(/\.$/, ''),
		volume,
		issue,
		pages
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
