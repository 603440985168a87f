/** Fields of a flatbuffer table by their numbers, as Arrow's Message.fbs declares them. */
const message = { headerType: 1, header: 2, bodyLength: 3 };
const recordBatch = { length: 0, nodes: 1, buffers: 2, compression: 3 };
const recordBatchType = 3;
const prefix = 8;
const structSize = 16;

/** A table of a flatbuffer. Reading outside of the bytes throws a RangeError. */
class FlatTable {
	readonly #view: DataView;
	readonly #at: number;

	constructor(view: DataView, at: number) {
		this.#view = view;
		this.#at = at;
	}

	/** Where a field stands, or 0 when it is left out. */
	place(field: number): number {
		const vtable = this.#at - this.#view.getInt32(this.#at, true);
		const entry = 4 + 2 * field;
		const offset =
			entry < this.#view.getUint16(vtable, true) ? this.#view.getUint16(vtable + entry, true) : 0;
		return offset === 0 ? 0 : this.#at + offset;
	}

	table(field: number): FlatTable {
		const at = this.place(field);
		return new FlatTable(this.#view, at + this.#view.getUint32(at, true));
	}

	long(field: number): number {
		const at = this.place(field);
		return at === 0 ? 0 : Number(this.#view.getBigInt64(at, true));
	}

	/** Pairs of 64-bit numbers, no more of them than asked for, and one more when there are more. */
	pairs(field: number, most: number): [number, number][] {
		const at = this.place(field);
		if (at === 0) return [];
		const start = at + this.#view.getUint32(at, true);
		const count = Math.min(most + 1, this.#view.getUint32(start, true));
		return Array.from({ length: count }, (_, index) => {
			const pair = start + 4 + index * structSize;
			return [Number(this.#view.getBigInt64(pair, true)), Number(this.#view.getBigInt64(pair + 8, true))];
		});
	}
}

/** The bytes of the message at a place: its description, and where its body begins. */
function messageAt(bytes: Uint8Array, at: number): { view: DataView; body: number } {
	const whole = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const length = whole.getUint32(at + 4, true);
	return {
		view: new DataView(bytes.buffer, bytes.byteOffset + at + prefix, length),
		body: at + prefix + length
	};
}

const within = (value: number, most: number) => Number.isSafeInteger(value) && value >= 0 && value <= most;

function isPlausible(bytes: Uint8Array, start: number, columns: number): boolean {
	const { view, body } = messageAt(bytes, start);
	const root = new FlatTable(view, view.getUint32(0, true));
	const bodyLength = root.long(message.bodyLength);
	if (view.getUint8(root.place(message.headerType)) !== recordBatchType) return false;
	if (!within(bodyLength, bytes.length - body)) return false;
	const batch = root.table(message.header);
	if (batch.place(recordBatch.compression) !== 0) return false;
	const rows = batch.long(recordBatch.length);
	const nodes = batch.pairs(recordBatch.nodes, columns);
	const buffers = batch.pairs(recordBatch.buffers, 3 * columns);
	return (
		within(rows, bodyLength * 8) &&
		nodes.length === columns &&
		nodes.every(([length, nulls]) => length === rows && within(nulls, rows)) &&
		buffers.length <= 3 * columns &&
		buffers.every(([offset, length]) => within(offset, bodyLength) && within(length, bodyLength - offset))
	);
}

/**
 * Whether a stream is what `arrowOf` writes: a schema to the byte, then one batch whose lengths fit the bytes that are
 * there. Arrow's own reader believes any length and would not come back from some.
 * @param empty the stream of an empty batch of the same table
 */
export function hasOwnLayout(bytes: Uint8Array, empty: Uint8Array, columns: number): boolean {
	try {
		const { body } = messageAt(empty, 0);
		return (
			empty.subarray(0, body).every((byte, at) => bytes[at] === byte) && isPlausible(bytes, body, columns)
		);
	} catch (error) {
		if (error instanceof RangeError) return false;
		throw error;
	}
}
