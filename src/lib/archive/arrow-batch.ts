import {
	Binary,
	Bool,
	DateDay,
	Field,
	Float32,
	Int16,
	Int32,
	makeData,
	RecordBatch,
	Schema,
	Struct,
	Table,
	tableToIPC,
	Utf8,
	type Data
} from 'apache-arrow';

import type { AnyBatch, AnyValue } from '../dataset/rows.ts';
import { columnsIn } from '../dataset/compatible.ts';
import { schemaVersion, type SqlType, type TableName } from '../dataset/schema.ts';

type Values = ArrayLike<AnyValue>;

/** Which values there are, one bit each; nothing where none is missing. */
function validity(values: Values, length: number): { nullCount: number; nullBitmap?: Uint8Array } {
	let nullCount = 0;
	const nullBitmap = new Uint8Array((length + 7) >> 3);
	for (let row = 0; row < length; row++) {
		if (values[row] === null) nullCount++;
		else nullBitmap[row >> 3] = (nullBitmap[row >> 3] as number) | (1 << (row & 7));
	}
	return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap };
}

function bits(values: Values, length: number): Uint8Array {
	const data = new Uint8Array((length + 7) >> 3);
	for (let row = 0; row < length; row++) {
		if (values[row] === true) data[row >> 3] = (data[row >> 3] as number) | (1 << (row & 7));
	}
	return data;
}

function numbers<A extends Int16Array | Int32Array | Float32Array>(data: A, values: Values): A {
	for (let row = 0; row < data.length; row++) data[row] = values[row] as number;
	return data;
}

/** Texts or bytes one after the other, and where each begins. */
function joined(values: Values, length: number): { valueOffsets: Int32Array; data: Uint8Array } {
	const encoder = new TextEncoder();
	let room = 0;
	for (let row = 0; row < length; row++) {
		const value = values[row];
		room += typeof value === 'string' ? value.length * 3 : value instanceof Uint8Array ? value.length : 0;
	}
	const data = new Uint8Array(room);
	const valueOffsets = new Int32Array(length + 1);
	let at = 0;
	for (let row = 0; row < length; row++) {
		const value = values[row];
		if (typeof value === 'string') at += encoder.encodeInto(value, data.subarray(at)).written;
		else if (value instanceof Uint8Array) {
			data.set(value, at);
			at += value.length;
		}
		valueOffsets[row + 1] = at;
	}
	return { valueOffsets, data: data.subarray(0, at) };
}

const dataOf: Record<SqlType, (values: Values, length: number) => Data> = {
	SMALLINT: (values, length) =>
		makeData({
			type: new Int16(),
			...validity(values, length),
			data: numbers(new Int16Array(length), values)
		}),
	INTEGER: (values, length) =>
		makeData({
			type: new Int32(),
			...validity(values, length),
			data: numbers(new Int32Array(length), values)
		}),
	FLOAT: (values, length) =>
		makeData({
			type: new Float32(),
			...validity(values, length),
			data: numbers(new Float32Array(length), values)
		}),
	DATE: (values, length) =>
		makeData({
			type: new DateDay(),
			...validity(values, length),
			data: numbers(new Int32Array(length), values)
		}),
	BOOLEAN: (values, length) =>
		makeData({ type: new Bool(), length, ...validity(values, length), data: bits(values, length) }),
	VARCHAR: (values, length) =>
		makeData({ type: new Utf8(), length, ...validity(values, length), ...joined(values, length) }),
	BLOB: (values, length) =>
		makeData({ type: new Binary(), length, ...validity(values, length), ...joined(values, length) })
};

/** A batch of a table's rows as an Arrow IPC stream of its own, with the columns of a version of the schema. */
export function arrowOf(
	table: TableName,
	{ length, columns }: AnyBatch,
	version: string = schemaVersion
): Uint8Array<ArrayBuffer> {
	const named = columnsIn(table, version);
	const children = named.map(([name, { type }]) => dataOf[type](columns[name] ?? [], length));
	const fields = named.map(
		([name, { nullable }], index) => new Field(name, (children[index] as Data).type, nullable)
	);
	const schema = new Schema(fields);
	const struct = makeData({ type: new Struct(fields), length, nullCount: 0, children });
	const bytes = tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
	return bytes as Uint8Array<ArrayBuffer>;
}
