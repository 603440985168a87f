import { describe, expect, it } from 'vitest';

import { exportColumns } from '../../../src/lib/dataset/export-row.ts';
import { bibtexEntries } from '../../../src/lib/export/bibtex.ts';
import { csvLines, shortFloat } from '../../../src/lib/export/csv.ts';
import { risRecords } from '../../../src/lib/export/ris.ts';
import { jsonLines } from '../../../src/lib/export/formats.ts';
import { awkwardTexts, exportRow } from '../../support/export-rows.ts';

describe('jsonLines', () => {
	it('can be read back line by line, whatever the texts', () => {
		const rows = awkwardTexts(500).map((title, paper_id) => exportRow({ paper_id, title }));
		const lines = jsonLines(rows).split('\n');
		expect(lines.pop()).toBe('');
		const back = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
		expect(back.map(({ title }) => title)).toEqual(rows.map(({ title }) => title));
		expect(Object.keys(back[0]!)).toEqual(exportColumns.map(({ name }) => name));
	});

	it('names authors one by one and keeps unknown values apart from empty ones', () => {
		const [first, second] = jsonLines([exportRow({ authors: 'Ada Lovelace; Li, Wei' }), exportRow()])
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as Record<string, unknown>);
		expect(first).toMatchObject({ authors: ['Ada Lovelace', 'Li, Wei'], team_size: null, margin: -0.05 });
		expect(second!.authors).toEqual([]);
	});
});

describe('keywords, organisations and countries', () => {
	const row = exportRow({
		keywords: 'waggle dance; honey, wild',
		index_keywords: 'APIS',
		organisations: 'Lab One; Lab Two',
		countries: 'Norway'
	});

	it('are lists in JSON Lines, and empty ones where nothing is known', () => {
		expect(JSON.parse(jsonLines([row]))).toMatchObject({
			keywords: ['waggle dance', 'honey, wild'],
			index_keywords: ['APIS'],
			organisations: ['Lab One', 'Lab Two'],
			countries: ['Norway']
		});
		expect(JSON.parse(jsonLines([exportRow()]))).toMatchObject({ keywords: [], countries: [] });
	});

	it('are joined by semicolons in CSV', () => {
		expect(csvLines([row]).trim()).toMatch(/,"waggle dance; honey, wild",APIS,Lab One; Lab Two,Norway$/);
	});

	it('stand behind the theme in BibTeX and RIS', () => {
		expect(bibtexEntries([row])).toContain('keywords = {safety alignment; waggle dance; honey, wild; APIS}');
		expect(risRecords([row]).match(/^KW {2}- .*$/gm)).toEqual([
			'KW  - safety alignment',
			'KW  - waggle dance',
			'KW  - honey, wild',
			'KW  - APIS'
		]);
	});
});

describe('shortFloat', () => {
	it('is the shortest number that reads back as the same single', () => {
		expect([0, 1, 0.3, -0.05, 1 / 3].map((value) => shortFloat(Math.fround(value)))).toEqual([
			0, 1, 0.3, -0.05, 0.33333334
		]);
		for (let value = 1e-7; value < 1; value *= 1.37) {
			expect(Math.fround(shortFloat(Math.fround(value)))).toBe(Math.fround(value));
		}
	});
});
