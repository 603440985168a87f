import { describe, expect, it } from 'vitest';

import { lendPool } from '../../../src/lib/threads/lend-pool.ts';
import { ownThread, type Job } from '../../../src/lib/threads/pool.ts';
import { channelPool } from '../../support/channel-pool.ts';

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

const jobs = [add, setBase, fail, double];

describe('a pool', () => {
	it.each([1, 2, 3])(
		'gives every task its own result with %i threads, whichever ends first',
		async (size) => {
			const pool = channelPool(size, jobs);
			const early = pool.run(add, { a: 100, wait: 0 });
			await pool.everywhere(setBase, 1000);
			const sums = await Promise.all([9, 1, 5, 3, 7, 0, 2].map((a) => pool.run(add, { a, wait: a })));
			expect(sums).toEqual([1009, 1001, 1005, 1003, 1007, 1000, 1002]);
			expect(await early).toBe(100);
			pool.end();
		}
	);

	it('passes errors on by name and message, and goes on', async () => {
		const pool = channelPool(1, jobs);
		await expect(pool.run(fail, null)).rejects.toMatchObject({ name: 'RangeError', message: 'too much' });
		expect(await pool.run(add, { a: 1, wait: 0 })).toBe(1);
		pool.end();
	});

	it('gives buffers away both ways', async () => {
		const pool = channelPool(2, jobs);
		const values = Float64Array.of(1, 2, 3);
		const doubled = pool.run(double, values, [values.buffer]);
		expect(values.length).toBe(0);
		expect(await doubled).toEqual(Float64Array.of(2, 4, 6));
		pool.end();
	});

	it('fails what is open and what comes when a thread has died', async () => {
		const pool = channelPool(1, jobs);
		const open = [0, 1, 2, 3].map((a) => pool.run(add, { a, wait: 50 }));
		pool.fail(new Error('gone'));
		const ended = await Promise.allSettled([...open, pool.run(add, { a: 1, wait: 0 })]);
		expect(ended.map(({ status }) => status)).toEqual(ended.map(() => 'rejected'));
		pool.end();
	});

	it('starts anew after a rest, and ends with the work', async () => {
		let [started, ended] = [0, 0];
		const start = (size: number) => {
			started++;
			const pool = channelPool(size, jobs);
			return { pool, end: () => (pool.end(), ended++) };
		};
		const sums = await lendPool(2, start, async (pool) => {
			await pool.everywhere(setBase, 10);
			const before = await pool.run(add, { a: 1, wait: 0 });
			await pool.rest();
			expect([started, ended]).toEqual([1, 1]);
			return [before, await pool.run(add, { a: 1, wait: 0 })];
		});
		expect(sums).toEqual([11, 1]);
		expect([started, ended]).toEqual([2, 2]);
		await lendPool(2, start, (pool) => pool.rest());
		expect(started).toBe(2);
	});

	it('does the same in one thread', async () => {
		const pool = ownThread();
		await pool.everywhere(setBase, 10);
		expect(await pool.run(add, { a: 1, wait: 0 })).toBe(11);
		await pool.rest();
		expect(await pool.run(add, { a: 1, wait: 0 })).toBe(1);
		await expect(pool.run(fail, null)).rejects.toThrow(RangeError);
	});
});
