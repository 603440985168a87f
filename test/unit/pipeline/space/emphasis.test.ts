import { describe, expect, it } from 'vitest';

import { emphasise, termEmphasis } from '../../../../src/lib/pipeline/space/emphasis.ts';
import type { SparseMatrix } from '../../../../src/lib/pipeline/space/sparse.ts';

/** Four papers of the terms 0 1 2, 0 2, 1 2 and 1 2; the fifth has none. */
const papers: SparseMatrix = {
	rows: 5,
	columns: 3,
	offsets: Int32Array.of(0, 3, 5, 7, 9, 9),
	indices: Int32Array.of(0, 1, 2, 0, 2, 1, 2, 1, 2),
	values: Float32Array.of(0.6, 0, 0.8, 0.6, 0.8, 0.8, 0.6, 1, 0)
};

describe('the emphasis of a term', () => {
	const first: SparseMatrix = { ...papers, rows: 4, offsets: papers.offsets.subarray(0, 5) };

	it('is the root of the divergence of its groups from all groups, as Python 3.11 has it', () => {
		const emphasis = termEmphasis(first, Int32Array.of(0, 0, 1, 1), 2);
		[0.11812668863732549, 0.054419707286433666, 0].forEach((value, term) =>
			expect(emphasis[term]).toBeCloseTo(value, 12)
		);
	});

	it('is none where there is one group, and where groups are empty', () => {
		expect([...termEmphasis(first, new Int32Array(4), 3)]).toEqual([0, 0, 0]);
	});
});

describe('emphasised papers', () => {
	it('have rows of unit length, or of none', () => {
		const { values, offsets } = emphasise(papers, Float64Array.of(1, 1, 2));
		expect(values[0]).toBeCloseTo(0.6 / Math.sqrt(0.36 + 2.56), 6);
		expect(values[2]).toBeCloseTo(1.6 / Math.sqrt(0.36 + 2.56), 6);
		for (let paper = 0; paper < 4; paper++) {
			const row = values.subarray(offsets[paper], offsets[paper + 1]);
			expect(row.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(1, 6);
		}
		expect([...emphasise(papers, new Float64Array(3)).values].every((value) => value === 0)).toBe(true);
	});
});
