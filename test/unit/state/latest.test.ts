import { describe, expect, it } from 'vitest';

import { describeFailure, Latest, type Outcome } from '../../../src/lib/state/latest.ts';
import { deferred } from '../../support/deferred.ts';

describe('the newest task wins', () => {
	it('whatever the order in which results arrive', async () => {
		const latest = new Latest();
		const taken: Outcome<string>[] = [];
		const take = (outcome: Outcome<string>) => void taken.push(outcome);
		const [slow, quick] = [deferred<string>(), deferred<string>()];
		const both = [latest.run(() => slow.promise, take), latest.run(() => quick.promise, take)];
		quick.resolve('new');
		slow.resolve('old');
		await Promise.all(both);
		expect(taken).toEqual([{ kind: 'done', value: 'new' }]);
	});

	it('at whatever moment it is started while the result of the one before is on its way', async () => {
		for (let turns = 0; turns < 8; turns++) {
			const latest = new Latest();
			let started = 1;
			const taken: [number, number][] = [];
			const run = (id: number) =>
				latest.run(
					() => Promise.resolve(id),
					() => void taken.push([id, started])
				);
			const first = run(1);
			for (let turn = 0; turn < turns; turn++) await Promise.resolve();
			started = 2;
			await Promise.all([first, run(2)]);
			expect(taken.every(([id, newest]) => id === newest)).toBe(true);
			expect(taken.at(-1)).toEqual([2, 2]);
		}
	});

	it('and aborts the one before', async () => {
		const latest = new Latest();
		const signals: AbortSignal[] = [];
		const task = (signal: AbortSignal) => {
			signals.push(signal);
			return Promise.resolve(1);
		};
		await Promise.all([latest.run(task, () => {}), latest.run(task, () => {})]);
		expect(signals.map((signal) => signal.aborted)).toEqual([true, false]);
	});

	it('drops the failure of a stale task and reports that of the newest', async () => {
		const latest = new Latest();
		const taken: Outcome<string>[] = [];
		const take = (outcome: Outcome<string>) => void taken.push(outcome);
		const failing = deferred<string>();
		const first = latest.run(() => failing.promise, take);
		const second = latest.run(() => Promise.reject(new Error('no such column')), take);
		failing.reject(new Error('old'));
		await Promise.all([first, second]);
		expect(taken).toMatchObject([{ kind: 'failed', error: { message: 'no such column' } }]);
	});

	it('can be called off', async () => {
		const latest = new Latest();
		const task = deferred<number>();
		let isTaken = false;
		const running = latest.run(
			() => task.promise,
			() => (isTaken = true)
		);
		latest.cancel();
		task.resolve(1);
		await running;
		expect(isTaken).toBe(false);
	});
});

describe('a failure', () => {
	it('keeps the SQL that an error carries', () => {
		const error = Object.assign(new Error('Binder Error'), { sql: 'SELECT x' });
		expect(describeFailure(error)).toEqual({ message: 'Binder Error', sql: 'SELECT x' });
		expect(describeFailure('gone')).toEqual({ message: 'gone', sql: null });
	});
});
