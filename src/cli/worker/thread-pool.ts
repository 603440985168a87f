import { parentPort, Worker } from 'node:worker_threads';

import { lendPool, type StartedPool } from '../../lib/threads/lend-pool.ts';
import type { Pool } from '../../lib/threads/pool.ts';
import type { ResultMessage } from '../../lib/threads/serve-jobs.ts';
import { workerPool } from '../../lib/threads/worker-pool.ts';
import type { TemporaryMessage } from './protocol.ts';
import { threadProgram } from './thread-program.ts';

/** Megabytes of new objects before a thread looks for dead ones: more is faster, for each thread. */
const youngMegabytes = 16;

function start(size: number): StartedPool {
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
	return { pool, end: () => Promise.all(workers.map((worker) => worker.terminate())) };
}

/** Lends threads that do the pipeline's jobs; they start with the first task and end with the work. */
export function withThreads<T>(size: number, work: (pool: Pool) => Promise<T>): Promise<T> {
	return lendPool(size, start, work);
}

/** Starts a thread that fills files of a dataset. What it says of temporary files is passed on. */
export function startFileThread(): StartedPool {
	const worker = new Worker(threadProgram('file-thread'));
	const pool = workerPool([(message, moves) => worker.postMessage(message, moves)]);
	worker.on('message', (message: ResultMessage | TemporaryMessage) => {
		if ('kind' in message) parentPort?.postMessage(message);
		else pool.receive(0, message);
	});
	worker.on('error', pool.fail);
	return { pool, end: () => worker.postMessage('end') };
}
