import { describe, expect, it } from 'vitest';

import { describeFailure, Latest } from '../../../src/lib/state/latest.ts';

function deferred<T>() {
	let resolve!: (value: T) => void;
	let reject!: (error: unknown) => void;
	const promise = new Promise<T>((yes, no) => {
		resolve = yes;
		reject = no;
	});
	return { promise, resolve, reject };
}

describe('the newest task wins', () => {
	it('whatever the order in which results arrive', async () => {
		const latest = new Latest();
		const [slow, quick] = [deferred<string>(), deferred<string>()];
		const first = latest.run(() => slow.promise);
		const second = latest.run(() => quick.promise);
		quick.resolve('new');
		slow.resolve('old');
		expect(await second).toEqual({ kind: 'done', value: 'new' });
		expect(await first).toEqual({ kind: 'stale' });
	});

	it('and aborts the one before', async () => {
		const latest = new Latest();
		const signals: AbortSignal[] = [];
		const task = (signal: AbortSignal) => {
			signals.push(signal);
			return Promise.resolve(1);
		};
		await Promise.all([latest.run(task), latest.run(task)]);
		expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
	});

	it('drops the failure of a stale task and reports that of the newest', async () => {
		const latest = new Latest();
		const failing = deferred<string>();
		const first = latest.run(() => failing.promise);
		const second = latest.run(() => Promise.reject(new Error('no such column')));
		failing.reject(new Error('old'));
		expect(await first).toEqual({ kind: 'stale' });
		expect(await second).toMatchObject({ kind: 'failed', error: { message: 'no such column' } });
	});

	it('can be called off', async () => {
		const latest = new Latest();
		const task = deferred<number>();
		const outcome = latest.run(() => task.promise);
		latest.cancel();
		task.resolve(1);
		expect(await outcome).toEqual({ kind: 'stale' });
	});
});

describe('a failure', () => {
	it('keeps the SQL that an error carries', () => {
		const error = Object.assign(new Error('Binder Error'), { sql: 'SELECT x' });
		expect(describeFailure(error)).toEqual({ message: 'Binder Error', sql: 'SELECT x' });
		expect(describeFailure('gone')).toEqual({ message: 'gone', sql: null });
	});
});
