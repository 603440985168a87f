import { flushSync } from 'svelte';
import { expect, it, onTestFinished, vi } from 'vitest';

import { Rested } from '../../../src/lib/state/rested.svelte.ts';

it('follows a value that moves only once it rests, and says that it moves', () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
	let now = $state.raw({ at: 0, else: 'a' });
	let rested!: Rested<{ at: number; else: string }>;
	onTestFinished(
		$effect.root(() => {
			rested = new Rested(
				() => now,
				({ at }) => String(at)
			);
		})
	);
	const seen = () => [rested.value.at, rested.isMoving];
	flushSync();
	expect(seen()).toEqual([0, false]);
	for (let at = 1; at <= 5; at++) {
		now = { at, else: 'a' };
		flushSync();
		vi.advanceTimersByTime(60);
		expect(seen()).toEqual([0, true]);
	}
	vi.advanceTimersByTime(60);
	expect(seen()).toEqual([5, false]);
	const before = rested.value;
	now = { at: 5, else: 'b' };
	flushSync();
	vi.runAllTimers();
	expect(rested.value).toBe(before);
});

it('lets go of a value that goes back before it rested', () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
	let now = $state(1);
	let rested!: Rested<number>;
	onTestFinished(
		$effect.root(() => {
			rested = new Rested(() => now, String);
		})
	);
	flushSync();
	now = 2;
	flushSync();
	vi.advanceTimersByTime(60);
	now = 1;
	flushSync();
	vi.advanceTimersByTime(1000);
	expect([rested.value, rested.isMoving]).toEqual([1, false]);
});
