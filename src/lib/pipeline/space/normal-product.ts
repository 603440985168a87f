import { inOrder } from '../../base/in-order.ts';
import type { Job, Pool } from '../../threads/pool.ts';
import type { Matrix } from '../model.ts';
import { WasmRoom } from '../../base/wasm.ts';
import { byKernel, openKernel, padded, putRows, takeColumns } from './kernel.ts';
import type { SparseMatrix } from './sparse.ts';
import { projectRow, spreadRow } from './sparse-rows.ts';

/** Multiplications of one task: some tens of milliseconds. */
const workPerTask = 3e7;

/** Products of a matrix with one dense one after another. */
export interface RowsProduct {
	/** What is multiplied with from now on. */
	take(v: Matrix): void;
	/** Transpose of rows from..to of the matrix, times these rows, times v: as large as v. */
	multiply(from: number, to: number): Float64Array<ArrayBuffer>;
}

const nothing: Matrix = { rows: 0, columns: 0, data: new Float64Array(0) };

/** Multiplies in plain JavaScript. */
export function plainProduct({ offsets, indices, values }: SparseMatrix): RowsProduct {
	let v = nothing;
	return {
		take: (taken) => void (v = taken),
		multiply: (from, to) => {
			const out = new Float64Array(v.data.length);
			const y = new Float64Array(v.columns);
			for (let row = from; row < to; row++) {
				const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
				projectRow(indices, values, start, end, v, y);
				spreadRow(indices, values, start, end, y, out);
			}
			return out;
		}
	};
}

/**
 * Multiplies by the kernel, into whose memory the matrix is copied, with the same bits.
 * @param width columns of v, at most
 */
export function kernelProduct(
	{ columns, offsets, indices, values }: SparseMatrix,
	width: number
): RowsProduct {
	const cells = columns * padded(width);
	const room = new WasmRoom(8 * (2 * cells + padded(width)) + 4 * (2 * indices.length + offsets.length) + 96);
	const kernel = openKernel(room);
	const [heldOffsets, heldIndices] = [room.wholes(offsets.length), room.wholes(indices.length)];
	const heldValues = room.narrow(values.length);
	heldOffsets.set(offsets);
	heldIndices.set(indices);
	heldValues.set(values);
	const [dense, sums, y] = [room.numbers(cells), room.numbers(cells), room.numbers(padded(width))];
	const sparse = [heldOffsets, heldIndices, heldValues].map(({ byteOffset }) => byteOffset);
	let size = { rows: 0, columns: 0 };
	return {
		take: (v) => {
			putRows(v, dense);
			size = { rows: v.rows, columns: v.columns };
		},
		multiply: (from, to) => {
			const wide = padded(size.columns);
			const used = sums.subarray(0, size.rows * wide).fill(0);
			kernel.multiply(...sparse, from, to, dense.byteOffset, 8 * wide, y.byteOffset, sums.byteOffset);
			return takeColumns(used, size);
		}
	};
}

interface Held {
	readonly key: string;
	/** `null` lets go of it. */
	readonly matrix: SparseMatrix | null;
	/** Columns of what it is multiplied with, at most. */
	readonly width: number;
}

/** Puts a matrix into a thread's memory. */
export const holdMatrix: Job<Held, void> = {
	name: 'hold matrix',
	run({ key, matrix, width }, { memory }) {
		if (!matrix) return void memory.delete(key);
		const product = byKernel(
			() => kernelProduct(matrix, width),
			() => plainProduct(matrix)
		);
		memory.set(key, product);
	}
};

const heldAs = (memory: Map<string, unknown>, key: string) => memory.get(key) as RowsProduct;

/** Gives a thread what a matrix that it holds is multiplied with. */
export const takeDense: Job<{ key: string; v: Matrix }, void> = {
	name: 'take dense',
	run: ({ key, v }, { memory }) => heldAs(memory, key).take(v)
};

interface Part {
	readonly key: string;
	/** Rows of the matrix. */
	readonly from: number;
	readonly to: number;
}

/** Transpose of some rows of a held matrix, times these rows, times what was taken. */
export const multiplyRows: Job<Part, Float64Array<ArrayBuffer>> = {
	name: 'multiply rows',
	run: ({ key, from, to }, { memory }) => heldAs(memory, key).multiply(from, to),
	moves: (out) => [out.buffer]
};

/** Bounds of parts of about equal work; they depend on the matrix and the width alone. */
function partsOf({ rows, offsets }: SparseMatrix, width: number): number[] {
	const entries = offsets[rows] as number;
	const parts = Math.max(1, Math.ceil((2 * entries * width) / workPerTask));
	const bounds = [0];
	for (let row = 1; row < rows; row++) {
		if ((offsets[row] as number) * parts >= bounds.length * entries) bounds.push(row);
	}
	if (rows > 0) bounds.push(rows);
	return bounds;
}

/** Parts under way for each thread, so that none waits. */
const partsPerThread = 2;

/** Multiplies by the transpose of a sparse matrix times the matrix, spread over the threads of a pool. */
export class NormalProduct {
	readonly #matrix: SparseMatrix;
	readonly #pool: Pool;
	readonly #key: string;

	/** @param key tells apart matrices that a thread holds at the same time */
	private constructor(matrix: SparseMatrix, pool: Pool, key: string) {
		this.#matrix = matrix;
		this.#pool = pool;
		this.#key = key;
	}

	/** @param width columns of what it is multiplied with, at most */
	static async hold(matrix: SparseMatrix, pool: Pool, key: string, width: number): Promise<NormalProduct> {
		await pool.everywhere(holdMatrix, { key, matrix, width });
		return new NormalProduct(matrix, pool, key);
	}

	/**
	 * @param v columns of the matrix x any width
	 * @param pause called between chunks of work
	 * @returns as large as v; the same bits with any number of threads
	 */
	async times(v: Matrix, pause: () => Promise<void>): Promise<Matrix> {
		const key = this.#key;
		await this.#pool.everywhere(takeDense, { key, v });
		const bounds = partsOf(this.#matrix, v.columns);
		const inputs = bounds.slice(1).map((to, i): Part => ({ key, from: bounds[i] as number, to }));
		const data = new Float64Array(v.data.length);
		const work = (input: Part) => this.#pool.run(multiplyRows, input);
		// Added as they come, so that few of them stand in memory.
		for await (const part of inOrder(inputs, this.#pool.size * partsPerThread, work)) {
			for (let at = 0; at < data.length; at++) data[at] = (data[at] as number) + (part[at] as number);
			await pause();
		}
		return { ...v, data };
	}

	async letGo(): Promise<void> {
		await this.#pool.everywhere(holdMatrix, { key: this.#key, matrix: null, width: 0 });
	}
}
