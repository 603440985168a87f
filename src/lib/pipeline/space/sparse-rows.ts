/** Dense rows to multiply by. */
interface Dense {
	readonly columns: number;
	readonly data: Float64Array | Float32Array;
}

/** y = the sparse row that stands in `indices` and `values` from..to, times v. */
export function projectRow(
	indices: Int32Array,
	values: Float32Array,
	from: number,
	to: number,
	v: Dense,
	y: Float64Array
): void {
	const { columns, data } = v;
	y.fill(0);
	let at = from;
	// Four entries at a time: y is read and written a quarter as often.
	for (; at + 3 < to; at += 4) {
		const [w0, w1] = [values[at] as number, values[at + 1] as number];
		const [w2, w3] = [values[at + 2] as number, values[at + 3] as number];
		const b0 = (indices[at] as number) * columns;
		const b1 = (indices[at + 1] as number) * columns;
		const b2 = (indices[at + 2] as number) * columns;
		const b3 = (indices[at + 3] as number) * columns;
		for (let c = 0; c < columns; c++) {
			y[c] =
				(y[c] as number) +
				(w0 * (data[b0 + c] as number) + w1 * (data[b1 + c] as number)) +
				(w2 * (data[b2 + c] as number) + w3 * (data[b3 + c] as number));
		}
	}
	for (; at < to; at++) {
		const weight = values[at] as number;
		const base = (indices[at] as number) * columns;
		for (let c = 0; c < columns; c++) y[c] = (y[c] as number) + weight * (data[base + c] as number);
	}
}

/** Adds the outer product of that sparse row and y to `out`, which has a row of y's length for each index. */
export function spreadRow(
	indices: Int32Array,
	values: Float32Array,
	from: number,
	to: number,
	y: Float64Array,
	out: Float64Array
): void {
	const columns = y.length;
	const even = columns - (columns % 4);
	for (let at = from; at < to; at++) {
		const weight = values[at] as number;
		const base = (indices[at] as number) * columns;
		let c = 0;
		for (; c < even; c += 4) {
			const place = base + c;
			out[place] = (out[place] as number) + weight * (y[c] as number);
			out[place + 1] = (out[place + 1] as number) + weight * (y[c + 1] as number);
			out[place + 2] = (out[place + 2] as number) + weight * (y[c + 2] as number);
			out[place + 3] = (out[place + 3] as number) + weight * (y[c + 3] as number);
		}
		for (; c < columns; c++) out[base + c] = (out[base + c] as number) + weight * (y[c] as number);
	}
}
