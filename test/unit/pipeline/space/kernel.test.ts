import { describe, expect, it } from 'vitest';

import type { Matrix, Space } from '../../../../src/lib/pipeline/model.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import { kernelProducts, plainProducts } from '../../../../src/lib/pipeline/space/embed.ts';
import { hasKernel, kernelRowProducts, plainRowProducts } from '../../../../src/lib/pipeline/space/kernel.ts';
import { kernelInnerProducts, plainInnerProducts } from '../../../../src/lib/pipeline/space/orthonormal.ts';
import { kernelProduct, plainProduct } from '../../../../src/lib/pipeline/space/normal-product.ts';
import type { SparseMatrix } from '../../../../src/lib/pipeline/space/sparse.ts';

const random = createRandom(7);
const normal = (length: number) => Float64Array.from({ length }, () => random.normal());
const dense = (rows: number, columns: number): Matrix => ({ rows, columns, data: normal(rows * columns) });

/** Rows of 0 to 11 entries, in no order, as papers have them. */
function sparse(rows: number, columns: number): SparseMatrix {
	const indices: number[] = [];
	const offsets = Int32Array.from({ length: rows + 1 }, (_, row) => {
		if (row === 0) return 0;
		const some = Int32Array.from({ length: columns }, (__, column) => column);
		random.shuffle(some);
		indices.push(...some.subarray(0, random.integer(12)));
		return indices.length;
	});
	const values = Float32Array.from(normal(indices.length));
	return { rows, columns, offsets, indices: Int32Array.from(indices), values };
}

/** All bits, also those that tell -0 from 0. */
const bitsOf = (numbers: Float64Array) => [...new BigUint64Array(numbers.slice().buffer)];

describe('the kernel', () => {
	it('can be had here', () => {
		expect(hasKernel()).toBe(true);
	});

	it.each([1, 2, 3, 8, 59, 60])(
		'gives the bits of plain JavaScript for products with %i columns',
		(columns) => {
			const matrix = sparse(90, 40);
			const [plain, byKernel] = [plainProduct(matrix), kernelProduct(matrix, 60)];
			for (const [from, to] of [
				[0, 90],
				[13, 50],
				[7, 7]
			] as const) {
				const v = dense(40, columns);
				for (const product of [plain, byKernel]) product.take(v);
				expect(bitsOf(byKernel.multiply(from, to))).toEqual(bitsOf(plain.multiply(from, to)));
			}
		}
	);

	it.each([
		[1, 1],
		[130, 2],
		[131, 7],
		[300, 60]
	])(
		'gives the bits of plain JavaScript for the inner products of columns: %i rows of %i',
		(rows, columns) => {
			const [v, turned] = [dense(rows, columns), dense(rows, columns)];
			for (const other of [v, turned]) {
				const [plain, kernel] = [plainInnerProducts(v, other), kernelInnerProducts(v, other)];
				expect(bitsOf(kernel.data as Float64Array)).toEqual(bitsOf(plain.data as Float64Array));
			}
		}
	);

	it.each([4, 40, 100])(
		'gives the bits of plain JavaScript for products of rows of %i columns',
		(columns) => {
			const matrix = dense(37, columns);
			const [plain, kernel] = [plainRowProducts(matrix), kernelRowProducts(matrix)];
			for (const row of [0, 5, 36]) expect(bitsOf(kernel(row))).toEqual(bitsOf(plain(row)));
		}
	);

	it.each([
		[6, 3, null],
		[7, 7, 4],
		[100, 50, 40],
		[9, 4, 5]
	])(
		'gives the bits of plain JavaScript in spaces of %i columns, %i of them directions',
		(columns, directions, width) => {
			const terms = { rows: 40, columns, data: Float32Array.from(normal(40 * columns)) };
			const space: Space = { terms, directions, turn: width === null ? null : dense(columns, width) };
			const [plain, kernel] = [plainProducts(space), kernelProducts(space)];
			const { rows, offsets, indices, values } = sparse(60, 40);
			for (let row = 0; row < rows; row++) {
				const vectors = [plain, kernel].map((products) => {
					const vector = new Float64Array(width ?? columns);
					products.project(indices, values, offsets[row]!, offsets[row + 1]!);
					const wide = bitsOf(products.wide);
					products.turn(vector);
					return { wide, vector: bitsOf(vector) };
				});
				expect(vectors[1]).toEqual(vectors[0]);
			}
		}
	);
});
