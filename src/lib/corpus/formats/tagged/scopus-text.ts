import { textFormat } from '../format.ts';
import { lines } from '../../bytes/lines.ts';
import { RecordLength } from '../../bytes/limits.ts';
import { scopusAddresses } from '../../paper/affiliations.ts';
import { peopleBetweenCommas } from '../../paper/between-commas.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type Records } from '../../paper/record.ts';
import { fieldsFrom } from './tagged.ts';

/** The text export of Scopus: authors, title and source on lines of their own, then labelled lines. */

/** What stands before the first record. */
const preamble = /^\uFEFF?\s*Scopus[^\S\r\n]*[\r\n]\s*EXPORT DATE:/;
const label = /^(DOI|ABSTRACT|DOCUMENT TYPE|LANGUAGE OF ORIGINAL DOCUMENT|[A-Z][A-Z ]{3,60}): ?([^]*)$/;
/** "(2021) Journal of Ice, 12 (3), pp. 101-110." */
const source = /^\((\d{4})\) (?=.)/;
const afterVenue = /(?!^)(?:[.,]| \([^()]+\)(?=[.,]|$))/;
const place = /^(?:, (\w+))?(?: \(([^()]+)\))?(?:, art\. no\. ([\w-]+)|, pp\. ([\w–-]+)|(?=[.,]|$))/;
/** The last line of a record. */
const end = /^SOURCE: ?Scopus$/;

/** Ids of authors, on the line after their names. */
const isIds = (line: string) => /^[\d; ]+$/.test(line) || /^\[No author/.test(line);

/** Where a paper appeared, from the line of its source. */
function placeOf(line: string) {
	const [opening = '', year] = source.exec(line) ?? [];
	const rest = line.slice(opening.length);
	const end = afterVenue.exec(rest)?.index ?? rest.length;
	const [, volume, issue, article, pages] = place.exec(rest.slice(end)) ?? [];
	return { year, venue: rest.slice(0, end), volume, issue, pages: pages ?? article };
}

function record(all: readonly string[]): Parsed {
	const labelled = new Map(
		all.flatMap((line) => (label.exec(line) ? [label.exec(line)?.slice(1) as [string, string]] : []))
	);
	const at = all.findIndex((line) => source.test(line));
	const { year, venue, volume, issue, pages } = placeOf(all[at] ?? '');
	const before = all.slice(0, Math.max(0, at)).filter((line) => !isIds(line));
	const fields = fieldsFrom({
		title: before.at(-1),
		authors: before.length > 1 ? peopleBetweenCommas(before[0] ?? '') : null,
		abstract: labelled.get('ABSTRACT'),
		year,
		doi: labelled.get('DOI'),
		id: /\beid=([\w.-]+)/.exec(all.join(' '))?.[1],
		venue,
		url: all.find((line) => /^https?:/.test(line)),
		type: labelled.get('DOCUMENT TYPE'),
		language: labelled.get('LANGUAGE OF ORIGINAL DOCUMENT'),
		volume,
		issue,
		pages,
		keywords: labelled.get('AUTHOR KEYWORDS'),
		indexkeywords: labelled.get('INDEX KEYWORDS'),
		affiliations: scopusAddresses(labelled.get('AFFILIATIONS') ?? '')
	});
	return paperFromFields(fields, all.join(' '));
}

async function* read(text: AsyncIterable<string>): Records {
	let open: string[] = [];
	const length = new RecordLength();
	for await (const line of lines(text)) {
		length.add(line.length);
		const trimmed = line.replace(/^\uFEFF/, '').trim();
		if (trimmed === '' || trimmed === 'Scopus' || trimmed.startsWith('EXPORT DATE:')) continue;
		open.push(trimmed);
		if (!end.test(trimmed)) continue;
		yield record(open);
		open = [];
		length.reset();
	}
	if (open.length > 0) yield record(open);
	return noFacts;
}

export const scopusText = textFormat({
	id: 'scopus-text',
	label: 'Scopus text',
	extensions: ['txt'],
	source: 'Scopus, “Plain text”',
	matches: ({ text }) => preamble.test(text),
	read
});
