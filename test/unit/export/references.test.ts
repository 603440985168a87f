import { describe, expect, it } from 'vitest';

import { bibtexEntries, bibtexText } from '../../../src/lib/export/bibtex.ts';
import { publicationOf } from '../../../src/lib/export/publication.ts';
import { risRecords } from '../../../src/lib/export/ris.ts';
import { awkwardTexts, exportRow } from '../../support/export-rows.ts';

const paper = exportRow({
	paper_id: 17,
	title: 'Costs & {benefits} of 50 % less_data',
	abstract: 'First line.\n@article{x,\nTY  - JOUR',
	authors: 'Müller, Jörg; Research and Development Group; Ada Lovelace',
	published: '2024-03',
	venue: 'Proc. of Nothing',
	type: 'proceedings-article',
	volume: '7',
	issue: '2',
	pages: '101–112',
	doi: '10.1000/a_b',
	url: 'https://example.org/a_b?c=1&d=%7B{'
});

/** Values by field name, counting braces as BibTeX does: a backslash does not hide one. */
function parseBibtex(text: string): { type: string; key: string; fields: Map<string, string> }[] {
	const entries = [];
	let at = 0;
	while ((at = text.indexOf('@', at)) >= 0) {
		const head = /@(\w+)\{([^,\s]+),/y;
		head.lastIndex = at;
		const [all, type, key] = head.exec(text)!;
		at += all.length;
		const fields = new Map<string, string>();
		for (;;) {
			const field = /\s*(\w+) = /y;
			field.lastIndex = at;
			const found = field.exec(text);
			if (!found) break;
			at += found[0].length;
			let depth = 0;
			let end = at;
			for (; depth > 0 || !/[,\n]/.test(text[end]!); end++) {
				if (text[end] === '{') depth++;
				if (text[end] === '}') depth--;
				if (depth < 0 || end >= text.length) throw new Error(`braces do not match in ${key}`);
			}
			fields.set(found[1]!, text.slice(at, end));
			at = text[end] === ',' ? end + 1 : end;
		}
		const close = /\s*\}\s*/y;
		close.lastIndex = at;
		if (!close.test(text)) throw new Error(`entry ${key} does not end`);
		at = close.lastIndex;
		entries.push({ type: type!, key: key!, fields });
	}
	return entries;
}

describe('bibtexEntries', () => {
	it('states what the source states, escaped for LaTeX', () => {
		expect(bibtexEntries([paper])).toBe(
			[
				'@inproceedings{muller2024-17,',
				'  title = {{Costs \\& \\textbraceleft{}benefits\\textbraceright{} of 50 \\% less\\_data}},',
				'  author = {Müller, Jörg and {Research and Development Group} and Ada Lovelace},',
				'  booktitle = {Proc. of Nothing},',
				'  year = {2024},',
				'  month = mar,',
				'  volume = {7},',
				'  number = {2},',
				'  pages = {101--112},',
				'  doi = {10.1000/a_b},',
				'  url = {https://example.org/a_b?c=1&d=%7B%7B},',
				'  keywords = {safety alignment},',
				'  abstract = {First line. @article\\textbraceleft{}x, TY - JOUR}',
				'}',
				'',
				''
			].join('\n')
		);
	});

	it('keeps entries apart, whatever the texts', () => {
		const texts = awkwardTexts(800, 3);
		const rows = texts.map((title, paper_id) =>
			exportRow({
				paper_id,
				title,
				abstract: title,
				authors: title.replaceAll(';', ''),
				url: title,
				doi: title
			})
		);
		const entries = parseBibtex(bibtexEntries(rows));
		expect(entries).toHaveLength(800);
		expect(new Set(entries.map(({ key }) => key)).size).toBe(800);
		const titled = texts.filter((text) => bibtexText(text) !== '');
		const titles = entries.flatMap(({ fields }) => fields.get('title') ?? []);
		expect(titles).toEqual(titled.map((text) => `{{${bibtexText(text)}}}`));
	});

	it('has keys of plain letters, also without authors or dates', () => {
		expect(bibtexEntries([exportRow({ paper_id: 4 })])).toMatch(/^@misc\{paper-4,/);
		expect(bibtexEntries([exportRow({ authors: '李 明', published: '2020' })])).toMatch(
			/^@misc\{paper2020-0,/
		);
	});
});

describe('risRecords', () => {
	it('has a tag a line, and no text can begin a tag', () => {
		expect(risRecords([paper]).split('\r\n')).toEqual([
			'TY  - CONF',
			'ID  - 17',
			'TI  - Costs & {benefits} of 50 % less_data',
			'AU  - Müller, Jörg',
			'AU  - Research and Development Group',
			'AU  - Ada Lovelace',
			'PY  - 2024',
			'DA  - 2024/03//',
			'T2  - Proc. of Nothing',
			'VL  - 7',
			'IS  - 2',
			'SP  - 101',
			'EP  - 112',
			'DO  - 10.1000/a_b',
			'UR  - https://example.org/a_b?c=1&d=%7B{',
			'KW  - safety alignment',
			'AB  - First line. @article{x, TY - JOUR',
			'ER  - ',
			'',
			''
		]);
	});

	it('has as many records as rows, whatever the texts', () => {
		const rows = awkwardTexts(500).map((title) => exportRow({ title, abstract: `${title}\nER  - \n` }));
		const lines = risRecords(rows).split('\r\n');
		expect(lines.filter((line) => line === 'ER  - ')).toHaveLength(500);
		expect(lines.every((line) => line === '' || /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
	});
});

describe('publicationOf', () => {
	it.each([
		['journal-article', null, 'article'],
		['proceedings-article', null, 'conference'],
		['Book chapter', null, 'chapter'],
		['PhD thesis', null, 'thesis'],
		['posted-content', 'arXiv', 'other'],
		[null, 'Nature', 'article'],
		[null, null, 'other']
	])('of %s in %s is %s', (type, venue, kind) => {
		expect(publicationOf({ type, venue })).toBe(kind);
	});
});
