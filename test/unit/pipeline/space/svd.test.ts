import { describe, expect, it } from 'vitest';

import type { Matrix } from '../../../../src/lib/pipeline/model.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import type { SparseMatrix } from '../../../../src/lib/pipeline/space/sparse.ts';
import { leadingDirections, truncatedSvd } from '../../../../src/lib/pipeline/space/svd.ts';

/** 40 x 25, a quarter of it filled, by whole-number arithmetic. */
function formulaMatrix(): SparseMatrix {
	const offsets = [0];
	const indices: number[] = [];
	const values: number[] = [];
	for (let i = 0; i < 40; i++) {
		for (let j = 0; j < 25; j++) {
			const value = ((i * 17 + j * 31 + i * j * 7) % 23) / 23;
			if ((i * 5 + j * 3 + i * j) % 4 !== 0 || value === 0) continue;
			indices.push(j);
			values.push(value);
		}
		offsets.push(indices.length);
	}
	return {
		rows: 40,
		columns: 25,
		offsets: Int32Array.from(offsets),
		indices: Int32Array.from(indices),
		values: Float32Array.from(values)
	};
}

const options = { components: 6, oversampling: 10, powerIterations: 4 };

/** The plane of its two leading right singular vectors by entries of its projector, as numpy 2.4.6 has them. */
function expectPlane({ data }: Matrix): void {
	const projector = (i: number, j: number) =>
		(data[i * 2] as number) * (data[j * 2] as number) +
		(data[i * 2 + 1] as number) * (data[j * 2 + 1] as number);
	const expected = [
		[0, 0, 0.2518383429982501],
		[2, 22, 0.14019304110787714],
		[8, 8, 0.1424346429466107],
		[12, 24, 0.12479095597179582],
		[24, 24, 0.15374598087226782]
	] as const;
	for (const [i, j, value] of expected) expect(projector(i, j)).toBeCloseTo(value, 6);
}

describe('truncatedSvd', () => {
	it('finds the singular values of numpy 2.4.6', async () => {
		const { singularValues } = await truncatedSvd(formulaMatrix(), options, createRandom(1));
		const expected = [
			4.410424290483147, 4.3777118878575765, 1.2468825855476282, 1.1331957949419635, 1.035060494697464,
			0.9330462434618548
		];
		expect(singularValues).toHaveLength(6);
		expected.forEach((value, at) => expect(singularValues[at]).toBeCloseTo(value, 6));
	});

	it('spans the subspace of numpy 2.4.6', async () => {
		const { basis } = await truncatedSvd(formulaMatrix(), { ...options, components: 2 }, createRandom(2));
		expectPlane(basis);
	});

	it('comes nearer to it from directions that are near', async () => {
		const once = { components: 2, oversampling: 0, powerIterations: 0 };
		const { basis: start } = await truncatedSvd(
			formulaMatrix(),
			{ ...options, components: 2 },
			createRandom(2)
		);
		expectPlane((await truncatedSvd(formulaMatrix(), { ...once, start }, createRandom(3))).basis);
		const { basis } = await truncatedSvd(formulaMatrix(), once, createRandom(3));
		expect(() => expectPlane(basis)).toThrow();
	});

	it('has fixed signs and the same bits for one seed, and orthonormal columns', async () => {
		const [first, second] = [
			await truncatedSvd(formulaMatrix(), options, createRandom(3)),
			await truncatedSvd(formulaMatrix(), options, createRandom(3))
		];
		expect(first).toEqual(second);
		for (let a = 0; a < 6; a++) {
			const column = Array.from({ length: 25 }, (_, row) => first.basis.data[row * 6 + a] as number);
			expect(Math.max(...column)).toBe(Math.max(...column.map(Math.abs)));
			for (let b = 0; b <= a; b++) {
				const product = column.reduce(
					(sum, x, row) => sum + x * (first.basis.data[row * 6 + b] as number),
					0
				);
				expect(product).toBeCloseTo(a === b ? 1 : 0, 10);
			}
		}
	});

	it('gives fewer components where the rank is lower', async () => {
		const one = {
			rows: 3,
			columns: 4,
			offsets: Int32Array.of(0, 2, 4, 6),
			indices: Int32Array.of(0, 2, 0, 2, 0, 2),
			values: Float32Array.of(1, 2, 2, 4, 3, 6)
		};
		const { singularValues } = await truncatedSvd(one, options, createRandom(1));
		expect(singularValues).toHaveLength(1);
		expect(singularValues[0]).toBeCloseTo(Math.sqrt(70), 10);
	});
});

describe('leadingDirections', () => {
	it('span the plane of numpy 2.4.6, given the products of columns', () => {
		const { offsets, indices, values } = formulaMatrix();
		const data = new Float64Array(25 * 25);
		for (let row = 0; row < 40; row++) {
			for (let i = offsets[row] as number; i < (offsets[row + 1] as number); i++) {
				for (let j = offsets[row] as number; j < (offsets[row + 1] as number); j++) {
					const at = (indices[i] as number) * 25 + (indices[j] as number);
					data[at] = (data[at] as number) + (values[i] as number) * (values[j] as number);
				}
			}
		}
		expectPlane(leadingDirections({ rows: 25, columns: 25, data }, 2, createRandom(4)));
	});
});
