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

/** Reads the result of `vectorsQuery`. @throws TypeError when two vectors differ in length */
function readPart({ columns: values, length }: ResultTable): VectorTable {
	const columns = (values.vector?.[0] as Uint8Array | undefined)?.length ?? 0;
	const table: VectorTable = { ids: new Int32Array(length), columns, data: new Int8Array(length * columns) };
	for (let row = 0; row < length; row++) {
		const vector = bytes(values.vector?.[row], 'vector');
		if (vector.length !== columns)
			throw new TypeError(`a vector of ${vector.length} components among ${columns}`);
		table.ids[row] = number(values.paperId?.[row], 'paperId');
		table.data.set(new Int8Array(vector.buffer, vector.byteOffset, columns), row * columns);
	}
	return table;
}

/** The rows of several tables in one. @throws TypeError when vectors of two of them differ in length */
function joined(parts: readonly VectorTable[]): VectorTable {
	const filled = parts.filter(({ ids }) => ids.length > 0);
	const columns = filled[0]?.columns ?? 0;
	const rows = filled.reduce((sum, { ids }) => sum + ids.length, 0);
	const table: VectorTable = { ids: new Int32Array(rows), columns, data: new Int8Array(rows * columns) };
	let row = 0;
	for (const part of filled) {
		if (part.columns !== columns)
			throw new TypeError(`a vector of ${part.columns} components among ${columns}`);
		table.ids.set(part.ids, row);
		table.data.set(part.data, row * columns);
		row += part.ids.length;
	}
	return table;
}

/**
 * Reads the results of `vectorsQuery`, part after part, into one table.
 * @throws TypeError when two vectors differ in length
 */
export const readVectors = (results: readonly ResultTable[]): VectorTable => joined(results.map(readPart));

/** The vectors of all papers, with the leaf of each. */
export async function readLeafVectors(host: QueryHost, files: readonly DatasetFile[]): Promise<LeafVectors> {
	const parts = [];
	for (const file of partsOf(files, 'vectors')) {
		await host.attach(file);
		// A result takes many times the memory of its table.
		parts.push(readPart(await host.query(vectorsQuery(file.part).sql)));
	}
	const { columns } = await host.query(leavesQuery().sql);
	return { table: joined(parts), leafOf: Int16Array.from(columns.leaf as ArrayLike<number>) };
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
