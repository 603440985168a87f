import type { Job, Pool } from '../../threads/pool.ts';
import type { Matrix } from '../model.ts';
import type { SparseMatrix } from './sparse.ts';
import { projectRow, spreadRow } from './sparse-rows.ts';

/**
 * Does one job for each input, as many at a time as the pool has threads.
 * @param pause called after each; what it throws ends the run
 * @returns the results in the order of the inputs
 */
async function runAll<I, O>(
	pool: Pool,
	job: Job<I, O>,
	inputs: readonly I[],
	pause: () => Promise<void>
): Promise<O[]> {
	const results: O[] = [];
	let next = 0;
	async function lane(): Promise<void> {
		while (next < inputs.length) {
			const index = next++;
			results[index] = await pool.run(job, inputs[index] as I);
			await pause();
		}
	}
	await Promise.all(Array.from({ length: Math.min(pool.size, inputs.length) }, lane));
	return results;
}

/** Multiplications of one task: some tens of milliseconds. */
const workPerTask = 3e7;

interface Held {
	readonly key: string;
	/** `null` lets go of it. */
	readonly matrix: SparseMatrix | null;
}

/** Puts a matrix into a thread's memory. */
export const holdMatrix: Job<Held, void> = {
	name: 'hold matrix',
	run({ key, matrix }, { memory }) {
		if (matrix) memory.set(key, matrix);
		else memory.delete(key);
	}
};

interface Part {
	readonly key: string;
	readonly v: Matrix;
	/** Rows of the matrix. */
	readonly from: number;
	readonly to: number;
}

/** Transpose of some rows of a held matrix, times these rows, times v. */
export const multiplyRows: Job<Part, Float64Array<ArrayBuffer>> = {
	name: 'multiply rows',
	run({ key, v, from, to }, { memory }) {
		const { offsets, indices, values } = memory.get(key) as SparseMatrix;
		const out = new Float64Array(v.data.length);
		const y = new Float64Array(v.columns);
		for (let row = from; row < to; row++) {
			const [start, end] = [offsets[row] as number, offsets[row + 1] as number];
			projectRow(indices, values, start, end, v, y);
			spreadRow(indices, values, start, end, y, out);
		}
		return out;
	},
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

	static async hold(matrix: SparseMatrix, pool: Pool, key: string): Promise<NormalProduct> {
		await pool.everywhere(holdMatrix, { key, matrix });
		return new NormalProduct(matrix, pool, key);
	}

	/**
	 * @param v columns of the matrix x any width
	 * @param pause called between chunks of work
	 * @returns as large as v; the same bits with any number of threads
	 */
	async times(v: Matrix, pause: () => Promise<void>): Promise<Matrix> {
		const bounds = partsOf(this.#matrix, v.columns);
		const inputs = bounds
			.slice(1)
			.map((to, i): Part => ({ key: this.#key, v, from: bounds[i] as number, to }));
		const parts = await runAll(this.#pool, multiplyRows, inputs, pause);
		const data = new Float64Array(v.data.length);
		for (const part of parts) {
			for (let at = 0; at < data.length; at++) data[at] = (data[at] as number) + (part[at] as number);
		}
		return { ...v, data };
	}

	async letGo(): Promise<void> {
		await this.#pool.everywhere(holdMatrix, { key: this.#key, matrix: null });
	}
}
