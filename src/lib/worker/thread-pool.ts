import { lendPool, type StartedPool } from '../threads/lend-pool.ts';
import type { Pool } from '../threads/pool.ts';
import type { ResultMessage } from '../threads/serve-jobs.ts';
import { workerPool } from '../threads/worker-pool.ts';

/** Threads, at most: each holds a model and words of its own. */
const mostThreads = 4;

function start(size: number): StartedPool {
	const workers = Array.from(
		{ length: size },
		(_, id) => new Worker(new URL('./pool.worker.ts', import.meta.url), { type: 'module', name: String(id) })
	);
	const pool = workerPool(workers.map((worker) => (message, moves) => worker.postMessage(message, moves)));
	workers.forEach((worker, thread) => {
		worker.onmessage = ({ data }: MessageEvent<ResultMessage>) => pool.receive(thread, data);
		worker.onerror = ({ message }) =>
			pool.fail(new Error(message || 'A worker that assigns papers could not be started.'));
	});
	return { pool, end: () => workers.forEach((worker) => worker.terminate()) };
}

/** Lends workers that do the pipeline's jobs; they start with the first task and end with the work. */
export function withThreads<T>(work: (pool: Pool) => Promise<T>): Promise<T> {
	const size = Math.max(1, Math.min(mostThreads, navigator.hardwareConcurrency));
	return lendPool(size, start, work);
}
