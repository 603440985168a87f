import {
	exportColumns,
	listColumns,
	valuesIn,
	type ExportRow,
	type ListColumn
} from '../dataset/export-row.ts';
import { bibtexEntries } from './bibtex.ts';
import { csvHeader, csvLines, shortFloat } from './csv.ts';
import { risRecords } from './ris.ts';

const isList = (name: string): name is ListColumn => listColumns.some((column) => column === name);

function record(row: ExportRow): Record<string, unknown> {
	return Object.fromEntries(
		exportColumns.map(({ name, kind }) => {
			const value = row[name];
			if (isList(name)) return [name, valuesIn(row, name)];
			return [name, kind === 'float' && typeof value === 'number' ? shortFloat(value) : value];
		})
	);
}

/** One line of JSON for each row, authors and other lists as arrays, unknown values as `null`. */
export function jsonLines(rows: readonly ExportRow[]): string {
	return rows.map((row) => `${JSON.stringify(record(row))}\n`).join('');
}

/** A text format in which papers leave, batch after batch. */
export interface ExportFormat {
	/** Of file names, without the dot. */
	extension: string;
	mediaType: string;
	/** What stands at the start of a file. */
	head: string;
	body(rows: readonly ExportRow[]): string;
}

export type FormatName = 'csv' | 'jsonl' | 'bibtex' | 'ris';

const none = '';

export const exportFormats: Readonly<Record<FormatName, ExportFormat>> = {
	csv: { extension: 'csv', mediaType: 'text/csv;charset=utf-8', head: csvHeader(), body: csvLines },
	jsonl: { extension: 'jsonl', mediaType: 'application/jsonl', head: none, body: jsonLines },
	bibtex: { extension: 'bib', mediaType: 'application/x-bibtex', head: none, body: bibtexEntries },
	ris: { extension: 'ris', mediaType: 'application/x-research-info-systems', head: none, body: risRecords }
};

/** A file's bytes, in UTF-8, as its rows arrive. The page and the command line write the same ones. */
export async function* writeRows(
	{ head, body }: ExportFormat,
	batches: AsyncIterable<readonly ExportRow[]> | Iterable<readonly ExportRow[]>
): AsyncGenerator<Uint8Array> {
	const encoder = new TextEncoder();
	if (head !== '') yield encoder.encode(head);
	for await (const rows of batches) if (rows.length > 0) yield encoder.encode(body(rows));
}
