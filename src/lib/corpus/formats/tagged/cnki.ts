import { textFormat } from '../format.ts';
import { readNamedLines } from './named-lines.ts';
import { fieldsFrom } from './tagged.ts';

/** CNKI's own text: `Title-题名: ...`, each name in English and Chinese. */
export const cnki = textFormat({
	id: 'cnki',
	label: 'CNKI text',
	extensions: ['txt', 'net'],
	source: 'CNKI, “查新” and “自定义”',
	matches: ({ lines: [first = '', second = ''] }) =>
		/^\uFEFF?[A-Za-z]{4,20}-\p{Script=Han}{1,8}\s*[:：]/u.test(first) &&
		/^[A-Za-z]{4,20}-\p{Script=Han}{1,8}\s*[:：]/u.test(second),
	read: readNamedLines({
		line: /^([A-Za-z]{4,20})-\p{Script=Han}{1,8}\s*[:：]([^]*)$/u,
		first: ['SrcDatabase', 'DataType', 'Title'],
		fieldsOf: (record) =>
			fieldsFrom({
				title: record.text('Title'),
				abstract: record.text('Summary'),
				authors: record.all('Author').flatMap((names) => names.split(/[;；]/)),
				date: record.text('PubTime', 'Year'),
				year: record.text('Year'),
				doi: record.text('DOI'),
				venue: record.text('Source'),
				url: record.all('Link', 'URL').find((value) => /^https?:/.test(value)),
				type: record.text('SrcDatabase'),
				volume: record.text('Roll', 'Volume'),
				issue: record.text('Period'),
				pages: record.text('Page', 'PageRange'),
				keywords: record.all('Keyword', 'Keywords'),
				affiliations: record.all('Organ')
			})
	})
});
