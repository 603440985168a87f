import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';

import { memorySource } from '../../../src/lib/corpus/bytes/bytes.ts';
import { CorpusError } from '../../../src/lib/corpus/bytes/error.ts';
import { openCorpus } from '../../../src/lib/corpus/pass/open.ts';
import { readCorpus } from '../../support/corpora.ts';
import { parquet, withEndlessRun } from '../../support/parquet.ts';

const line = (title: string) => `${JSON.stringify({ title, abstract: `About ${title}` })}\n`;

describe('a limit of the host', () => {
	it('refuses larger files with a reason', async () => {
		const source = openCorpus([memorySource('big.jsonl', line('One').repeat(100))], {}, { maxBytes: 1000 });
		const read = async () => {
			for await (const batch of source.papers()) expect(batch).toBeDefined();
		};
		await expect(read()).rejects.toThrow(/^big\.jsonl: it is larger than .* Build it on the command line/);
	});
});

describe('Excel workbooks', () => {
	const head = '<?xml version="1.0"?>';
	const workbook = zipSync({
		'[Content_Types].xml': strToU8(`${head}<Types/>`),
		'xl/workbook.xml': strToU8(
			`${head}<workbook><workbookPr/><sheets><sheet name="Notes" sheetId="1"/><sheet name="Papers" sheetId="2"/></sheets></workbook>`
		),
		'xl/worksheets/sheet1.xml': strToU8(
			`${head}<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>just a note</t></is></c></row></sheetData></worksheet>`
		),
		'xl/worksheets/sheet2.xml': strToU8(
			`${head}<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c r="D1" t="s"><v>2</v></c><c r="E1" t="str"><v>Year</v></c></row>` +
				`<row r="2"><c r="A2" t="s"><v>3</v></c><c r="C2" t="inlineStr"><is><t>About ice</t></is></c><c r="D2" s="1"><v>44231</v></c></row>` +
				`<row r="3"><c r="A3" t="str"><v>Water &amp; more</v></c><c r="E3"><v>2019</v></c></row><row r="4"/></sheetData></worksheet>`
		),
		'xl/styles.xml': strToU8(
			`${head}<styleSheet><numFmts><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="165"/></cellXfs></styleSheet>`
		),
		'xl/sharedStrings.xml': strToU8(
			`${head}<sst><si><t>Title</t></si><si><t>Abstract</t></si><si><t>Date</t></si><si><r><t>Ice </t></r><r><t>maps</t></r><rPh><t>no</t></rPh></si></sst>`
		)
	});

	it('are read sheet by sheet, with dates as dates', async () => {
		const { papers, account } = await readCorpus({ 'a.xlsx': workbook });
		expect(account.inputs).toMatchObject([{ format: 'xlsx', records: 2, papers: 2 }]);
		expect(papers).toMatchObject([
			{ title: 'Ice maps', abstract: 'About ice', published: '2021-02-04', datePrecision: 'day' },
			{ title: 'Water & more', published: '2019-01-01', datePrecision: 'year' }
		]);
	});
});

describe('Parquet', () => {
	it.each(['snappy', 'zstd', 'gzip', 'uncompressed'])(
		'is read when compressed with %s',
		async (compression) => {
			const { papers, account } = await readCorpus({ 'a.parquet': await parquet(compression) });
			expect(account.inputs).toMatchObject([{ format: 'parquet', records: 300, papers: 300 }]);
			expect(papers[299]).toMatchObject({
				sourceId: 'id299',
				title: 'Title 299',
				abstract: 'Text number 299',
				teamSize: 2,
				published: '2024-02-29',
				datePrecision: 'day',
				upvotes: 299
			});
		}
	);

	it.each(['snappy', 'zstd', 'uncompressed'])(
		'may have pages of the second kind: %s',
		async (compression) => {
			const { papers } = await readCorpus({ 'a.parquet': await parquet(compression, 5000, 'V2') });
			expect(papers).toHaveLength(5000);
			expect(papers[4999]).toMatchObject({ title: 'Title 4999', venue: 'Journal 1', teamSize: 2 });
		}
	);

	it.each([
		['title', 'levels'],
		['authors', 'levels'],
		['venue', 'words']
	] as const)('is refused when a run in its %s never ends: %s', async (column, what) => {
		const bytes = withEndlessRun(await parquet('uncompressed'), column, what);
		await expect(readCorpus({ 'a.parquet': bytes })).rejects.toThrow(
			/repeats a value more often than it has values/
		);
	});

	it('is refused with a reason when damaged', async () => {
		const bytes = await parquet('snappy');
		for (const damaged of [
			bytes.subarray(0, 900),
			bytes.map((byte, i) => (i > 100 && i < 2000 ? 255 : byte))
		]) {
			await expect(readCorpus({ 'a.parquet': damaged })).rejects.toThrow(CorpusError);
		}
	});

	it('is refused before its columns are read when they are not those of its schema', async () => {
		const bytes = Buffer.from(await parquet('snappy'));
		bytes.fill(255, 100, 2000);
		bytes.write('tatle', bytes.lastIndexOf('title'));
		await expect(readCorpus({ 'a.parquet': new Uint8Array(bytes) })).rejects.toThrow(
			/its columns are not those of its schema/
		);
	});
});
