import { valuesIn, type ReadingRow } from '../dataset/export-row.ts';
import { joinedWords, risJoins, type MayBeJoined } from './counted-as.ts';
import { dateParts, oneLine } from './publication.ts';
import type { Tag } from './ris.ts';

const words = ({ read, starred }: ReadingRow) => [
	...(starred === 'yes' ? ['starred'] : []),
	...(read === 'yes' ? ['read'] : [])
];

/** The reader's note and the reason as two notes (`N1`), star and tick as keywords, which managers show as tags. */
export function risNotes(row: MayBeJoined<ReadingRow>): Tag[] {
	return [
		...words(row).map((word): Tag => ['KW', word]),
		['N1', row.note],
		['N1', row.why === '' ? null : `Why: ${row.why}`],
		...risJoins(row)
	];
}

/**
 * The note and the reason as `annote`, BibTeX's field for annotated bibliographies, which no usual style prints; tick
 * and star as JabRef writes them.
 */
export function bibtexNotes(row: MayBeJoined<ReadingRow>): [name: string, text: string][] {
	const why = row.why === '' ? '' : `Why: ${row.why}`;
	return [
		['readstatus', row.read === 'yes' ? 'read' : ''],
		['relevance', row.starred === 'yes' ? 'relevant' : ''],
		['annote', [row.note, why, joinedWords(row)].filter(Boolean).join(' – ')]
	];
}

export const markdownHead = '# Reading list\n\n';

/** A text as Markdown prints it as it is (CommonMark 0.31, 2.4): any sign that could mean more stands behind a backslash. */
function plain(text: string): string {
	return oneLine(text)
		.replace(/[\\`*_[\]<>~|&#$!{}]/g, '\\$&')
		.replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** Lines of a note stay lines. */
const lines = (text: string) =>
	text
		.split(/\r\n|[\n\r\u2028\u2029]/)
		.map(plain)
		.filter((line) => line !== '')
		.join('  \n      ');

/** An address between angle brackets; nothing but http and https, and nothing that would end it. */
function link(url: string | null): string {
	if (url === null || !/^https?:\/\//i.test(url.trim())) return '';
	const codes = (sign: string) => encodeURIComponent(sign.replace(/\p{Cs}/gu, '\ufffd'));
	return `<${url.trim().replace(/[\s<>\\`]/gu, codes)}>`;
}

function source(row: ReadingRow): string {
	const people = valuesIn(row, 'authors');
	const named = people.length > 10 ? [...people.slice(0, 9), '…', people.at(-1) as string] : people;
	const year = dateParts(row.published)[0] ?? 'n.d.';
	const number = [row.volume, row.issue === null ? '' : `(${row.issue})`].filter(Boolean).join('');
	const place = [row.venue, number, row.pages].filter(Boolean).join(', ');
	const who = [plain(named.join('; ')), `(${year})`].filter(Boolean).join(' ');
	return [who, plain(place)].filter(Boolean).join('. ') + `. ${link(row.url)}`.trimEnd();
}

/** One item of a numbered list for each row, ticked when it is read, with source, reason and note below it. */
export function markdownItems(rows: readonly MayBeJoined<ReadingRow>[]): string {
	return rows
		.map((row) => {
			const title = plain(row.title) || 'Untitled';
			const star = row.starred === 'yes' ? ' ★' : '';
			const parts = [
				`${row.place}. [${row.read === 'yes' ? 'x' : ' '}] **${title}**${star}`,
				source(row),
				...(row.why === '' ? [] : [`Why: ${plain(row.why)}`]),
				...(row.note.trim() === '' ? [] : [`Note: ${lines(row.note)}`]),
				...[plain(joinedWords(row))].filter(Boolean)
			];
			return `${parts.join('\n    - ')}\n`;
		})
		.join('');
}
