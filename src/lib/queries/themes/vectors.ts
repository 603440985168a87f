import type { DatasetFile } from '../../dataset/manifest.ts';
import type { QueryHost, ResultTable } from '../../engine/query-host.ts';
import { bytes, number, type Statement } from '../../engine/statement.ts';
import { select } from '../sql/statement.ts';
import { partsOf, tableIn } from '../sql/tables.ts';
import { leavesQuery } from './themes.ts';

/** Quantised vectors of papers, row by row; a row of zeros belongs to a paper without a vector. */
export interface VectorTable {
	readonly ids: Int32Array;
	readonly columns: number;
	readonly data: Int8Array;
}

/** The papers' vectors, and the leaf of each paper by its id. */
export interface LeafVectors {
	readonly table: VectorTable;
	readonly leafOf: ArrayLike<number>;
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

/** The vectors of all papers, with the leaf of each. */
export async function readLeafVectors(host: QueryHost, files: readonly DatasetFile[]): Promise<LeafVectors> {
	const results = [];
	for (const file of partsOf(files, 'vectors')) {
		await host.attach(file);
		results.push(await host.query(vectorsQuery(file.part).sql));
	}
	const { columns } = await host.query(leavesQuery().sql);
	return { table: readVectors(results), leafOf: Int16Array.from(columns.leaf as ArrayLike<number>) };
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
	const { columns, data } = table;
	const product = (one: number, other: number) => dot(data, one * columns, data, other * columns, columns);
	const row = table.ids.indexOf(paperId);
	const length = row < 0 ? 0 : Math.sqrt(product(row, row));
	if (length === 0 || count < 1) return [];
	const best: Neighbour[] = [];
	for (let other = 0; other < table.ids.length; other++) {
		const squared = product(other, other);
		if (other === row || squared === 0) continue;
		const similarity = product(row, other) / (length * Math.sqrt(squared));
		if (best.length === count && similarity <= (best.at(-1) as Neighbour).similarity) continue;
		let place = best.length;
		while (place > 0 && (best[place - 1] as Neighbour).similarity < similarity) place--;
		best.splice(place, 0, { paperId: table.ids[other] as number, similarity });
		if (best.length > count) best.pop();
	}
	return best;
}

/** Dot product of two rows, each given by where it begins. */
export function dot(
	a: ArrayLike<number>,
	fromA: number,
	b: ArrayLike<number>,
	fromB: number,
	columns: number
): number {
	let sum = 0;
	for (let c = 0; c < columns; c++) sum += (a[fromA + c] as number) * (b[fromB + c] as number);
	return sum;
}
