import { Worker } from 'node:worker_threads';

import type { Pool } from '../../lib/dataset/pool.ts';
import type { ResultMessage } from '../../lib/dataset/serve-jobs.ts';
import { workerPool } from '../../lib/dataset/worker-pool.ts';
import { threadProgram } from './thread-program.ts';

/** Megabytes of new objects before a thread looks for dead ones: more is faster, for each thread. */
const youngMegabytes = 16;

function start(size: number): { pool: Pool; workers: Worker[] } {
	const resourceLimits = { maxYoungGenerationSizeMb: youngMegabytes };
	const workers = Array.from(
		{ length: size },
		(_, id) => new Worker(threadProgram('pool-thread'), { resourceLimits, workerData: id })
	);
	const pool = workerPool(workers.map((worker) => (message, moves) => worker.postMessage(message, moves)));
	workers.forEach((worker, thread) => {
		worker.on('message', (message: ResultMessage) => pool.receive(thread, message));
		worker.on('error', pool.fail);
	});
	return { pool, workers };
}

/** Lends threads that do the pipeline's jobs; they start with the first task and end with the work. */
export async function withThreads<T>(size: number, work: (pool: Pool) => Promise<T>): Promise<T> {
	let started: { pool: Pool; workers: Worker[] } | null = null;
	const pool = () => (started ??= start(size)).pool;
	try {
		return await work({
			size,
			run: (job, input, moves) => pool().run(job, input, moves),
			everywhere: (job, input) => pool().everywhere(job, input)
		});
	} finally {
		// Assigned inside a closure, which the type checker does not follow.
		const { workers } = (started as { workers: Worker[] } | null) ?? { workers: [] };
		await Promise.all(workers.map((worker) => worker.terminate()));
	}
}
