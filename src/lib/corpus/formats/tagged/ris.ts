import { textFormat } from '../format.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { citedBy, fieldsFrom, taggedRecords, type TaggedRecord, type TagGrammar } from './tagged.ts';

/** RIS, as reference managers and publishers write it (tags of the Reference Manager specification). */

const known =
	'TY|ER|A[1-4]|AB|AD|AN|AU|BT|C[1-8]|CT|CY|D[AOPB]|DOI|ED|EP|ET|ID|IS|J[12AFO]|KW|L[1-4A]|M[1-3]|N[12]|P[BY]|PMID|S[NPT]|T[1-3I]|U[1-5R]|V[LO]|Y[12]';
/** Any tag with the two spaces of the specification; known ones with other spacing, and with a number before them. */
const line = new RegExp(
	`^\\s{0,3}(?:\\d{1,6}\\.\\s+)?(?:([A-Z][A-Z0-9])\\s{2}-(?:\\s|$)|(${known})\\s{0,4}-(?:\\s|$))([^]*)$`
);

const grammar: TagGrammar = {
	tag(text) {
		const match = line.exec(text.replace(/^\uFEFF/, ''));
		return match ? { tag: match[1] ?? match[2] ?? '', value: (match[3] ?? '').trim() } : null;
	},
	// Some programs write the type late, or not at all.
	begins: (tag, record) => tag === 'TY' && record.text('TY') !== null,
	// Web of Science ends its files, too.
	ends: (tag) => tag === 'ER' || tag === 'EF',
	isList: (tag) => tag === 'KW' || tag === 'AU' || tag === 'A1'
};

const doiIn = (record: TaggedRecord) =>
	record.all('DO', 'DOI', 'M3', 'L3', 'UR', 'L2', 'N1', 'ID').flatMap((value) => {
		const found = /(?:^|doi\.org\/|doi:\s*)(10\.\d{4,9}\/[^\s;,]+)/i.exec(value);
		return found?.[1] ?? [];
	})[0] ?? null;

/** Type of Embase and others in M3, where others put the DOI. */
const typeOf = (record: TaggedRecord) =>
	record.firstOf('M3').find((value) => !/10\.\d{4}/.test(value)) ?? record.text('TY', 'PT');

/** HighWire states every paper's year as its first day, and nothing else. */
const isYearOnly = (record: TaggedRecord) =>
	record.text('PY', 'DA') === null && /^\d{4}\/01\/01$/.test(record.text('Y1') ?? '');

/** A1 names the first authors and AU the others, or AU names all, whose first is that of A1. */
function authorsOf(record: TaggedRecord): string[] {
	const [first, others] = [record.all('A1'), record.all('AU')];
	const isSame = first[0] === others[0] || (first.length > 1 && first.some((name) => others.includes(name)));
	if (!isSame) return [...first, ...others];
	const known = new Set(others);
	return [...first.filter((name) => !known.has(name)), ...others];
}

/** Dates; JSTOR has the full one among the notes, Cochrane a tag of its own. */
function datesOf(record: TaggedRecord): Record<string, string | null | undefined> {
	if (isYearOnly(record)) return { year: record.text('Y1')?.slice(0, 4) };
	return {
		date: record.text('PY', 'Y1', 'DA', 'YR'),
		issuedate: record.text('Y1'),
		da: record.text('DA'),
		pd: record.text('PD') ?? /^Full publication date: (.+)/i.exec(record.text('C1') ?? '')?.[1]
	};
}

function paper(record: TaggedRecord): Parsed {
	const fields = fieldsFrom({
		title: record.text('TI', 'T1', 'CT', 'ST', 'BT', 'T2'),
		abstract: record.longest('AB', 'N2')?.replace(/^abstract:?\n/i, ''),
		authors: authorsOf(record),
		...datesOf(record),
		doi: doiIn(record),
		id: record.text('AN', 'U2', 'ID'),
		venue: record.text('JF', 'T2', 'JO', 'JA', 'J2', 'BT', 'T3', 'SO'),
		url: record
			.firstOf('UR', 'L2', 'US')
			.find((value) => /^https?:/.test(value))
			?.split(/;?\s/)[0],
		type: typeOf(record),
		language: record.text('LA'),
		volume: record.text('VL', 'VO'),
		issue: record.text('IS', 'NO'),
		pages: record.text('PG'),
		startpage: record.text('SP'),
		endpage: record.text('EP'),
		articlenumber: record.text('C7'),
		citations: record
			.all('N1')
			.map(citedBy)
			.find((count) => count !== null),
		keywords: record.all('KW'),
		affiliations: record.all('AD')
	});
	return paperFromFields(fields, record.raw);
}

async function* read(text: AsyncIterable<string>): Records {
	for await (const record of taggedRecords(text, grammar)) if (!isBetween(record)) yield paper(record);
	return noFacts;
}

/** Lines that a service puts between its records, such as a link and a short name of the journal, are no record. */
const isBetween = (record: TaggedRecord) =>
	record.all('TY', 'TI', 'T1', 'CT', 'AB', 'N2', 'AU', 'A1', 'PY', 'Y1', 'DO').length === 0;

/** A line with a tag, at the beginning of a text; a number may stand before it. */
const opening = /^\uFEFF?\s*(?:\d{1,6}\.\s+)?[A-Z][A-Z0-9]\s{0,3}-\s/;

export const ris = textFormat({
	id: 'ris',
	label: 'RIS',
	extensions: ['ris', 'txt'],
	source: 'Zotero, Mendeley, EndNote, Scopus, Embase, Cochrane Library, JSTOR and most publishers',
	// A type line, which may stand behind others, and behind a number where records are numbered; or an end.
	matches: ({ text }) =>
		/(?:^|[\r\n])\uFEFF?\s{0,3}(?:\d{1,6}\.\s+)?TY\s{0,3}-\s*[A-Za-z]{2,}/.test(text) ||
		(opening.test(text) && /[\r\n]ER\s{0,3}-/.test(text)),
	starts: /^\uFEFF?\s{0,3}(?:\d{1,6}\.\s+)?[A-Z][A-Z0-9]\s{0,3}-\s/,
	read
});
