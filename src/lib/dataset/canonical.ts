import { ByteWriter } from '../base/byte-writer.ts';
import { portableHasher, type Hasher } from '../base/hasher.ts';
import type { AnyBatch, AnyValue } from './rows.ts';
import { columnsIn } from './compatible.ts';
import { schemaVersion, type SqlType, type TableName } from './schema.ts';

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
 * Writes rows of a table in the form that its checksum is taken of. Each row is one line of JSON: an array of its
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
	if (columns.every(({ put, values }) => put === putInteger && values instanceof Int32Array)) {
		out.integerRows(
			columns.map(({ values }) => values as Int32Array),
			batch.length
		);
		return;
	}
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
export function rowEnds(lines: Uint8Array, rows: number): Int32Array {
	const ends = new Int32Array(rows + 1);
	for (let row = 0; row < rows; row++) ends[row + 1] = lines.indexOf(lineFeed, ends[row]) + 1;
	return ends;
}

/** Running checksum over a table's rows as `writeCanonical` writes them. */
export class TableChecksum {
	rows = 0;
	readonly #hash: Hasher;
	readonly #table: TableName;
	readonly #version: string;
	readonly #lines = new ByteWriter();

	constructor(table: TableName, hasher: () => Hasher = portableHasher, version: string = schemaVersion) {
		this.#version = version;
		this.#table = table;
		this.#hash = hasher();
	}

	/** Adds rows, which must follow the earlier ones in key order. */
	update(batch: AnyBatch): void {
		this.#lines.clear();
		writeCanonical(this.#table, batch, this.#lines, this.#version);
		this.add(this.#lines.written(), batch.length);
	}

	/** Adds rows that are written already. */
	add(lines: Uint8Array, rows: number): void {
		this.#hash.update(lines);
		this.rows += rows;
	}

	/** The checksum of all rows added so far, 64 hexadecimal digits. Ends the computation. */
	digest(): string {
		return this.#hash.hex();
	}
}
