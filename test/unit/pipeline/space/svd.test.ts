import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../../src/lib/pipeline/random.ts';
import type { SparseMatrix } from '../../../../src/lib/pipeline/space/sparse.ts';
import { truncatedSvd } from '../../../../src/lib/pipeline/space/svd.ts';

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
		const projector = (i: number, j: number) =>
			(basis.data[i * 2] as number) * (basis.data[j * 2] as number) +
			(basis.data[i * 2 + 1] as number) * (basis.data[j * 2 + 1] as number);
		const expected = [
			[0, 0, 0.2518383429982501],
			[2, 22, 0.14019304110787714],
			[8, 8, 0.1424346429466107],
			[12, 24, 0.12479095597179582],
			[24, 24, 0.15374598087226782]
		] as const;
		for (const [i, j, value] of expected) expect(projector(i, j)).toBeCloseTo(value, 6);
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
