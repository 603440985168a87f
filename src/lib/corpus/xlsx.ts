import { dayNumber, isoDate } from '../dataset/date.ts';
import { collected } from './bytes.ts';
import { readRows } from './csv.ts';
import { decoded } from './decode.ts';
import { CorpusError } from './error.ts';
import { noFacts, type ReadOptions, type Records } from './record.ts';
import { isZip, zipEntries } from './unzip.ts';
import { xmlElements, type XmlElement } from './xml-tree.ts';

/** Excel workbooks (ECMA-376 SpreadsheetML): each sheet is a table whose header names the columns. */

/** The first name in the archive, after a local header of 30 bytes. */
const firstName = (head: Uint8Array) =>
	String.fromCharCode(...head.subarray(30, 30 + Math.min(64, (head[26] ?? 0) + 256 * (head[27] ?? 0))));

export const isXlsx = (head: Uint8Array) =>
	isZip(head) && /^(?:\[Content_Types\]\.xml|_rels\/|xl\/|docProps\/)/.test(firstName(head));

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
	yield bytes;
}

/** The elements of some names in each entry of the workbook whose path matches. */
async function* elements(
	bytes: Uint8Array,
	path: RegExp,
	names: readonly string[]
): AsyncGenerator<{ entry: string; element: XmlElement }> {
	for await (const { name, bytes: content } of zipEntries('the workbook', whole(bytes))) {
		if (!path.test(name)) continue;
		for await (const element of xmlElements(decoded(content), new Set(names))) yield { entry: name, element };
	}
}

/** Text of a string item, without its phonetic guide. */
const textOf = (item: XmlElement) =>
	[...item.elements('t'), ...item.all('r', 't')].map(({ text }) => text).join('');

/** Number formats that show dates: the built-in ones, and those of the workbook that have a year or a day. */
const isDateFormat = (id: number, code: string | undefined) =>
	code === undefined
		? (id >= 14 && id <= 17) || id === 22
		: /[yd]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]/g, ''));

interface Workbook {
	strings: string[];
	/** Whether a cell style shows a date. */
	dates: boolean[];
	/** Day number of serial 0. */
	epoch: number;
}

async function openWorkbook(bytes: Uint8Array): Promise<Workbook> {
	const book: Workbook = { strings: [], dates: [], epoch: dayNumber({ year: 1899, month: 12, day: 30 }) };
	const formats = new Map<number, string>();
	const names = ['si', 'numFmt', 'cellXfs', 'workbookPr'];
	for await (const { element } of elements(bytes, /^xl\/(?:sharedStrings|styles|workbook)\.xml$/, names)) {
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

async function* rowsOf(bytes: Uint8Array, sheet: string, book: Workbook): AsyncGenerator<string[]> {
	for await (const { entry, element } of elements(bytes, /^xl\/worksheets\/[^/]+\.xml$/, ['row'])) {
		if (entry === sheet && element.name === 'row') yield cellsOf(element, book);
	}
}

async function sheetsOf(bytes: Uint8Array): Promise<string[]> {
	const sheets = new Set<string>();
	for await (const { entry } of elements(bytes, /^xl\/worksheets\/[^/]+\.xml$/, ['row'])) sheets.add(entry);
	return [...sheets].sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
}

/** Reads the sheets of a workbook that hold a table of papers; the others are notes. */
export async function* readXlsx(stream: AsyncIterable<Uint8Array>, options: ReadOptions): Records {
	const bytes = await collected(stream);
	const book = await openWorkbook(bytes);
	const sheets = await sheetsOf(bytes);
	if (sheets.length === 0)
		throw new CorpusError('it is no workbook, or an empty one. Save it as .xlsx or CSV.');
	let failure: unknown = null;
	let tables = 0;
	for (const sheet of sheets) {
		try {
			yield* readRows(rowsOf(bytes, sheet, book), options);
			tables++;
		} catch (error) {
			if (!(error instanceof CorpusError)) throw error;
			failure ??= error;
		}
	}
	if (tables === 0) throw failure;
	return noFacts;
}
