import type { Job, Pool } from '../threads/pool.ts';

/**
 * Does one job for each input, as many at a time as the pool has threads.
 * @param pause called after each; what it throws ends the run
 * @returns the results in the order of the inputs
 */
export async function runAll<I, O>(
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
