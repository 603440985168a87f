import { dot } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';

/** Inner products of one row with all rows of another matrix, four at a time. */
export function productsWithAll(points: Matrix, row: number, others: Matrix, out: Float64Array): void {
	const { columns, data } = points;
	const base = row * columns;
	const other = others.data;
	let c = 0;
	for (; c + 3 < others.rows; c += 4) {
		const b0 = c * columns;
		const [b1, b2, b3] = [b0 + columns, b0 + 2 * columns, b0 + 3 * columns];
		let [s0, s1, s2, s3] = [0, 0, 0, 0];
		for (let at = 0; at < columns; at++) {
			const value = data[base + at] as number;
			s0 += value * (other[b0 + at] as number);
			s1 += value * (other[b1 + at] as number);
			s2 += value * (other[b2 + at] as number);
			s3 += value * (other[b3 + at] as number);
		}
		out[c] = s0;
		out[c + 1] = s1;
		out[c + 2] = s2;
		out[c + 3] = s3;
	}
	for (; c < others.rows; c++) out[c] = dot(data, base, other, c * columns, columns);
}
