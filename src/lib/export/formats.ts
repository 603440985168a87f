import {
	exportColumns,
	listColumns,
	readingColumns,
	valuesIn,
	type ExportRow,
	type ListColumn,
	type ReadingRow
} from '../dataset/export-row.ts';
import type { Joins } from '../dataset/joined-names.ts';
import { bibtexEntries } from './bibtex.ts';
import { bibtexJoins, joinedColumns, risJoins, withJoins, type Joined } from './counted-as.ts';
import { csvHeader, csvLines, shortFloat, type Columns } from './csv.ts';
import { bibtexNotes, markdownHead, markdownItems, risNotes } from './reading-notes.ts';
import { risRecords } from './ris.ts';

const isList = (name: string): name is ListColumn => listColumns.some((column) => column === name);

function record<R extends ExportRow>(row: R, columns: Columns<R>): Record<string, unknown> {
	return Object.fromEntries(
		columns.map(({ name, kind }) => {
			const value = row[name];
			if (isList(name)) return [name, valuesIn(row, name)];
			return [name, kind === 'float' && typeof value === 'number' ? shortFloat(value) : value];
		})
	);
}

/** One line of JSON for each row, authors and other lists as arrays, unknown values as `null`. */
export function jsonLines<R extends ExportRow>(
	rows: readonly R[],
	columns: Columns<R> = exportColumns
): string {
	return rows.map((row) => `${JSON.stringify(record(row, columns))}\n`).join('');
}

/** A text format in which papers leave, batch after batch. */
export interface ExportFormat<R = ExportRow> {
	/** Of file names, without the dot. */
	extension: string;
	mediaType: string;
	/** What stands at the start of a file. */
	head: string;
	body(rows: readonly R[]): string;
}

export type FormatName = 'csv' | 'jsonl' | 'bibtex' | 'ris';

const csv = <R extends ExportRow>(columns: Columns<R>): ExportFormat<R> => ({
	extension: 'csv',
	mediaType: 'text/csv;charset=utf-8',
	head: csvHeader(columns),
	body: (rows) => csvLines(rows, columns)
});
const jsonl = <R extends ExportRow>(columns: Columns<R>): ExportFormat<R> => ({
	extension: 'jsonl',
	mediaType: 'application/jsonl',
	head: '',
	body: (rows) => jsonLines(rows, columns)
});
const tables = <R extends ExportRow>(columns: Columns<R>) => ({ csv: csv(columns), jsonl: jsonl(columns) });
const bibtex = { extension: 'bib', mediaType: 'application/x-bibtex', head: '' };
const ris = { extension: 'ris', mediaType: 'application/x-research-info-systems', head: '' };

export const exportFormats: Readonly<Record<FormatName, ExportFormat>> = {
	...tables(exportColumns),
	bibtex: { ...bibtex, body: (rows) => bibtexEntries(rows, bibtexJoins) },
	ris: { ...ris, body: (rows) => risRecords(rows, risJoins) }
};

export type ReadingFormatName = FormatName | 'markdown';

/** A reading list with its notes, in its order. */
export const readingFormats: Readonly<Record<ReadingFormatName, ExportFormat<ReadingRow>>> = {
	...tables(readingColumns),
	bibtex: { ...bibtex, body: (rows) => bibtexEntries(rows, bibtexNotes) },
	ris: { ...ris, body: (rows) => risRecords(rows, risNotes) },
	markdown: { extension: 'md', mediaType: 'text/markdown', head: markdownHead, body: markdownItems }
};

const joinedTables = tables(joinedColumns(exportColumns));
const joinedReadingTables = tables(joinedColumns(readingColumns));

/** The format with rows that say which of their names count as another one. */
function telling<R extends ExportRow>(
	{ body, ...rest }: ExportFormat<Joined<R>>,
	joins: Joins
): ExportFormat<R> {
	return { ...rest, body: (rows) => body(rows.map((row) => withJoins(row, joins))) };
}

/** A format that also says which names count as another one, where some do. */
export function formatWith(name: FormatName, joins: Joins): ExportFormat {
	if (joins.length === 0) return exportFormats[name];
	return telling({ ...exportFormats, ...joinedTables }[name], joins);
}

/** The same of a reading list. */
export function readingFormatWith(name: ReadingFormatName, joins: Joins): ExportFormat<ReadingRow> {
	if (joins.length === 0) return readingFormats[name];
	return telling({ ...readingFormats, ...joinedReadingTables }[name], joins);
}

/** A file's bytes, in UTF-8, as its rows arrive. The page and the command line write the same ones. */
export async function* writeRows<R>(
	{ head, body }: ExportFormat<R>,
	batches: AsyncIterable<readonly R[]> | Iterable<readonly R[]>
): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	if (head !== '') yield encoder.encode(head);
	for await (const rows of batches) if (rows.length > 0) yield encoder.encode(body(rows));
}
