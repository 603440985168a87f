import { describe, expect, it } from 'vitest';
import { MessageChannel } from 'node:worker_threads';

import { newThread, ownThread, type Job, type Pool } from '../../../src/lib/dataset/pool.ts';
import { serveJobs, type ResultMessage, type TaskMessage } from '../../../src/lib/dataset/serve-jobs.ts';
import { workerPool } from '../../../src/lib/dataset/worker-pool.ts';

const add: Job<{ a: number; wait: number }, number> = {
	name: 'add',
	run: async ({ a, wait }, { memory }) => {
		await new Promise((resolve) => setTimeout(resolve, wait));
		return a + Number(memory.get('base') ?? 0);
	}
};
const setBase: Job<number, void> = { name: 'base', run: (base, { memory }) => void memory.set('base', base) };
const fail: Job<null, never> = {
	name: 'fail',
	run: () => {
		throw new RangeError('too much');
	}
};
const double: Job<Float64Array<ArrayBuffer>, Float64Array<ArrayBuffer>> = {
	name: 'double',
	run: (values) => values.map((value) => value * 2),
	moves: ({ buffer }) => [buffer]
};

/** A pool over message channels of this thread, so that messages are cloned and buffers move as between threads. */
function channelPool(size: number): Pool & { end: () => void; fail: (error: Error) => void } {
	const channels = Array.from({ length: size }, () => new MessageChannel());
	const pool = workerPool(
		channels.map(
			({ port1 }) =>
				(message, moves) =>
					port1.postMessage(message, moves)
		)
	);
	channels.forEach(({ port1, port2 }, thread) => {
		const send = (message: ResultMessage, moves: ArrayBuffer[]) => port2.postMessage(message, moves);
		const serve = serveJobs([add, setBase, fail, double], send, newThread(thread));
		port2.on('message', (message: TaskMessage) => void serve(message));
		port1.on('message', (message: ResultMessage) => pool.receive(thread, message));
	});
	return { ...pool, end: () => channels.forEach(({ port1 }) => port1.close()) };
}

describe('a pool', () => {
	it.each([1, 2, 3])(
		'gives every task its own result with %i threads, whichever ends first',
		async (size) => {
			const pool = channelPool(size);
			const early = pool.run(add, { a: 100, wait: 0 });
			await pool.everywhere(setBase, 1000);
			const sums = await Promise.all([9, 1, 5, 3, 7, 0, 2].map((a) => pool.run(add, { a, wait: a })));
			expect(sums).toEqual([1009, 1001, 1005, 1003, 1007, 1000, 1002]);
			expect(await early).toBe(100);
			pool.end();
		}
	);

	it('passes errors on by name and message, and goes on', async () => {
		const pool = channelPool(1);
		await expect(pool.run(fail, null)).rejects.toMatchObject({ name: 'RangeError', message: 'too much' });
		expect(await pool.run(add, { a: 1, wait: 0 })).toBe(1);
		pool.end();
	});

	it('gives buffers away both ways', async () => {
		const pool = channelPool(2);
		const values = Float64Array.of(1, 2, 3);
		const doubled = pool.run(double, values, [values.buffer]);
		expect(values.length).toBe(0);
		expect(await doubled).toEqual(Float64Array.of(2, 4, 6));
		pool.end();
	});

	it('fails what is open and what comes when a thread has died', async () => {
		const pool = channelPool(1);
		const open = [0, 1, 2, 3].map((a) => pool.run(add, { a, wait: 50 }));
		pool.fail(new Error('gone'));
		const ended = await Promise.allSettled([...open, pool.run(add, { a: 1, wait: 0 })]);
		expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 'rejected'));
		pool.end();
	});

	it('does the same in one thread', async () => {
		const pool = ownThread();
		await pool.everywhere(setBase, 10);
		expect(await pool.run(add, { a: 1, wait: 0 })).toBe(11);
		await expect(pool.run(fail, null)).rejects.toThrow(RangeError);
	});
});
