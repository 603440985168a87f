import { describe, expect, it } from 'vitest';

import { ownThread } from '../../../../src/lib/threads/pool.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { NormalProduct } from '../../../../src/lib/pipeline/space/normal-product.ts';
import { orthonormalise } from '../../../../src/lib/pipeline/space/orthonormal.ts';

const matrix = {
	rows: 3,
	columns: 6,
	offsets: Int32Array.of(0, 6, 7, 9),
	indices: Int32Array.of(5, 0, 1, 4, 3, 2, 2, 1, 5),
	values: Float32Array.of(1, 2, -3, 4, 5, 6, 7, 8, -9)
};
const dense = [
	[2, -3, 6, 5, 4, 1],
	[0, 0, 7, 0, 0, 0],
	[0, 8, 0, 0, 0, -9]
];

describe('NormalProduct', () => {
	it.each([1, 3, 4, 9])('multiplies by the transpose and the matrix, %i columns', async (columns) => {
		const data = Float64Array.from({ length: 6 * columns }, (_, i) => ((i * 7) % 11) - 5);
		const product = await NormalProduct.hold(matrix, ownThread(), 'test', columns);
		const found = await product.times({ rows: 6, columns, data }, () => Promise.resolve());
		const at = (i: number, c: number) =>
			dense.reduce(
				(sum, row) =>
					sum +
					(row[i] as number) *
						row.reduce((inner, value, j) => inner + value * (data[j * columns + c] as number), 0),
				0
			);
		expect([...found.data]).toEqual(
			Array.from(data, (_, place) => at(Math.floor(place / columns), place % columns))
		);
	});
});

describe('orthonormalise', () => {
	const random = createRandom(5);
	const data = Float64Array.from({ length: 50 * 5 }, () => random.normal());
	const innerProduct = (v: { data: Float64Array; columns: number }, a: number, b: number) => {
		let sum = 0;
		for (let row = 0; row < 50; row++) {
			sum += (v.data[row * v.columns + a] as number) * (v.data[row * v.columns + b] as number);
		}
		return sum;
	};

	it('gives columns of unit length at right angles', () => {
		const basis = orthonormalise({ rows: 50, columns: 5, data }, 2);
		for (let a = 0; a < 5; a++) {
			for (let b = 0; b < 5; b++) expect(innerProduct(basis, a, b)).toBeCloseTo(a === b ? 1 : 0, 14);
		}
	});

	it('leaves out a column that depends on the others', () => {
		const dependent = data.slice();
		for (let row = 0; row < 50; row++) dependent[row * 5 + 4] = (dependent[row * 5] as number) * 2;
		const basis = orthonormalise({ rows: 50, columns: 5, data: dependent }, 2);
		expect(basis.columns).toBe(4);
		for (let a = 0; a < 4; a++) expect(innerProduct(basis, a, a)).toBeCloseTo(1, 12);
	});
});
