import { textFormat } from '../format.ts';
import { readNamedLines } from './named-lines.ts';
import { fieldsFrom, type TaggedRecord } from './tagged.ts';

/** EndNote's output style "Show All Fields": `Reference Type:  Journal Article` begins a record. */

const names = [
	...['Reference Type', 'Record Number', 'Author', 'Year', 'Title', 'Secondary Author', 'Secondary Title'],
	...['Tertiary Author', 'Tertiary Title', 'Subsidiary Author', 'Series Editor', 'Series Title', 'Editor'],
	...['Journal', 'Book Title', 'Conference Name', 'Conference Location', 'Place Published', 'Publisher'],
	...[
		'University',
		'Institution',
		'Academic Department',
		'Thesis Type',
		'Degree',
		'Advisor',
		'Volume',
		'Issue'
	],
	...['Number', 'Number of Volumes', 'Number of Pages', 'Pages', 'Start Page', 'Section', 'Edition', 'Date'],
	...['Epub Date', 'Type of Article', 'Type of Work', 'Short Title', 'Alternate Journal', 'Alternate Title'],
	...['Abbreviation', 'ISSN', 'ISBN', 'DOI', 'PMCID', 'NIHMSID', 'Original Publication', 'Reprint Edition'],
	...[
		'Reviewed Item',
		'Legal Note',
		'Accession Number',
		'Call Number',
		'Label',
		'Keywords',
		'Abstract',
		'Notes'
	],
	...[
		'Research Notes',
		'URL',
		"'File' Attachments",
		'File Attachments',
		'Author Address',
		'Figure',
		'Caption'
	],
	...[
		'Access Date',
		'Translated Author',
		'Translated Title',
		'Name of Database',
		'Database Provider',
		'Language'
	],
	...[
		'Article Number',
		'Link to PDF',
		'Custom \\d',
		'Year of Conference',
		'Year Published',
		'Last Modified Date'
	]
];

/** A surname with initials, and what parts it from the next. */
const inverted = /[^,]{1,80}, (?:\p{Lu}\p{M}?\.?[ -]?){1,5}(?=,|$)/gu;

/** "Berg, A., Dahl, J. and Falk, C.", or one name a line. */
function people(text: string): string[] {
	return text
		.split(/\n| and |;/)
		.flatMap((part) => {
			const pairs = part.match(inverted) ?? [];
			return pairs.join(',').length === part.trim().length ? pairs : [part];
		})
		.map((name) => name.trim());
}

/** `Date` has the day and month, or the whole date. */
function dateOf(record: TaggedRecord): string | null {
	const [year, date] = [record.text('Year', 'Year of Conference', 'Year Published'), record.text('Date')];
	if (date === null) return year;
	return /\d{4}/.test(date) || year === null ? date : `${date} ${year}`;
}

export const endNoteFields = textFormat({
	id: 'endnote-fields',
	label: 'EndNote text with all fields',
	extensions: ['txt'],
	source: 'EndNote, output style “Show All Fields”',
	matches: ({ lines: [first = '', second = ''] }) =>
		/^\uFEFF?Reference Type:\s/.test(first) && /^[A-Z][A-Za-z ]{2,30}:\s/.test(second),
	read: readNamedLines({
		line: new RegExp(`^(${names.join('|')}):([^]*)$`),
		first: ['Reference Type'],
		fieldsOf: (record) =>
			fieldsFrom({
				title: record.text('Title'),
				abstract: record.text('Abstract'),
				authors: record.all('Author').flatMap(people),
				date: dateOf(record),
				year: record.text('Year', 'Year of Conference', 'Year Published'),
				doi: record.text('DOI'),
				id: record.text('Accession Number'),
				venue: record.text('Journal', 'Secondary Title', 'Book Title', 'Conference Name', 'Series Title'),
				url: record.text('URL')?.split(/\s/)[0],
				type: record.text('Type of Article', 'Reference Type'),
				language: record.text('Language'),
				volume: record.text('Volume'),
				issue: record.text('Issue', 'Number'),
				pages: record.text('Pages'),
				articlenumber: record.text('Article Number'),
				keywords: record.text('Keywords'),
				affiliations: record.text('Author Address')
			})
	})
});
