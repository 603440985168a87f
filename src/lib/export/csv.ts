import { exportColumns, type ExportKind, type ExportRow } from '../dataset/export-row.ts';

/** The shortest decimal that reads back as the same single-precision number: `0.3` for 0.30000001192092896. */
export function shortFloat(value: number): number {
	for (let digits = 1; digits <= 9; digits++) {
		const short = Number(value.toPrecision(digits));
		if (Math.fround(short) === Math.fround(value)) return short;
	}
	return value;
}

export const byteOrderMark = '\uFEFF';
export const lineEnd = '\r\n';

/**
 * Cells that a spreadsheet may run as a formula: those that begin with = + - @ (also full-width), a tab or a
 * line end, behind blanks too, since some programs trim them. Apostrophes before it are looked through, so that
 * taking one away always gives the original text.
 */
const formula = /^'*\s*[=+\-@＝＋－＠\t\r\n]/u;
const needsQuotes = /[",\r\n]/;

/**
 * A text as a CSV cell that no spreadsheet runs as a formula: an apostrophe stands before one, as OWASP advises
 * (CSV injection), and quotes around it where RFC 4180 asks for them.
 */
export function textCell(text: string): string {
	const safe = formula.test(text) ? `'${text}` : text;
	return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

type Cell = string | number | null;

function cell(value: Cell, kind: ExportKind): string {
	if (value === null) return '';
	if (typeof value === 'string') return textCell(value);
	return String(kind === 'float' ? shortFloat(value) : value);
}

/** Columns of a file: their names in its rows, and how their values are written. */
export type Columns<R> = readonly { readonly name: keyof R & string; readonly kind: ExportKind }[];

/** The start of a file: byte-order mark, without which Excel misreads UTF-8, and the names of the columns. */
export function csvHeader(columns: readonly { readonly name: string }[] = exportColumns): string {
	return byteOrderMark + columns.map(({ name }) => name).join(',') + lineEnd;
}

/** One line for each row, every column. Unknown values are empty cells, numbers stay numbers. */
export function csvLines<R extends ExportRow>(
	rows: readonly R[],
	columns: Columns<R> = exportColumns
): string {
	return rows
		.map((row) => columns.map(({ name, kind }) => cell(row[name] as Cell, kind)).join(',') + lineEnd)
		.join('');
}

/** A table as people read it: names of the columns, and rows of texts and numbers. */
interface PlainTable {
	readonly header: readonly string[];
	readonly rows: readonly (readonly (string | number)[])[];
}

const cellOf = (cell: string | number) => (typeof cell === 'number' ? String(cell) : textCell(cell));

/** A table as a CSV file: numbers stay numbers, and no text runs as a formula. */
export function tableCsv({ header, rows }: PlainTable): string {
	const line = (cells: readonly (string | number)[]) => cells.map(cellOf).join(',') + lineEnd;
	return byteOrderMark + line(header) + rows.map(line).join('');
}
