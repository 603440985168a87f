import { textFormat } from '../format.ts';
import { webOfScienceAddresses } from '../../paper/affiliations.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom, taggedRecords, type TaggedRecord, type TagGrammar } from './tagged.ts';

/** Web of Science tagged text: two-letter tags, three spaces before continued lines, `FN`/`VR` at the head. */

/** SciELO parts tag and value by a tab. */
const line = /^\uFEFF?([A-Z][A-Z0-9])(?:[ \t]([^]*)|)$/;
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

/** Keywords run on over lines. */
const inOneLine = (text: string | null) => text?.replaceAll('\n', ' ') ?? null;

/** An address ends in a full stop; one that does not goes on in the next line. */
const addressesOf = (record: TaggedRecord) => record.all('C1').map((text) => text.replace(/(?<!\.)\n/g, ' '));

function paper(record: TaggedRecord): Parsed {
	const names = record.firstOf('AF', 'BF', 'AU', 'BA');
	const fields = fieldsFrom({
		title: record.text('TI'),
		abstract: record.text('AB'),
		authors: names.length > 0 ? names : record.all('CA', 'GP'),
		date: record.text('PY'),
		pd: record.text('PD'),
		da: record.text('EA'),
		doi: record.text('DI'),
		id: record.text('UT'),
		venue: record.text('SO'),
		type: record.text('DT'),
		language: record.text('LA'),
		volume: record.text('VL'),
		issue: record.text('IS'),
		startpage: record.text('BP'),
		endpage: record.text('EP'),
		articlenumber: record.text('AR'),
		citations: record.text('TC', 'Z9'),
		references: record.text('NR'),
		keywords: inOneLine(record.text('DE')),
		indexkeywords: inOneLine(record.text('ID')),
		affiliations: webOfScienceAddresses(addressesOf(record))
	});
	return paperFromFields(fields, record.raw);
}

async function* read(text: AsyncIterable<string>): Records {
	for await (const record of taggedRecords(text, grammar)) {
		if (record.all('PT', 'TI', 'UT', 'AU', 'AB').length > 0) yield paper(record);
	}
	return noFacts;
}

export const webOfScience = textFormat({
	id: 'web-of-science',
	label: 'Web of Science text',
	extensions: ['ciw', 'txt'],
	source: 'Web of Science, “Plain text file” or “EndNote desktop”',
	matches: ({ text }) =>
		/^\uFEFF?\s*FN[ \t].*(?:\r\n|\n|\r)VR[ \t]/.test(text) ||
		/(?:^|[\r\n])PT [JBSPC](?:\r\n|\n|\r)(?:AU|BA|CA|TI|BE) /.test(text),
	starts: /^\uFEFF?\s*(?:FN|PT)[ \t]/,
	read
});
