import type { Matrix } from '../../src/lib/pipeline/model.ts';

/** 60 points in four dimensions in four groups (i mod 4), by whole-number arithmetic that any language can repeat. */
export function formulaPoints(): Matrix {
	const data = new Float64Array(240);
	for (let i = 0; i < 60; i++) {
		for (let c = 0; c < 4; c++) {
			const noise = ((i * i * 7 + i * 13 + c * c * 29 + c * i * 3) % 101) / 50 - 1;
			data[i * 4 + c] = noise + (i % 4 === c ? 3 : 0);
		}
	}
	return { rows: 60, columns: 4, data };
}
