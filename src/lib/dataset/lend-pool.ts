import type { Pool } from './pool.ts';

/** Threads that have been started, and how they are ended. */
export interface StartedPool {
	pool: Pool;
	end(): unknown;
}

/** Lends a pool of threads to some work; they start with its first task and end with it, however it ends. */
export async function lendPool<T>(
	size: number,
	start: (size: number) => StartedPool,
	work: (pool: Pool) => Promise<T>
): Promise<T> {
	const started: StartedPool[] = [];
	const pool = () => {
		if (started.length === 0) started.push(start(size));
		return (started[0] as StartedPool).pool;
	};
	try {
		return await work({
			size,
			run: (job, input, moves) => pool().run(job, input, moves),
			everywhere: (job, input) => pool().everywhere(job, input)
		});
	} finally {
		await Promise.all(started.map(({ end }) => end()));
	}
}
