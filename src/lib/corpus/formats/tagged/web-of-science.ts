import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom, taggedRecords, type TaggedRecord, type TagGrammar } from './tagged.ts';

/** Web of Science tagged text: two-letter tags, three spaces before continued lines, `FN`/`VR` at the head. */

const line = /^\uFEFF?([A-Z][A-Z0-9])(?: ([^]*)|)$/;
const lists = new Set(['AU', 'AF', 'BA', 'BF', 'CR', 'CA']);

const grammar: TagGrammar = {
	tag(text) {
		const match = line.exec(text);
		return match ? { tag: match[1] ?? '', value: match[2] ?? '' } : null;
	},
	begins: (tag) => tag === 'PT',
	ends: (tag) => tag === 'ER' || tag === 'EF',
	isList: (tag) => lists.has(tag)
};

export function looksLikeWebOfScience(head: string): boolean {
	return (
		/^\uFEFF?\s*FN .*(?:\r\n|\n|\r)VR /.test(head) ||
		/(?:^|[\r\n])PT [JBSPC](?:\r\n|\n|\r)(?:AU|BA|CA|TI|BE) /.test(head)
	);
}

function paper(record: TaggedRecord): Parsed {
	const names = record.firstOf('AF', 'BF', 'AU', 'BA');
	const fields = fieldsFrom({
		title: record.text('TI'),
		abstract: record.text('AB'),
		authors: names.length > 0 ? names : record.all('CA', 'GP'),
		date: record.text('PY'),
		pd: record.text('PD'),
		da: record.text('EA'),
		doi: record.text('DI', 'D2'),
		id: record.text('UT'),
		venue: record.text('SO'),
		type: record.text('DT'),
		language: record.text('LA'),
		volume: record.text('VL'),
		issue: record.text('IS'),
		startpage: record.text('BP'),
		endpage: record.text('EP'),
		articlenumber: record.text('AR')
	});
	return paperFromFields(fields, record.raw);
}

/** Reads Web of Science tagged text. */
export async function* readWebOfScience(text: AsyncIterable<string>): Records {
	for await (const record of taggedRecords(text, grammar)) {
		if (record.all('PT', 'TI', 'UT', 'AU', 'AB').length > 0) yield paper(record);
	}
	return noFacts;
}
