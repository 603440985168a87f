import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import { exportColumns } from '../../../src/lib/dataset/export-row.ts';
import { csvHeader, csvLines, textCell } from '../../../src/lib/export/csv.ts';
import { awkwardTexts, exportRow } from '../../support/export-rows.ts';

const names = exportColumns.map(({ name }) => name);

function reread(csv: string): Record<string, string>[] {
	const { data, errors, meta } = Papa.parse<Record<string, string>>(csv, {
		header: true,
		delimiter: ',',
		newline: '\r\n',
		skipEmptyLines: true
	});
	expect(errors).toEqual([]);
	expect(meta.fields).toEqual(names);
	return data;
}

/** What the writer promises: one apostrophe before a formula, looking through apostrophes and blanks. */
const restored = (cell: string) => (/^'+\s*[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? cell.slice(1) : cell);

describe('csvLines', () => {
	it('can be read back, whatever the texts', () => {
		const texts = awkwardTexts(3000);
		const rows = texts.map((title, paper_id) =>
			exportRow({ paper_id, title, abstract: texts[texts.length - 1 - paper_id]!, venue: title || null })
		);
		const back = reread(csvHeader() + csvLines(rows));
		expect(back).toHaveLength(3000);
		expect(back.map(({ paper_id }) => Number(paper_id))).toEqual(rows.map(({ paper_id }) => paper_id));
		expect(back.map(({ title }) => restored(title!))).toEqual(rows.map(({ title }) => title));
		expect(back.map(({ abstract }) => restored(abstract!))).toEqual(rows.map(({ abstract }) => abstract));
	});

	it('leaves no cell that a spreadsheet runs', () => {
		const cells = reread(csvHeader() + csvLines(awkwardTexts(3000, 5).map((title) => exportRow({ title }))));
		const run = cells.filter(({ title }) => /^\s*[=+\-@\t\r\n＝＋－＠]/u.test(title!));
		expect(run).toEqual([]);
	});

	it('starts with a byte-order mark and ends every line with CRLF', () => {
		const csv = csvHeader() + csvLines([exportRow(), exportRow()]);
		expect(csv.startsWith('\uFEFFpaper_id,source_id,doi,title,abstract,authors,team_size,published,')).toBe(
			true
		);
		expect(csv.split('\r\n')).toHaveLength(4);
		expect(csv.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});

	it('writes numbers as numbers, negative ones too, and nothing for what is unknown', () => {
		const [row] = reread(csvHeader() + csvLines([exportRow({ team_size: 12, x: Math.fround(0.1234567) })]));
		expect(row).toMatchObject({
			team_size: '12',
			similarity: '0.3',
			margin: '-0.05',
			x: '0.1234567',
			y: '1',
			comments: '',
			doi: ''
		});
	});

	it('gives nothing for no rows', () => {
		expect(csvLines([])).toBe('');
	});
});

describe('textCell', () => {
	it.each([
		['=1+1', "'=1+1"],
		['+44', "'+44"],
		['-a', "'-a"],
		['@x', "'@x"],
		['\tx', "'\tx"],
		['\rx', '"\'\rx"'],
		['  =1+1', "'  =1+1"],
		['＝1', "'＝1"],
		["'=1", "''=1"],
		['a=1', 'a=1'],
		["'quoted'", "'quoted'"],
		['say "so", he said', '"say ""so"", he said"'],
		['=HYPERLINK("http://x","y")', '"\'=HYPERLINK(""http://x"",""y"")"'],
		['', '']
	])('of %j is %j', (text, cell) => {
		expect(textCell(text)).toBe(cell);
	});
});
