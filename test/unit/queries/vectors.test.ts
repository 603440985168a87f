import { describe, expect, it } from 'vitest';

import { nearestTo, readVectors } from '../../../src/lib/queries/themes/vectors.ts';

function tableOf(rows: readonly (readonly number[])[], firstId = 10) {
	const vectors = rows.map((row) => new Uint8Array(Int8Array.from(row).buffer));
	const result = {
		columns: { paperId: rows.map((_, i) => firstId + i), vector: vectors },
		length: rows.length
	};
	return readVectors([result]);
}

describe('nearest papers', () => {
	it('are ranked by cosine, whatever their lengths, equal ones by id', () => {
		const table = tableOf([
			[3, 4],
			[4, 3],
			[127, 0],
			[-3, -4],
			[8, 6],
			[0, 0]
		]);
		const found = nearestTo(table, 10, 9);
		expect(found.map(({ paperId }) => paperId)).toEqual([11, 14, 12, 13]);
		// By hand: (3*4 + 4*3) / 25, 3*127 / (5*127) and -25 / 25.
		expect(found.map(({ similarity }) => similarity)).toEqual([0.96, 0.96, 0.6, -1]);
		expect(nearestTo(table, 10, 1)).toEqual([{ paperId: 11, similarity: 0.96 }]);
	});

	it('are none for a paper without a vector, an unknown one, or when none are wanted', () => {
		const table = tableOf([
			[0, 0],
			[1, 0],
			[1, 1]
		]);
		expect(nearestTo(table, 10, 5)).toEqual([]);
		expect(nearestTo(table, 99, 5)).toEqual([]);
		expect(nearestTo(table, 11, 0)).toEqual([]);
	});

	it('are read from several parts, of one length only', () => {
		const part = (id: number, vector: number[]) => ({
			columns: { paperId: [id], vector: [Uint8Array.from(vector)] },
			length: 1
		});
		const empty = { columns: { paperId: [], vector: [] }, length: 0 };
		const table = readVectors([empty, part(0, [1, 255]), part(1, [2, 3])]);
		expect([...table.ids]).toEqual([0, 1]);
		expect([...table.data]).toEqual([1, -1, 2, 3]);
		expect(() => readVectors([part(0, [1, 2]), part(1, [3])])).toThrow(TypeError);
		expect(readVectors([empty]).ids).toHaveLength(0);
	});
});
