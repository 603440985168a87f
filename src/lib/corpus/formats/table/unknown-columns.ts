import Papa from 'papaparse';

import { delimiterOf } from './csv-rows.ts';
import { CorpusError } from '../../bytes/error.ts';

/** Rows that show what the columns hold. */
const shownRows = 5;

/** A table in which no column is known to hold titles or abstracts; `columns` are the names it has. */
export class UnknownColumns extends CorpusError {
	readonly columns: readonly string[];
	/** Its first rows. */
	readonly rows: readonly (readonly string[])[];

	constructor(columns: readonly string[], rows: readonly (readonly string[])[] = []) {
		const found = columns.map((name) => `"${name}"`).join(', ');
		super(`No column of titles or abstracts. The header has ${found}; rename one to title or abstract.`);
		this.columns = columns;
		this.rows = rows.slice(0, shownRows);
	}
}

/** Characters of a column's name, at most: prose between two commas is longer sooner or later. */
const longestName = 60;
/** Rows by which a table is told from prose, at least and at most. */
const fewestRows = 3;
const mostRows = 50;

/** The rows of a delimited text whose first row may be a header of any names; `null` where it is none. */
export function unknownTable(head: string): UnknownColumns | null {
	const delimiter = delimiterOf(head);
	const rows = Papa.parse<string[]>(head, { delimiter, preview: mostRows, skipEmptyLines: 'greedy' }).data;
	// The last row may have been cut.
	const [header = [], ...body] = rows.length > fewestRows ? rows.slice(0, -1) : rows;
	const isNamed = header.length > 1 && header.every((name) => name.trim() && name.length <= longestName);
	if (!isNamed || new Set(header).size < header.length || body.length < fewestRows - 1) return null;
	const even = body.filter(({ length }) => length === header.length).length;
	return even >= 0.9 * body.length ? new UnknownColumns(header, body) : null;
}
