import { MessageChannel } from 'node:worker_threads';

import { newThread, type Pool } from '../../src/lib/threads/pool.ts';
import type { ReadChunk } from '../../src/lib/threads/chunk.ts';
import {
	serveJobs,
	type Jobs,
	type ResultMessage,
	type TaskMessage
} from '../../src/lib/threads/serve-jobs.ts';
import { workerPool } from '../../src/lib/threads/worker-pool.ts';

/** A pool over message channels of this thread: messages are cloned and buffers move as between threads. */
export function channelPool(
	size: number,
	jobs: Jobs,
	read?: ReadChunk
): Pool & { end: () => void; fail: (error: Error) => void } {
	const channels = Array.from({ length: size }, () => new MessageChannel());
	const pool = workerPool(
		channels.map(
			({ port1 }) =>
				(message: TaskMessage, moves: ArrayBuffer[]) =>
					port1.postMessage(message, moves)
		)
	);
	channels.forEach(({ port1, port2 }, thread) => {
		const send = (message: ResultMessage, moves: ArrayBuffer[]) => port2.postMessage(message, moves);
		const serve = serveJobs(jobs, send, newThread(thread, read));
		port2.on('message', (message: TaskMessage) => void serve(message));
		port1.on('message', (message: ResultMessage) => pool.receive(thread, message));
	});
	const rest = () => Promise.resolve();
	return { ...pool, rest, end: () => channels.forEach(({ port1 }) => port1.close()) };
}
