import { textFormat } from '../format.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom, taggedRecords, type TaggedRecord, type TagGrammar } from './tagged.ts';

/** The text export of the Cochrane Library: `Record #1 of 20`, then tags with a colon. */

const line = /^(?:(Record) #\d+ of \d+|([A-Z]{2,3}):(?: ([^]*))?)$/;

const grammar: TagGrammar = {
	tag(text) {
		const match = line.exec(text);
		return match ? { tag: match[1] ?? match[2] ?? '', value: match[3] ?? '' } : null;
	},
	begins: (tag) => tag === 'Record',
	ends: () => false
};

function paper(record: TaggedRecord): Parsed {
	const fields = fieldsFrom({
		title: record.text('TI'),
		abstract: record.text('AB'),
		authors: record.all('AU'),
		date: record.text('YR'),
		doi: record.text('DOI'),
		id: record.text('ID'),
		venue: record.text('SO'),
		url: record.text('US'),
		type: record.text('PT'),
		volume: record.text('VL'),
		issue: record.text('NO'),
		pages: record.text('PG'),
		keywords: record.all('KY')
	});
	return paperFromFields(fields, record.raw);
}

async function* read(text: AsyncIterable<string>): Records {
	for await (const record of taggedRecords(text, grammar)) yield paper(record);
	return noFacts;
}

export const cochrane = textFormat({
	id: 'cochrane',
	label: 'Cochrane text',
	extensions: ['txt'],
	source: 'Cochrane Library, “Plain text”',
	matches: ({ text }) => /^\uFEFF?\s*Record #\d+ of \d+[^\S\r\n]*[\r\n]+[A-Z]{2,3}: /.test(text),
	read
});
