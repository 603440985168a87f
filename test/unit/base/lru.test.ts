import { expect, test } from 'vitest';

import { Lru } from '../../../src/lib/base/lru.ts';

/** A cache of two values that writes down what it makes and drops. */
function written() {
	const made: string[] = [];
	const dropped: string[] = [];
	const lru = new Lru<string>(2, async (value) => void dropped.push(value));
	const make = (key: string) => () => {
		made.push(key);
		return `${key}${made.length}`;
	};
	return {
		made,
		dropped,
		get: (key: string) => lru.get(key, make(key)),
		take: (key: string) => lru.take(key, make(key))
	};
}

test('a value is made once, until newer ones take its place', () => {
	const { made, dropped, get } = written();
	expect([get('a'), get('b'), get('a')]).toEqual(['a1', 'b2', 'a1']);
	get('c');
	expect(dropped).toEqual(['b2']);
	expect([get('a'), get('b')]).toEqual(['a1', 'b4']);
	expect(made).toEqual(['a', 'b', 'c', 'b']);
});

test('a value in use stays beyond the limit, and while anyone uses it', async () => {
	const { dropped, get, take } = written();
	const [first, second] = [take('a'), take('a')];
	get('b');
	get('c');
	await first.done();
	expect(dropped).toEqual([]);
	expect(take('a').value).toBe('a1');
	await second.done();
	get('d');
	expect(dropped).toEqual(['b2', 'c3']);
});

test('the last user of an old value drops it', async () => {
	const { dropped, get, take } = written();
	const use = take('a');
	get('b');
	get('c');
	expect(dropped).toEqual([]);
	await use.done();
	expect(dropped).toEqual(['a1']);
});

test('who is done waits for what goes', async () => {
	let isDropped = false;
	const lru = new Lru<string>(1, async () => {
		await Promise.resolve();
		isDropped = true;
	});
	const use = lru.take('a', () => 'a');
	lru.get('b', () => 'b');
	await use.done();
	expect(isDropped).toBe(true);
});

test('a failed making is told to all who wait, then forgotten', async () => {
	const lru = new Lru<Promise<number>>(2);
	let tries = 0;
	const make = async () => {
		tries++;
		await Promise.resolve();
		if (tries === 1) throw new Error('no luck');
		return tries;
	};
	const [first, second] = [lru.get('a', make), lru.take('a', make).value];
	await expect(first).rejects.toThrow('no luck');
	await expect(second).rejects.toThrow('no luck');
	expect(await lru.get('a', make)).toBe(2);
	expect(await lru.get('a', make)).toBe(2);
});

test('a failure that comes late leaves alone what was made since', async () => {
	const lru = new Lru<Promise<string>>(1);
	let fail: (reason: Error) => void = () => {};
	const old = lru.get('a', () => new Promise((_resolve, reject) => (fail = reject)));
	lru.get('b', async () => 'b');
	const again = lru.get('a', async () => 'a');
	fail(new Error('late'));
	await expect(old).rejects.toThrow('late');
	expect(lru.get('a', async () => 'other')).toBe(again);
});
