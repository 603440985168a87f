import type { ResultTable } from '../dataset/query-host.ts';
import { bytes, number, type Statement } from '../dataset/statement.ts';
import { select } from './statement.ts';
import { tableIn } from './tables.ts';

/** Quantised vectors of papers, row by row; a row of zeros belongs to a paper without a vector. */
export interface VectorTable {
	readonly ids: Int32Array;
	readonly columns: number;
	readonly data: Int8Array;
}

/** The vectors of one part, in the order of the paper ids. */
export function vectorsQuery(part: number): Statement<{ paperId: number; vector: Uint8Array }> {
	return select(
		{ paperId: number, vector: bytes },
		{ paperId: 'paper_id', vector: 'vector' },
		`FROM ${tableIn('paper_vectors', part)} ORDER BY paper_id`
	);
}

/**
 * Reads the results of `vectorsQuery`, part after part, into one table.
 * @throws TypeError when two vectors differ in length
 */
export function readVectors(results: readonly ResultTable[]): VectorTable {
	const rows = results.reduce((sum, { length }) => sum + length, 0);
	const first = results.find(({ length }) => length > 0)?.columns.vector?.[0] as Uint8Array | undefined;
	const columns = first?.length ?? 0;
	const table: VectorTable = { ids: new Int32Array(rows), columns, data: new Int8Array(rows * columns) };
	let row = 0;
	for (const { columns: values, length } of results) {
		for (let i = 0; i < length; i++, row++) {
			const vector = bytes(values.vector?.[i], 'vector');
			if (vector.length !== columns)
				throw new TypeError(`a vector of ${vector.length} components among ${columns}`);
			table.ids[row] = number(values.paperId?.[i], 'paperId');
			table.data.set(new Int8Array(vector.buffer, vector.byteOffset, columns), row * columns);
		}
	}
	return table;
}

function dot({ data, columns }: VectorTable, a: number, b: number): number {
	let sum = 0;
	for (let c = 0; c < columns; c++) {
		sum += (data[a * columns + c] as number) * (data[b * columns + c] as number);
	}
	return sum;
}

export interface Neighbour {
	paperId: number;
	/** Cosine, -1 to 1. */
	similarity: number;
}

/**
 * The papers nearest to one by the exact cosine of their quantised vectors, most similar first, equal ones in
 * the order of their ids. Empty for a paper without a vector, and papers without one are near to none.
 */
export function nearestTo(table: VectorTable, paperId: number, count: number): Neighbour[] {
	const row = table.ids.indexOf(paperId);
	const length = row < 0 ? 0 : Math.sqrt(dot(table, row, row));
	if (length === 0 || count < 1) return [];
	const best: Neighbour[] = [];
	for (let other = 0; other < table.ids.length; other++) {
		const squared = dot(table, other, other);
		if (other === row || squared === 0) continue;
		const similarity = dot(table, row, other) / (length * Math.sqrt(squared));
		if (best.length === count && similarity <= (best.at(-1) as Neighbour).similarity) continue;
		let place = best.length;
		while (place > 0 && (best[place - 1] as Neighbour).similarity < similarity) place--;
		best.splice(place, 0, { paperId: table.ids[other] as number, similarity });
		if (best.length > count) best.pop();
	}
	return best;
}
