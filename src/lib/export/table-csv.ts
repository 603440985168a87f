import { byteOrderMark, lineEnd, textCell } from './csv.ts';

/** A table as people read it: names of the columns, and rows of texts and numbers. */
export interface PlainTable {
	readonly header: readonly string[];
	readonly rows: readonly (readonly (string | number)[])[];
}

const cellOf = (cell: string | number) => (typeof cell === 'number' ? String(cell) : textCell(cell));

/** A table as a CSV file: numbers stay numbers, and no text runs as a formula. */
export function tableCsv({ header, rows }: PlainTable): string {
	const line = (cells: readonly (string | number)[]) => cells.map(cellOf).join(',') + lineEnd;
	return byteOrderMark + line(header) + rows.map(line).join('');
}
