import { valuesIn, type ExportRow } from '../dataset/export-row.ts';
import {
	dateParts,
	oneLine,
	publicationOf,
	referenceFields,
	statedText,
	type Publication,
	type ReferenceField
} from './publication.ts';

/** A tag and its value; without one the tag is left out. */
export type Tag = [tag: string, value: string | null];

const types: Readonly<Record<Publication, string>> = {
	article: 'JOUR',
	conference: 'CONF',
	book: 'BOOK',
	chapter: 'CHAP',
	thesis: 'THES',
	report: 'RPRT',
	other: 'GEN'
};

/** `2024/03/07/`; parts that are not stated stay empty, the slashes stay. */
function date(published: string | null): string | null {
	const [year, month = '', day = ''] = dateParts(published);
	return year === undefined ? null : `${year}/${month}/${day}/`;
}

/** What the source states, tag by tag; a range of two ends is cut into both. */
function stated(row: ExportRow, field: ReferenceField): Tag[] {
	const { ris, form } = field;
	if (ris === undefined) return [];
	const text = statedText(row, field);
	if (form !== 'range') return [[ris, text]];
	const [start = '', ...rest] = text.split(/\s*[-–—]+\s*/);
	return [
		[ris, start],
		['EP', rest.length === 1 ? (rest[0] as string) : null]
	];
}

function tags(row: ExportRow): Tag[] {
	return [
		['ID', String(row.paper_id)],
		['TI', row.title],
		...valuesIn(row, 'authors').map((name): [string, string] => ['AU', name]),
		['PY', dateParts(row.published)[0] ?? null],
		['DA', date(row.published)],
		...referenceFields.flatMap((field) => stated(row, field)),
		['KW', row.theme],
		...[...valuesIn(row, 'keywords'), ...valuesIn(row, 'index_keywords')].map((keyword): Tag => [
			'KW',
			keyword
		]),
		['AB', row.abstract]
	];
}

/**
 * One record for each row, tag by tag, CRLF at line ends; what a source does not state is left out.
 * @param more what else is to be said of a row
 */
export function risRecords<R extends ExportRow>(
	rows: readonly R[],
	more: (row: R) => readonly Tag[] = () => []
): string {
	return rows
		.map((row) => {
			const stated = [...tags(row), ...more(row)].flatMap(([tag, value]) => {
				const text = oneLine(value ?? '');
				return text === '' ? [] : [`${tag}  - ${text}`];
			});
			return [`TY  - ${types[publicationOf(row)]}`, ...stated, 'ER  - ', '', ''].join('\r\n');
		})
		.join('');
}
