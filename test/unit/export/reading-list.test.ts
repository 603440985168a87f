import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';

import type { ReadingRow } from '../../../src/lib/dataset/export-row.ts';
import { readingFormats, writeRows, type ReadingFormatName } from '../../../src/lib/export/formats.ts';
import { awkwardTexts, exportRow } from '../../support/export-rows.ts';
import { readRis } from '../../support/ris-reader.ts';

const reading = (facts: Partial<ReadingRow> = {}): ReadingRow => ({
	...exportRow(facts),
	place: 1,
	read: '',
	starred: '',
	why: '',
	note: '',
	...facts
});

async function written(format: ReadingFormatName, rows: readonly ReadingRow[]): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of writeRows(readingFormats[format], [rows])) chunks.push(chunk);
	return new TextDecoder('utf-8', { ignoreBOM: true }).decode(Buffer.concat(chunks));
}

const whale = reading({
	place: 1,
	paper_id: 9,
	title: 'Whales & *waves*',
	authors: 'Berg, Ann; Ödegård; Li, Wei',
	published: '2016-03',
	venue: 'Sea_Letters',
	volume: '7',
	issue: '2',
	pages: '1-9',
	doi: '10.1000/w',
	url: 'https://doi.org/10.1000/w',
	read: 'yes',
	starred: 'yes',
	why: 'cited 212 times, 4th of 83 papers of 2016',
	note: 'Read twice.\nER  - \n1. {Ask} Ann \\ Li'
});
const bare = reading({ place: 2, paper_id: 4, title: '', abstract: '', note: '  ' });

describe('a reading list', () => {
	it('is RIS with its notes in N1, in its order', async () => {
		const records = readRis(await written('ris', [whale, bare]));
		expect(records.map(({ ID }) => ID)).toEqual([['9'], ['4']]);
		expect(records[0]!.N1).toEqual([
			'Read twice. ER - 1. {Ask} Ann \\ Li',
			'Why: cited 212 times, 4th of 83 papers of 2016'
		]);
		expect(records[0]!.KW).toEqual(['safety alignment', 'starred', 'read']);
		expect(records[0]!.UR).toEqual(['https://doi.org/10.1000/w']);
		expect(records[1]!.N1).toBeUndefined();
	});

	it('is BibTeX with its notes in annote', async () => {
		const text = await written('bibtex', [whale, bare]);
		expect(text).toContain('\n  readstatus = {read},\n  relevance = {relevant},\n');
		expect(text).toContain(
			'annote = {Read twice. ER - 1. \\textbraceleft{}Ask\\textbraceright{} Ann \\textbackslash{} Li – ' +
				'Why: cited 212 times, 4th of 83 papers of 2016}'
		);
		expect(text.match(/annote/g)).toHaveLength(1);
	});

	it('is a table whose first columns are its own', async () => {
		const { data } = Papa.parse<Record<string, string>>((await written('csv', [whale, bare])).slice(1), {
			header: true,
			skipEmptyLines: true
		});
		expect(Object.keys(data[0]!).slice(0, 6)).toEqual([
			'place',
			'read',
			'starred',
			'why',
			'note',
			'paper_id'
		]);
		expect(data[0]).toMatchObject({
			place: '1',
			read: 'yes',
			starred: 'yes',
			note: whale.note,
			paper_id: '9'
		});
		expect(data[1]).toMatchObject({ place: '2', read: '', starred: '', why: '', paper_id: '4' });
	});

	it('is Markdown that shows every text as it is', async () => {
		expect(await written('markdown', [whale, bare])).toBe(
			[
				'# Reading list',
				'',
				'1. [x] **Whales \\& \\*waves\\*** ★',
				'    - Berg, Ann; Ödegård; Li, Wei (2016). Sea\\_Letters, 7(2), 1-9. <https://doi.org/10.1000/w>',
				'    - Why: cited 212 times, 4th of 83 papers of 2016',
				'    - Note: Read twice.  ',
				'      ER -  ',
				'      1\\. \\{Ask\\} Ann \\\\ Li',
				'2. [ ] **Untitled**',
				'    - (n.d.).',
				''
			].join('\n')
		);
	});

	it('holds what is read in it, whatever the texts', async () => {
		const texts = awkwardTexts(600, 7);
		const rows = texts.map((note, at) =>
			reading({ place: at + 1, paper_id: at, title: note, note, why: texts[599 - at]!, url: note })
		);
		const records = readRis(await written('ris', rows));
		expect(records.map(({ ID }) => ID?.[0])).toEqual(rows.map(({ paper_id }) => String(paper_id)));
		const items = (await written('markdown', rows)).split('\n').filter((line) => /^\d+\. \[ \] /.test(line));
		expect(items).toHaveLength(600);
		const lines = (await written('jsonl', rows)).trimEnd().split('\n');
		expect(lines.map((line) => (JSON.parse(line) as ReadingRow).note)).toEqual(texts);
	});
});
