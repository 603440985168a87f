import { zipFormat } from '../format.ts';
import { dayNumber, isoDate } from '../../../base/date.ts';
import type { ZipRecord } from '../../../zip/directory.ts';
import type { RandomAccess } from '../../../zip/random-access.ts';
import { collected, memorySource } from '../../bytes/bytes.ts';
import { readRows } from './csv.ts';
import { decoded } from '../../bytes/decode.ts';
import { CorpusError } from '../../bytes/error.ts';
import { noFacts, type ReadOptions, type Records } from '../../paper/record.ts';
import { entryBytes, entryProblem, zipRecords } from '../../bytes/unzip.ts';
import { xmlElements, type XmlElement } from '../xml/xml-tree.ts';

/** Excel workbooks (ECMA-376 SpreadsheetML): each sheet is a table whose header names the columns. */

const sheetPath = /^xl\/worksheets\/[^/]+\.xml$/;

/** A workbook in memory, with the files it is made of. */
interface Package {
	file: RandomAccess;
	records: readonly ZipRecord[];
}

/** The elements of some names in each file of the workbook whose path matches. */
async function* elements(
	{ file, records }: Package,
	path: RegExp,
	names: readonly string[]
): AsyncGenerator<XmlElement> {
	for (const record of records.filter(({ name }) => path.test(name))) {
		if (entryProblem(record) !== null) throw new CorpusError('it is encrypted. Save it without a password.');
		yield* xmlElements(decoded(entryBytes(file, record)), new Set(names));
	}
}

/** Text of a string item, without its phonetic guide. */
const textOf = (item: XmlElement) =>
	[...item.elements('t'), ...item.all('r', 't')].map(({ text }) => text).join('');

/** Number formats that show dates: the built-in ones, and those of the workbook that have a year or a day. */
const isDateFormat = (id: number, code: string | undefined) =>
	code === undefined
		? (id >= 14 && id <= 17) || id === 22
		: /[yd]/i.test(code.replace(/"[^"]*"|\[[^[\]]*\]/g, ''));

interface Workbook {
	strings: string[];
	/** Whether a cell style shows a date. */
	dates: boolean[];
	/** Day number of serial 0. */
	epoch: number;
}

async function openWorkbook(content: Package): Promise<Workbook> {
	const book: Workbook = { strings: [], dates: [], epoch: dayNumber({ year: 1899, month: 12, day: 30 }) };
	const formats = new Map<number, string>();
	const names = ['si', 'numFmt', 'cellXfs', 'workbookPr'];
	for await (const element of elements(content, /^xl\/(?:sharedStrings|styles|workbook)\.xml$/, names)) {
		const { name, attributes } = element;
		if (name === 'si') book.strings.push(textOf(element));
		if (name === 'numFmt')
			formats.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
		if (name === 'workbookPr' && /^(?:1|true)$/.test(attributes.get('date1904') ?? '')) book.epoch += 1462;
		if (name === 'cellXfs') {
			book.dates = element.elements('xf').map((style) => {
				const id = Number(style.attributes.get('numFmtId') ?? 0);
				return isDateFormat(id, formats.get(id));
			});
		}
	}
	return book;
}

/** Column number, from 0, of a reference such as "AB12". */
function columnOf(reference: string | undefined): number | null {
	const letters = /^[A-Z]{1,3}/.exec(reference ?? '')?.[0];
	return letters ? [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 : null;
}

function cellText(cell: XmlElement, book: Workbook): string {
	const type = cell.attributes.get('t') ?? 'n';
	if (type === 'inlineStr') return cell.elements('is').map(textOf).join('');
	const value = cell.textAt('v') ?? '';
	if (type === 's') return book.strings[Number(value)] ?? '';
	const isDate = type === 'n' && book.dates[Number(cell.attributes.get('s') ?? -1)] === true;
	const serial = Math.floor(Number(value));
	return isDate && serial > 0 && serial < 1_000_000
		? isoDate(book.epoch + serial)
		: type === 'e'
			? ''
			: value;
}

function cellsOf(row: XmlElement, book: Workbook): string[] {
	const cells: string[] = [];
	for (const cell of row.elements('c')) {
		const column = columnOf(cell.attributes.get('r')) ?? cells.length;
		while (cells.length < column) cells.push('');
		cells[column] = cellText(cell, book);
	}
	return cells;
}

async function* rowsOf(content: Package, book: Workbook): AsyncGenerator<string[]> {
	for await (const element of elements(content, sheetPath, ['row'])) {
		if (element.name === 'row') yield cellsOf(element, book);
	}
}

/** Sheets that hold no table of papers are notes. */
async function* read(stream: AsyncIterable<Uint8Array>, options: ReadOptions): Records {
	const file = memorySource('the workbook', await collected(stream));
	const records = (await zipRecords(file)) ?? [];
	const book = await openWorkbook({ file, records });
	const sheets = records
		.filter(({ name }) => sheetPath.test(name))
		.sort((a, b) => a.name.length - b.name.length || (a.name < b.name ? -1 : 1));
	if (sheets.length === 0)
		throw new CorpusError('it is no workbook, or an empty one. Save it as .xlsx or CSV.');
	let failure: unknown = null;
	let tables = 0;
	for (const sheet of sheets) {
		try {
			yield* readRows(rowsOf({ file, records: [sheet] }, book), options);
			tables++;
		} catch (error) {
			if (!(error instanceof CorpusError)) throw error;
			failure ??= error;
		}
	}
	if (tables === 0) throw failure;
	return noFacts;
}

export const xlsx = zipFormat({
	id: 'xlsx',
	label: 'Excel workbook',
	extensions: ['xlsx', 'xlsm'],
	source: 'Web of Science, “Excel”; Lens, Dimensions, or your own',
	matches: (names) => names.some((name) => sheetPath.test(name)),
	read
});
