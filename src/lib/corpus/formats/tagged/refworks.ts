import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { textFormat } from '../format.ts';
import { fieldsFrom, taggedRecords, type TaggedRecord, type TagGrammar } from './tagged.ts';

/** The tagged format of RefWorks: `RT Journal Article` begins a record. */

const line = /^\uFEFF?([A-Z][A-Z0-9])(?:[ \t]([^]*)|)$/;

const grammar: TagGrammar = {
	tag(text) {
		const match = line.exec(text);
		return match ? { tag: match[1] ?? '', value: (match[2] ?? '').trimStart() } : null;
	},
	begins: (tag) => tag === 'RT',
	ends: () => false
};

/** `FD` has the day and month, or the whole date. */
function dateOf(record: TaggedRecord): string | null {
	const [year, day] = [record.text('YR'), record.text('FD')];
	if (day === null) return year;
	return /\d{4}/.test(day) || year === null ? day : `${day} ${year}`;
}

function paper(record: TaggedRecord): Parsed {
	const fields = fieldsFrom({
		title: record.text('T1'),
		abstract: record.text('AB'),
		// CNKI puts all names into one line.
		authors: record.all('A1').flatMap((names) => names.split(/[;；]/)),
		date: dateOf(record),
		year: record.text('YR'),
		doi: record.text('DO'),
		id: record.text('AN'),
		venue: record.text('JF', 'JO', 'T2'),
		url: record.firstOf('UL', 'LK').find((value) => /^https?:/.test(value)),
		type: record.text('RT'),
		language: record.text('LA'),
		volume: record.text('VO'),
		issue: record.text('IS'),
		startpage: record.text('SP'),
		endpage: record.text('OP'),
		keywords: record.all('K1'),
		affiliations: record.all('AD')
	});
	return paperFromFields(fields, record.raw);
}

async function* read(text: AsyncIterable<string>): Records {
	for await (const record of taggedRecords(text, grammar))
		if (record.text('RT') !== null) yield paper(record);
	return noFacts;
}

export const refWorks = textFormat({
	id: 'refworks',
	label: 'RefWorks text',
	extensions: ['txt'],
	source: 'RefWorks, ProQuest, EBSCOhost, CNKI and others, “RefWorks Tagged Format”',
	matches: ({ lines: [first = '', second = ''] }) =>
		/^\uFEFF?RT [A-Z]/.test(first) && /^[A-Z][A-Z0-9](?:\s|$)/.test(second),
	read
});
