import {
	DuckDBBlobValue,
	DuckDBDataChunk,
	DuckDBDateValue,
	type DuckDBAppender,
	type DuckDBValue
} from '@duckdb/node-api';
import duckdb from '@duckdb/node-bindings';

import type { AnyBatch, AnyValue } from '../../lib/dataset/rows.ts';
import { tables, type SqlType, type TableName } from '../../lib/dataset/schema.ts';

/** Rows that a DuckDB chunk holds at most. */
const chunkRows = 2048;

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

type Values = ArrayLike<AnyValue>;
type Numbers = Int16Array | Int32Array | Float32Array | Uint8Array;

const numbersOf: Readonly<Partial<Record<SqlType, (rows: number) => Numbers>>> = {
	SMALLINT: (rows) => new Int16Array(rows),
	INTEGER: (rows) => new Int32Array(rows),
	DATE: (rows) => new Int32Array(rows),
	FLOAT: (rows) => new Float32Array(rows),
	BOOLEAN: (rows) => new Uint8Array(rows)
};

/** Numbers as they are stored: a view of the given ones where these are of that kind, else a copy. */
function storedNumbers(
	make: (rows: number) => Numbers,
	values: Values,
	start: number,
	rows: number
): Numbers {
	const none = make(0);
	if (ArrayBuffer.isView(values) && values.constructor === none.constructor)
		return (values as Numbers).subarray(start, start + rows);
	const numbers = make(rows);
	for (let row = 0; row < rows; row++) numbers[row] = Number(values[start + row] ?? 0);
	return numbers;
}

/** Marks the rows that hold nothing; one bit for each row, set where there is a value. */
function writeValidity(vector: duckdb.Vector, values: Values, start: number, rows: number): void {
	const bits = new Uint8Array(Math.ceil(rows / 64) * 8).fill(255);
	let missing = 0;
	for (let row = 0; row < rows; row++) {
		if ((values[start + row] ?? null) !== null) continue;
		bits[row >> 3] = (bits[row >> 3] as number) & ~(1 << (row & 7));
		missing++;
	}
	if (missing === 0) return;
	duckdb.vector_ensure_validity_writable(vector);
	duckdb.copy_data_to_vector_validity(vector, 0, bits.buffer, 0, bits.length);
}

function writeTexts(vector: duckdb.Vector, values: Values, start: number, rows: number): void {
	for (let row = 0; row < rows; row++) {
		const value = values[start + row];
		if (typeof value === 'string') duckdb.vector_assign_string_element(vector, row, value);
		else if (value instanceof Uint8Array) duckdb.vector_assign_string_element_len(vector, row, value);
	}
}

/** How a column is stored. */
export interface StoredColumn {
	readonly name: string;
	readonly type: SqlType;
	readonly nullable: boolean;
}

/** The columns of a table of the schema. */
export function storedColumns(table: TableName): StoredColumn[] {
	return Object.entries(tables[table].columns).map(([name, { type, nullable }]) => ({
		name,
		type,
		nullable
	}));
}

/** Writes a stretch of a column into a chunk's vector: numbers as one copy of bytes, without an object for each. */
function writeColumn(
	vector: duckdb.Vector,
	{ type, nullable }: StoredColumn,
	values: Values,
	start: number,
	rows: number
): void {
	const make = numbersOf[type];
	if (!make) writeTexts(vector, values, start, rows);
	else {
		const { buffer, byteOffset, byteLength } = storedNumbers(make, values, start, rows);
		duckdb.copy_data_to_vector(vector, 0, buffer as ArrayBuffer, byteOffset, byteLength);
	}
	if (nullable && !ArrayBuffer.isView(values)) writeValidity(vector, values, start, rows);
}

/** Appends batches to a table whose columns are the given ones. */
export class BatchAppender {
	readonly #appender: DuckDBAppender;
	readonly #columns: readonly StoredColumn[];
	/** Filled again and again; what is appended is copied. */
	readonly #chunk: DuckDBDataChunk;

	constructor(appender: DuckDBAppender, columns: readonly StoredColumn[]) {
		this.#appender = appender;
		this.#columns = columns;
		this.#chunk = DuckDBDataChunk.create(columns.map((_, column) => appender.columnType(column)));
	}

	append(batch: AnyBatch): void {
		for (let start = 0; start < batch.length; start += chunkRows) {
			const rows = Math.min(chunkRows, batch.length - start);
			const chunk = this.#chunk;
			chunk.reset();
			chunk.rowCount = rows;
			for (const [index, column] of this.#columns.entries()) {
				const vector = duckdb.data_chunk_get_vector(chunk.chunk, index);
				writeColumn(vector, column, batch.columns[column.name] ?? [], start, rows);
			}
			this.#appender.appendDataChunk(chunk);
		}
	}

	close(): void {
		this.#appender.closeSync();
	}
}
