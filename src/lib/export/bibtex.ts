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

type Entry = [name: string, value: string | null];

const entryTypes: Readonly<Record<Publication, string>> = {
	article: 'article',
	conference: 'inproceedings',
	book: 'book',
	chapter: 'incollection',
	thesis: 'phdthesis',
	report: 'techreport',
	other: 'misc'
};

const venueFields: Partial<Record<Publication, string>> = {
	article: 'journal',
	conference: 'booktitle',
	chapter: 'booktitle',
	thesis: 'school',
	report: 'institution'
};

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** BibTeX counts braces even behind a backslash, so that braces of a text must be written as commands. */
const escapes = new Map([
	['\\', '\\textbackslash{}'],
	['{', '\\textbraceleft{}'],
	['}', '\\textbraceright{}'],
	['~', '\\textasciitilde{}'],
	['^', '\\textasciicircum{}']
]);

/** A text as the value of a field, for LaTeX to print as it is. */
export function bibtexText(text: string): string {
	return oneLine(text).replace(/[\\{}~^%#&$_]/g, (sign) => escapes.get(sign) ?? `\\${sign}`);
}

/** An address: fields that LaTeX reads verbatim, in which only braces and backslashes can do harm. */
function address(text: string): string {
	const codes = new Map([
		['\\', '%5C'],
		['{', '%7B'],
		['}', '%7D']
	]);
	return oneLine(text).replace(/[\\{}]/g, (sign) => codes.get(sign) as string);
}

/** A name in braces is not taken apart: one with the word `and`, or with more commas than BibTeX knows. */
function person(name: string): string {
	const whole = /(^|\s)and(\s|$)/i.test(name) || name.split(',').length > 3;
	return whole ? `{${bibtexText(name)}}` : bibtexText(name);
}

/** `smith2024-17`: family name and year where there are any, and the paper's number, which makes it unique. */
function key(row: ExportRow): string {
	const first = valuesIn(row, 'authors')[0] ?? '';
	const family = first.includes(',') ? (first.split(',')[0] as string) : (first.split(' ').at(-1) as string);
	const plain = family
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');
	return `${plain || 'paper'}${dateParts(row.published)[0] ?? ''}-${row.paper_id}`;
}

/** A text in braces; `null` when there is none. */
function braced(text: string): string | null {
	const value = bibtexText(text);
	return value === '' ? null : `{${value}}`;
}

/** What the source states, as a field of an entry. */
function stated(row: ExportRow, field: ReferenceField): Entry {
	const { bibtex = '', form } = field;
	const text = statedText(row, field);
	if (form === 'address') return [bibtex, text && `{${address(text)}}`];
	if (form === 'container') return [venueFields[publicationOf(row)] ?? bibtex, braced(text)];
	return [bibtex, braced(form === 'range' ? text.replace(/\s*[-–—]+\s*/g, '--') : text)];
}

const known = referenceFields.filter(({ bibtex }) => bibtex !== undefined);
const containers = known.filter(({ form }) => form === 'container');
const others = known.filter(({ form }) => form !== 'container');

function entries(row: ExportRow): Entry[] {
	const [year, month] = dateParts(row.published);
	const title = braced(row.title);
	return [
		['title', title && `{${title}}`],
		['author', row.authors && `{${valuesIn(row, 'authors').map(person).join(' and ')}}`],
		...containers.map((field) => stated(row, field)),
		['year', braced(year ?? '')],
		['month', month === undefined ? null : (months[Number(month) - 1] ?? null)],
		...others.map((field) => stated(row, field)),
		['keywords', braced([row.theme, row.keywords, row.index_keywords].filter(Boolean).join('; '))],
		['abstract', braced(row.abstract)]
	];
}

/**
 * One entry for each row, in UTF-8; what a source does not state is left out.
 * @param more what else is to be said of a row: names of fields and plain texts
 */
export function bibtexEntries<R extends ExportRow>(
	rows: readonly R[],
	more: (row: R) => readonly (readonly [name: string, text: string])[] = () => []
): string {
	return rows
		.map((row) => {
			const others = more(row).map(([name, text]): Entry => [name, braced(text)]);
			const stated = [...entries(row), ...others];
			const lines = stated.flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
			return `@${entryTypes[publicationOf(row)]}{${key(row)},\n${lines.join(',\n')}\n}\n\n`;
		})
		.join('');
}
