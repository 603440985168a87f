import { describe, expect, it } from 'vitest';

import { Answer } from '../../../src/lib/state/answer.svelte.ts';

describe('an answer', () => {
	it('keeps the last result while a newer query is under way', async () => {
		const answer = new Answer<number>();
		await answer.ask(() => Promise.resolve(1));
		expect(answer).toMatchObject({ value: 1, pending: false });
		const second = answer.ask(() => Promise.resolve(2));
		expect(answer).toMatchObject({ value: 1, pending: true });
		await second;
		expect(answer).toMatchObject({ value: 2, pending: false });
	});

	it('stays pending when a stale query ends', async () => {
		const answer = new Answer<number>();
		let finishOld!: (value: number) => void;
		const old = answer.ask(() => new Promise((resolve) => (finishOld = resolve)));
		void answer.ask(() => new Promise(() => {}));
		finishOld(1);
		await old;
		expect(answer).toMatchObject({ value: null, pending: true });
		answer.clear();
		expect(answer.pending).toBe(false);
	});

	it('carries the failure with its SQL and drops it with the next query', async () => {
		const answer = new Answer<number>();
		await answer.ask(() => Promise.reject(Object.assign(new Error('Binder Error'), { sql: 'SELECT x' })));
		expect(answer.failure).toEqual({ message: 'Binder Error', sql: 'SELECT x' });
		await answer.ask(() => Promise.resolve(3));
		expect(answer).toMatchObject({ failure: null, value: 3 });
	});
});
