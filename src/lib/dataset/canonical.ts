import { ByteWriter } from '../base/byte-writer.ts';
import { RowSum, type RowSumState } from '../base/row-sum.ts';
import type { AnyBatch, AnyValue } from './rows.ts';
import { columnsIn } from './compatible.ts';
import { schemaVersion, tables, type Column, type SqlType, type TableName } from './schema.ts';

const [open, comma, close, lineFeed] = [91, 44, 93, 10];

type Put = (out: ByteWriter, value: AnyValue) => void;

const putText: Put = (out, value) => out.text(value as string);
const putInteger: Put = (out, value) => out.integer(value as number);
const putFloat: Put = (out, value) => {
	const rounded = Math.fround(value as number);
	out.ascii(Number.isFinite(rounded) ? String(rounded) : 'null');
};

const put: Readonly<Record<SqlType, Put>> = {
	SMALLINT: putInteger,
	INTEGER: putInteger,
	DATE: putInteger,
	FLOAT: putFloat,
	BOOLEAN: (out, value) => out.ascii(value === true ? 'true' : 'false'),
	VARCHAR: putText,
	BLOB: (out, value) => out.hexadecimal(value as Uint8Array)
};

/**
 * Writes rows of a table in the form that their hashes are taken of. Each row is one line of JSON: an array of its
 * values in the order of the schema, FLOATs as the shortest decimal of the nearest single-precision number widened
 * to a double, DATEs as days since 1970-01-01, BLOBs in hexadecimal.
 * @param version of the schema whose columns are written
 */
export function writeCanonical(
	table: TableName,
	batch: AnyBatch,
	out: ByteWriter,
	version: string = schemaVersion
): void {
	const columns = columnsIn(table, version).map(([name, { type }]) => ({
		values: batch.columns[name] ?? [],
		put: put[type]
	}));
	for (let row = 0; row < batch.length; row++) {
		for (let c = 0; c < columns.length; c++) {
			const column = columns[c] as (typeof columns)[number];
			out.byte(c === 0 ? open : comma);
			const value = column.values[row] ?? null;
			if (value === null) out.ascii('null');
			else column.put(out, value);
		}
		out.byte(close);
		out.byte(lineFeed);
	}
}

/** Where each of the rows ends that `writeCanonical` wrote, the first at index 1; in between it escapes line feeds. */
export function rowEnds(lines: Uint8Array, rows: number): Int32Array<ArrayBuffer> {
	const ends = new Int32Array(rows + 1);
	for (let row = 0; row < rows; row++) ends[row + 1] = lines.indexOf(lineFeed, ends[row]) + 1;
	return ends;
}

/** Whether a table's rows are whole numbers alone, none of them missing. */
const holdsIntegers = (table: TableName) =>
	Object.values<Column>(tables[table].columns).every(({ type, nullable }) => type === 'INTEGER' && !nullable);

/**
 * Running checksum of a table: the sum of its rows' hashes, whatever their order and whoever adds which of them. A row
 * is hashed as `writeCanonical` writes it, without the line feed; where a table holds whole numbers alone, as their
 * little-endian bytes, four each.
 */
export class TableChecksum {
	readonly #table: TableName;
	readonly #sum = new RowSum();
	readonly #lines = new ByteWriter();

	constructor(table: TableName) {
		this.#table = table;
	}

	get rows(): number {
		return this.#sum.rows;
	}

	update(batch: AnyBatch): void {
		if (holdsIntegers(this.#table)) {
			const names = Object.keys(tables[this.#table].columns);
			const columns = names.map((name) => batch.columns[name] as ArrayLike<number>);
			return this.#sum.addIntegers(columns, batch.length);
		}
		this.#lines.clear();
		writeCanonical(this.#table, batch, this.#lines);
		this.#sum.addLines(this.#lines.written());
	}

	/** Adds rows that somebody else has summed up. */
	add(sum: RowSumState): void {
		this.#sum.add(sum);
	}

	state(): RowSumState {
		return this.#sum.state();
	}

	/** The checksum of all rows added so far, 32 hexadecimal digits. */
	digest(): string {
		return this.#sum.hex();
	}
}

/** The sum of rows that `writeCanonical` has written. */
export function sumOfLines(lines: Uint8Array): RowSumState {
	const sum = new RowSum();
	sum.addLines(lines);
	return sum.state();
}
