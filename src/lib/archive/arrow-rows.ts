import { tableFromIPC, type Vector } from 'apache-arrow';

import type { AnyBatch, AnyValue } from '../dataset/rows.ts';
import { columnsAfter, columnsIn } from '../dataset/compatible.ts';
import { schemaVersion, type SqlType, type TableName } from '../dataset/schema.ts';
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

const nulls = (length: number) => Array.from<AnyValue>({ length }).fill(null);

function read(table: TableName, arrow: Uint8Array, version: string): AnyBatch {
	const found = tableFromIPC(arrow);
	const values = columnsIn(table, version).map(([name, { type, nullable }]) => {
		const vector = found.getChild(name);
		if (!vector || (!nullable && vector.nullCount > 0)) throw wrong(table, `the column ${name} lacks values`);
		return [name, valuesOf(vector, type)] as const;
	});
	const later = columnsAfter(table, version).map(([name]) => [name, nulls(found.numRows)] as const);
	return { length: found.numRows, columns: Object.fromEntries([...values, ...later]) };
}

/**
 * The rows that an Arrow IPC stream holds; columns that came after the version it was written in are null.
 * @param version of the schema that they were written in
 * @throws ArchiveError when they are not rows of the table, as `arrowOf` writes them
 */
export function rowsOf(table: TableName, arrow: Uint8Array, version: string = schemaVersion): AnyBatch {
	const columns = columnsIn(table, version).length;
	if (!hasOwnLayout(arrow, arrowOf(table, noRows, version), columns))
		throw wrong(table, 'they are of another table');
	try {
		return read(table, arrow, version);
	} catch (error) {
		throw error instanceof ArchiveError ? error : wrong(table, (error as Error).message);
	}
}
