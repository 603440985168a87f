import {
	Binary,
	Field,
	Int32,
	Int64,
	makeData,
	RecordBatch,
	RecordBatchReader,
	Schema,
	Struct,
	Table,
	tableToIPC,
	Utf8,
	vectorFromArray,
	type DataType
} from 'apache-arrow';
import { once } from 'node:events';
import type { Readable, Writable } from 'node:stream';

const types = {
	text: () => new Utf8(),
	int: () => new Int32(),
	long: () => new Int64(),
	bytes: () => new Binary()
} satisfies Record<string, () => DataType>;

interface ValueOf {
	text: string;
	int: number;
	long: bigint;
	bytes: Uint8Array;
}

/** Columns by name, and what they hold; any value may be missing. */
export type Columns = Readonly<Record<string, keyof typeof types>>;
export type RowOf<C extends Columns> = { readonly [N in keyof C]: ValueOf[C[N]] | null };

/** Rows and bytes that are gathered before they are written. */
const [rowsAtOnce, bytesAtOnce] = [4096, 4_000_000];
/** Bytes that end a stream. */
const endLength = 8;

/** The rows of an Arrow IPC stream, batch by batch. */
export async function* readRows<C extends Columns>(stream: Readable, columns: C): AsyncGenerator<RowOf<C>> {
	const names = Object.keys(columns);
	for await (const batch of await RecordBatchReader.from(stream)) {
		const vectors = names.map((name) => batch.getChild(name));
		for (let row = 0; row < batch.numRows; row++) {
			const values = names.map((name, at) => [name, vectors[at]?.get(row) ?? null]);
			yield Object.fromEntries(values) as RowOf<C>;
		}
	}
}

function batchOf(columns: Columns, rows: readonly Record<string, unknown>[]): Uint8Array {
	const fields = Object.entries(columns).map(([name, type]) => new Field(name, types[type](), true));
	const schema = new Schema(fields);
	if (rows.length === 0) return tableToIPC(new Table(schema), 'stream');
	const children = fields.map(({ name, type }) => {
		const values = rows.map((row) => row[name] ?? null);
		return vectorFromArray(values, type as DataType).data[0]!;
	});
	const struct = makeData({ type: new Struct(fields), length: rows.length, nullCount: 0, children });
	return tableToIPC(new Table(schema, [new RecordBatch(schema, struct)]), 'stream');
}

/** Writes rows as one Arrow IPC stream, no faster than they are taken. */
export async function writeRows<C extends Columns>(
	stream: Writable,
	columns: C,
	rows: AsyncIterable<Partial<RowOf<C>>>
): Promise<void> {
	const nothing = batchOf(columns, []);
	const head = nothing.length - endLength;
	const put = async (bytes: Uint8Array) => {
		if (!stream.write(bytes)) await once(stream, 'drain');
	};
	await put(nothing.subarray(0, head));
	let [some, size]: [Partial<RowOf<C>>[], number] = [[], 0];
	const flush = async () => {
		if (some.length === 0) return;
		const bytes = batchOf(columns, some);
		[some, size] = [[], 0];
		await put(bytes.subarray(head, bytes.length - endLength));
	};
	for await (const row of rows) {
		some.push(row);
		for (const value of Object.values(row)) if (value instanceof Uint8Array) size += value.length;
		if (some.length >= rowsAtOnce || size >= bytesAtOnce) await flush();
	}
	await flush();
	await put(nothing.subarray(head));
	await new Promise<void>((resolve) => stream.end(resolve));
}
