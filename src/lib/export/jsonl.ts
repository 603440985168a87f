import { authorNames, exportColumns, type ExportRow } from '../dataset/export-row.ts';
import { shortFloat } from './float-text.ts';

function record(row: ExportRow): Record<string, unknown> {
	return Object.fromEntries(
		exportColumns.map(({ name, kind }) => {
			const value = row[name];
			if (name === 'authors') return [name, authorNames(row)];
			return [name, kind === 'float' && typeof value === 'number' ? shortFloat(value) : value];
		})
	);
}

/** One line of JSON for each row, authors as an array, unknown values as `null`. */
export function jsonLines(rows: readonly ExportRow[]): string {
	return rows.map((row) => `${JSON.stringify(record(row))}\n`).join('');
}
