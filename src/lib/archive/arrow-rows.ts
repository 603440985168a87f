import { tableFromIPC, type Vector } from 'apache-arrow';

import type { AnyBatch, AnyValue } from '../dataset/rows.ts';
import { tables, type SqlType, type TableName } from '../dataset/schema.ts';
import { hasOwnLayout } from './arrow-layout.ts';
import { arrowOf } from './arrow-batch.ts';
import { ArchiveError } from './error.ts';

/** Milliseconds, which Arrow's reader makes of the days of a DATE. */
const day = 86_400_000;

const noRows: AnyBatch = { length: 0, columns: {} };

function wrong(table: TableName, why: string): ArchiveError {
	return new ArchiveError(`The rows of ${table} cannot be read (${why}). Save them again.`);
}

function valuesOf(vector: Vector, type: SqlType): AnyValue[] {
	return Array.from({ length: vector.length }, (_, row) => {
		const value = vector.get(row) as AnyValue;
		return type === 'DATE' && value !== null ? Number(value) / day : value;
	});
}

function read(table: TableName, arrow: Uint8Array): AnyBatch {
	const found = tableFromIPC(arrow);
	const values = Object.entries(tables[table].columns).map(([name, { type, nullable }]) => {
		const vector = found.getChild(name);
		if (!vector || (!nullable && vector.nullCount > 0)) throw wrong(table, `the column ${name} lacks values`);
		return [name, valuesOf(vector, type)] as const;
	});
	return { length: found.numRows, columns: Object.fromEntries(values) };
}

/**
 * The rows that an Arrow IPC stream holds.
 * @throws ArchiveError when they are not rows of the table, as `arrowOf` writes them
 */
export function rowsOf(table: TableName, arrow: Uint8Array): AnyBatch {
	const columns = Object.keys(tables[table].columns).length;
	if (!hasOwnLayout(arrow, arrowOf(table, noRows), columns)) throw wrong(table, 'they are of another table');
	try {
		return read(table, arrow);
	} catch (error) {
		throw error instanceof ArchiveError ? error : wrong(table, (error as Error).message);
	}
}
