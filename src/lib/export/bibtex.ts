import { authorNames, type ExportRow } from '../dataset/export-row.ts';
import { dateParts, oneLine, publicationOf, type Publication } from './publication.ts';

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
	const first = authorNames(row)[0] ?? '';
	const family = first.includes(',') ? (first.split(',')[0] as string) : (first.split(' ').at(-1) as string);
	const plain = family
		.normalize('NFD')
		.toLowerCase()
		.replace(/[^a-z]/g, '');
	return `${plain || 'paper'}${dateParts(row.published)[0] ?? ''}-${row.paper_id}`;
}

function fields(row: ExportRow): [name: string, value: string | null][] {
	const kind = publicationOf(row);
	const [year, month] = dateParts(row.published);
	const braced = (text: string | null) => {
		const value = bibtexText(text ?? '');
		return value === '' ? null : `{${value}}`;
	};
	const title = braced(row.title);
	return [
		['title', title && `{${title}}`],
		['author', row.authors && `{${authorNames(row).map(person).join(' and ')}}`],
		[venueFields[kind] ?? 'howpublished', braced(row.venue)],
		['year', braced(year ?? null)],
		['month', month === undefined ? null : (months[Number(month) - 1] ?? null)],
		['volume', braced(row.volume)],
		['number', braced(row.issue)],
		['pages', braced(row.pages && row.pages.replace(/\s*[-–—]+\s*/g, '--'))],
		['doi', row.doi && `{${address(row.doi)}}`],
		['url', row.url && `{${address(row.url)}}`],
		['language', braced(row.language)],
		['keywords', braced(row.theme)],
		['abstract', braced(row.abstract)]
	];
}

/** One entry for each row, in UTF-8; what a source does not state is left out. */
export function bibtexEntries(rows: readonly ExportRow[]): string {
	return rows
		.map((row) => {
			const lines = fields(row).flatMap(([name, value]) => (value ? [`  ${name} = ${value}`] : []));
			return `@${entryTypes[publicationOf(row)]}{${key(row)},\n${lines.join(',\n')}\n}\n\n`;
		})
		.join('');
}
