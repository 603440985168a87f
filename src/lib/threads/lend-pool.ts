import type { Pool } from './pool.ts';

/** Threads that have been started, and how they are ended. */
export interface StartedPool {
	pool: Omit<Pool, 'rest'>;
	end(): unknown;
}

/** Lends a pool of threads to some work; they start with its first task and end with it, however it ends. */
export async function lendPool<T>(
	size: number,
	start: (size: number) => StartedPool,
	work: (pool: Pool) => Promise<T>
): Promise<T> {
	let started: StartedPool | null = null;
	const pool = () => (started ??= start(size)).pool;
	async function rest(): Promise<void> {
		const ended = started;
		started = null;
		await ended?.end();
	}
	try {
		return await work({
			size,
			run: (job, input, moves) => pool().run(job, input, moves),
			everywhere: (job, input) => pool().everywhere(job, input),
			rest
		});
	} finally {
		await rest();
	}
}
