import { textFormat } from '../format.ts';
import type { Head } from '../head.ts';
import Papa from 'papaparse';

import { isTextField } from '../../paper/aliases.ts';
import { aligned, columnKeys, textColumn } from './csv-columns.ts';
import { csvRows, delimiterOf, longestPreamble } from './csv-rows.ts';
import { menderOf, type RowMender } from './csv-sources.ts';
import { isEmpty, peekVertical, readVertical } from './csv-vertical.ts';
import { paperFromFields } from '../../paper/fields.ts';
import { noFacts, type Parsed, type ReadOptions, type Records } from '../../paper/record.ts';
import { excerpt, isNothing } from '../../paper/text.ts';
import { UnknownColumns } from './unknown-columns.ts';

/** Turns the rows of a table into papers. */
export class Table {
	readonly #keys: readonly string[];
	readonly #mend: RowMender | null;

	constructor(keys: readonly string[]) {
		this.#keys = keys;
		this.#mend = menderOf(keys);
	}

	record(row: readonly string[]): Parsed {
		const width = this.#keys.length;
		const cells = width === 1 ? [row.join(',')] : aligned(row, this.#keys);
		const fields = new Map<string, unknown>();
		// Of columns with the same name, the first that is filled counts.
		this.#keys.forEach((key, index) => {
			const cell = cells[index]?.trim();
			if (cell && !fields.has(key) && !isNothing(cell)) fields.set(key, cell);
		});
		this.#mend?.(fields);
		const parsed = paperFromFields(fields, row.join(' '));
		if ('reason' in parsed && row.length !== width) {
			return {
				reason: `${row.length} cells where the header has ${width}, and no title or abstract`,
				excerpt: excerpt(row.join(' '))
			};
		}
		return parsed;
	}
}

/** The table below a header. Without one among the first rows, the widest of them is shown in the error. */
function tableOf(
	rows: readonly string[][],
	columns: Readonly<Record<string, string>>
): { table: Table; from: number } {
	const at = rows.findIndex((row) => columnKeys(row, columns).some(isTextField));
	if (at < 0) {
		const header = rows.reduce((widest, row) => (row.length > widest.length ? row : widest), []);
		throw new UnknownColumns(header, rows.slice(rows.indexOf(header) + 1));
	}
	return { table: new Table(columnKeys(rows[at] ?? [], columns)), from: at + 1 };
}

/** Papers from the rows of a table whose header names the columns, or whose first column names the fields. */
export async function* readRows(source: AsyncIterable<string[]>, options: ReadOptions): Records {
	const { isVertical, rows } = await peekVertical(source);
	if (isVertical) return yield* readVertical(rows);
	const columns = options.columns ?? {};
	let table: Table | null = null;
	let first: string[][] = [];
	for await (const cells of rows) {
		if (isEmpty(cells)) continue;
		if (table) {
			yield table.record(cells);
			continue;
		}
		first.push(cells);
		if (first.length < longestPreamble && !columnKeys(cells, columns).some(isTextField)) continue;
		const found = tableOf(first, columns);
		table = found.table;
		yield* first.slice(found.from).map((row) => found.table.record(row));
		first = [];
	}
	if (!table && first.length > 0) tableOf(first, columns);
	return noFacts;
}

/** Whether a header of a table of papers is among the first lines. */
const matches = (head: Head) => !head.isXml && headerPlace(head) >= 0;

/** The place of the header among the first lines, or -1. */
function headerPlace({ lines, columns }: Head): number {
	const isText = textColumn(columns);
	const cellsOf = (line: string) =>
		Papa.parse<string[]>(line, { delimiter: delimiterOf(line, isText) }).data[0] ?? [];
	return lines
		.slice(0, longestPreamble)
		.findIndex((line) => line.length < 10_000 && cellsOf(line).some(isText));
}

/** Text with commas, tabs, semicolons or the like between its cells, whose first row names the columns. */
export const csv = textFormat({
	id: 'csv',
	label: 'table',
	extensions: ['csv', 'tsv', 'tab', 'txt'],
	source:
		'CSV, TSV or semicolons with a header, in English and nine other languages: Scopus, Web of Science, IEEE Xplore, Springer, Dimensions, Lens, PubMed, Embase, ProQuest, pybliometrics, NSF and NIH awards, patents of Google and Lens, or your own',
	matches,
	starts: headerPlace,
	read: (text, options) => readRows(csvRows(text, textColumn(options.columns)), options)
});
