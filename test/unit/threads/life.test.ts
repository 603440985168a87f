import { expect, it, vi } from 'vitest';

import { holdLife, watchLife } from '../../../src/lib/threads/life.ts';

type Locks = NonNullable<Parameters<typeof holdLife>[0]>;

/** Locks of one name, as a browser has them, of which a page may hear late. */
class OneLock {
	readonly #waiting: (() => Promise<unknown>)[] = [];
	#isKnown: boolean;

	constructor(isKnown = true) {
		this.#isKnown = isKnown;
	}

	known(): void {
		this.#isKnown = true;
	}

	/** Ends who holds it, whatever it does. */
	release(): void {
		this.#waiting.shift();
		void this.#waiting[0]?.();
	}

	request(_name: string, ...[options, work]: unknown[]): Promise<unknown> {
		return new Promise((resolve, reject) => {
			const act = (work ?? options) as () => unknown;
			this.#waiting.push(() => Promise.resolve(act()).then(resolve, reject));
			if (this.#waiting.length === 1) void this.#waiting[0]!();
		});
	}

	query(): Promise<LockManagerSnapshot> {
		const held = this.#isKnown && this.#waiting.length > 0 ? [{ name: 'thread' }] : [];
		return Promise.resolve({ held, pending: [] });
	}
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

it.each([true, false])(
	'the end of a thread is heard, its lock known at its first answer: %s',
	async (isKnown) => {
		const [lock, worker, ended] = [new OneLock(isKnown), new EventTarget(), vi.fn()];
		const locks = lock as unknown as Locks;
		watchLife(locks, worker, 'thread', ended);
		holdLife(locks, 'thread');
		worker.dispatchEvent(new Event('message'));
		await settled();
		lock.known();
		worker.dispatchEvent(new Event('message'));
		await settled();
		expect(ended).not.toHaveBeenCalled();
		lock.release();
		await settled();
		expect(ended).toHaveBeenCalledOnce();
	}
);

it('a thread without a lock, or whose watch has ended, is not heard of', async () => {
	const [lock, worker, ended] = [new OneLock(), new EventTarget(), vi.fn()];
	const locks = lock as unknown as Locks;
	watchLife(locks, worker, 'thread', ended);
	worker.dispatchEvent(new Event('message'));
	await settled();
	const leave = watchLife(locks, worker, 'thread', ended);
	leave();
	worker.dispatchEvent(new Event('message'));
	await settled();
	lock.release();
	await settled();
	expect(ended).not.toHaveBeenCalled();
});
