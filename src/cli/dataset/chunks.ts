import {
	DuckDBBlobValue,
	DuckDBDataChunk,
	DuckDBDateValue,
	type DuckDBAppender,
	type DuckDBValue
} from '@duckdb/node-api';

import type { AnyBatch, AnyValue } from '../../lib/dataset/rows.ts';

/** Rows that a DuckDB chunk holds at most. */
const chunkRows = 2048;

function toDuckDb(value: AnyValue, isDate: boolean): DuckDBValue {
	if (value instanceof Uint8Array) return new DuckDBBlobValue(value);
	return isDate && typeof value === 'number' ? new DuckDBDateValue(value) : value;
}

/** A value of DuckDB as the dataset's row types have it: DATEs as day numbers, BLOBs as bytes. */
export function fromDuckDb(value: DuckDBValue): AnyValue {
	if (value instanceof DuckDBDateValue) return value.days;
	if (value instanceof DuckDBBlobValue) return value.bytes;
	if (
		value === null ||
		typeof value === 'number' ||
		typeof value === 'string' ||
		typeof value === 'boolean'
	) {
		return value;
	}
	throw new TypeError(`a query gave a value of an unexpected type: ${String(value)}`);
}

/** Appends a batch whose columns come in the order of the appender's table. */
export function appendBatch(appender: DuckDBAppender, batch: AnyBatch, dates: ReadonlySet<string>): void {
	const types = Array.from({ length: appender.columnCount }, (_, column) => appender.columnType(column));
	const columns = Object.entries(batch.columns);
	for (let start = 0; start < batch.length; start += chunkRows) {
		const rows = Math.min(chunkRows, batch.length - start);
		const chunk = DuckDBDataChunk.create(types, rows);
		for (const [index, [name, values]] of columns.entries()) {
			const vector = chunk.getColumnVector(index);
			const isDate = dates.has(name);
			for (let row = 0; row < rows; row++) {
				vector.setItem(row, toDuckDb(values[start + row] ?? null, isDate));
			}
			vector.flush();
		}
		appender.appendDataChunk(chunk);
	}
}
