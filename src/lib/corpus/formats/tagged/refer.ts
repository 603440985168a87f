import { textFormat } from '../format.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom, taggedRecords, type TaggedRecord, type TagGrammar } from './tagged.ts';

/** The refer format of EndNote and Zotero (.enw): `%0` begins a record, `%T` its title. */

const line = /^\uFEFF?%([A-Z0-9!@?$&(+*^>~[\]<])\s([^]*)$/;

const grammar: TagGrammar = {
	tag(text) {
		const match = line.exec(text);
		return match ? { tag: match[1] ?? '', value: match[2] ?? '' } : null;
	},
	// Type and title come first, in either order.
	begins: (tag, record) =>
		(tag === '0' && record.text('0', 'A', 'D', 'J', 'B', 'X') !== null) ||
		(tag === 'T' && record.text('T') !== null),
	ends: () => false
};

function paper(record: TaggedRecord): Parsed {
	const fields = fieldsFrom({
		title: record.text('T', '!'),
		abstract: record.text('X'),
		authors: record.all('A'),
		date: record.text('D'),
		pd: record.text('8', '7'),
		doi: record.text('R'),
		id: record.text('M', 'F'),
		venue: record.text('J', 'B', 'S'),
		url: record.all('U').find((value) => /^https?:/.test(value)),
		type: record.text('0'),
		language: record.text('G'),
		volume: record.text('V'),
		issue: record.text('N'),
		pages: record.text('P'),
		keywords: record.all('K'),
		affiliations: record.all('+')
	});
	return paperFromFields(fields, record.raw);
}

async function* read(text: AsyncIterable<string>): Records {
	for await (const record of taggedRecords(text, grammar)) yield paper(record);
	return noFacts;
}

export const refer = textFormat({
	id: 'refer',
	label: 'EndNote text',
	extensions: ['enw'],
	source: 'EndNote, “EndNote Export”; Zotero, “Refer/BibIX”; Google Scholar',
	matches: ({ text }) =>
		/^\uFEFF?\s*%0 [A-Z]/.test(text) || /^\uFEFF?\s*%[TA] .*(?:\r\n|\n|\r)%[A-Z0-9] /.test(text),
	read
});
