import { describe, expect, it } from 'vitest';

import { Queue } from '../../../src/lib/engine/queue.ts';
import { deferred } from '../../support/deferred.ts';

describe('the queue of statements', () => {
	it('runs one at a time, in order, also after a failure', async () => {
		const queue = new Queue();
		const begun: string[] = [];
		const first = deferred<string>();
		const running = queue.run(() => (begun.push('first'), first.promise));
		const second = queue.run(async () => begun.push('second'));
		await Promise.resolve();
		expect(begun).toEqual(['first']);
		first.reject(new Error('refused'));
		await expect(running).rejects.toThrow('refused');
		await second;
		expect(begun).toEqual(['first', 'second']);
	});

	it('does not begin what was called off while it waited, and says so at once', async () => {
		const queue = new Queue();
		const first = deferred<void>();
		const running = queue.run(() => first.promise);
		const controller = new AbortController();
		let begun = false;
		const waiting = queue.run(async () => (begun = true), controller.signal);
		controller.abort(new Error('stale'));
		await expect(waiting).rejects.toThrow('stale');
		first.resolve();
		await running;
		await queue.run(async () => {});
		expect(begun).toBe(false);
	});

	it('lets go of what is running when it is called off, and still waits for it before the next', async () => {
		const queue = new Queue();
		const first = deferred<void>();
		const controller = new AbortController();
		const running = queue.run(() => first.promise, controller.signal);
		let next = false;
		const second = queue.run(async () => (next = true));
		await Promise.resolve();
		controller.abort(new Error('stale'));
		await expect(running).rejects.toThrow('stale');
		expect(next).toBe(false);
		first.resolve();
		await second;
		expect(next).toBe(true);
	});

	it('refuses what was called off before it came', async () => {
		const gone = AbortSignal.abort(new Error('stale'));
		await expect(new Queue().run(async () => 1, gone)).rejects.toThrow('stale');
	});
});
