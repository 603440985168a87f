import type { Matrix } from '../model.ts';

/**
 * One signed byte for each component, the largest absolute one of a row at 127; a zero row stays zero. Cosines between
 * quantised rows differ from the true ones by well under 0.01 at 50 components.
 * @returns the rows' bytes, one row after the other
 */
export function quantiseRows({ rows, columns, data }: Matrix): Uint8Array<ArrayBuffer> {
	const bytes = new Int8Array(rows * columns);
	for (let start = 0; start < bytes.length; start += columns) {
		let largest = 0;
		for (let c = start; c < start + columns; c++) largest = Math.max(largest, Math.abs(data[c] as number));
		if (largest === 0) continue;
		for (let c = start; c < start + columns; c++) {
			bytes[c] = Math.round(((data[c] as number) / largest) * 127);
		}
	}
	return new Uint8Array(bytes.buffer);
}
