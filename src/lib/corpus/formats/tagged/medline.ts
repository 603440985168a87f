import { textFormat } from '../format.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom, taggedRecords, type TaggedRecord, type TagGrammar } from './tagged.ts';

/** The MEDLINE format of PubMed and ERIC (.nbib): tags padded to four characters, continued on indented lines. */

const line = /^([A-Z]{2,4}) {0,2}- ?([^]*)$/;
const beginnings = new Set(['PMID', 'OWN']);

const grammar: TagGrammar = {
	tag(text) {
		const match = line.exec(text);
		return match ? { tag: match[1] ?? '', value: match[2] ?? '' } : null;
	},
	// A record has one of each of these; which comes first depends on the source.
	begins: (tag, record) =>
		(beginnings.has(tag) && record.text(tag) !== null) ||
		(tag === 'PMID' && record.text('TI') !== null && record.text('PMID') === null),
	ends: () => false
};

/** A title, unless PubMed says that there is none in English. */
export const translated = (title: string | null) =>
	/^\[?not available\.?\]?\.?$/i.test(title ?? '') ? null : title;

const doiIn = (record: TaggedRecord) =>
	record
		.all('LID', 'AID', 'DOI', 'SO')
		.flatMap((value) => /10\.\d{4,9}\/[^\s;,]+/.exec(value)?.[0] ?? [])[0] ?? null;

const inOneLine = (text: string) => text.replaceAll('\n', ' ');

function paper(record: TaggedRecord): Parsed {
	const fields = fieldsFrom({
		title: translated(record.text('TI')) ?? record.text('TT', 'BTI'),
		abstract: record.text('AB', 'OAB'),
		// FAU and AU name the same people.
		authors: [...record.firstOf('FAU', 'AU'), ...record.all('CN')],
		date: record.text('DP', 'DEP', 'EDAT'),
		doi: doiIn(record),
		id: record.text('PMID', 'OID'),
		venue: record.text('JT', 'TA', 'BTI'),
		url: record.firstOf('LID', 'URL').find((value) => /^https?:/.test(value)),
		type: record.text('PT'),
		language: record.text('LA'),
		volume: record.text('VI'),
		issue: record.text('IP'),
		pages: record.text('PG'),
		keywords: record.all('OT').map(inOneLine),
		indexkeywords: record.all('MH').map((heading) => inOneLine(heading).split('/')[0]),
		affiliations: record.all('AD').map(inOneLine)
	});
	return paperFromFields(fields, record.raw);
}

async function* read(text: AsyncIterable<string>): Records {
	for await (const record of taggedRecords(text, grammar)) yield paper(record);
	return noFacts;
}

export const medline = textFormat({
	id: 'medline',
	label: 'MEDLINE',
	extensions: ['nbib', 'txt'],
	source: 'PubMed, “PubMed” or “Send to citation manager”; ERIC',
	matches: ({ text }) => /(?:^|[\r\n])(?:PMID|OWN |DCOM|STAT|FAU |JT {2}|DP {2})- /.test(text),
	starts: /^\uFEFF?[A-Z]{2,4} {0,2}- /,
	read
});
