import { textFormat } from '../format.ts';
import { readNamedLines } from './named-lines.ts';
import { fieldsFrom } from './tagged.ts';

/** NoteExpress: `{Title}: ...`, as CNKI, Wanfang and VIP write it. */
export const noteExpress = textFormat({
	id: 'noteexpress',
	label: 'NoteExpress text',
	extensions: ['net', 'txt'],
	source: 'CNKI, Wanfang and VIP, “NoteExpress”',
	matches: ({ lines: [first = '', second = ''] }) =>
		/^\uFEFF?\{Reference Type\}\s*[:：]/.test(first) && /^\{[^{}]{1,40}\}\s*[:：]/.test(second),
	read: readNamedLines({
		line: /^\{([^{}]{1,40})\}\s*[:：]([^]*)$/,
		first: ['Reference Type'],
		fieldsOf: (record) =>
			fieldsFrom({
				title: record.text('Title'),
				abstract: record.text('Abstract'),
				authors: record.all('Author').flatMap((names) => names.split(/[;；]/)),
				date: record.text('Publication Date', 'Date', 'Year'),
				year: record.text('Year'),
				doi: record.text('DOI'),
				venue: record.text('Journal', 'Secondary Title', 'Tertiary Title', 'Publisher'),
				url: record.all('URL').find((value) => /^https?:/.test(value)),
				type: record.text('Reference Type'),
				language: record.text('Language'),
				volume: record.text('Volume'),
				issue: record.text('Issue'),
				pages: record.text('Pages'),
				keywords: record.all('Keywords', 'Keyword'),
				affiliations: record.all('Author Address', 'Address')
			})
	})
});
