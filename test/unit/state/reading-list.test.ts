import { describe, expect, it } from 'vitest';

import { Belongings } from '../../../src/lib/state/belongings.svelte.ts';
import { ColourScheme, schemeKey } from '../../../src/lib/state/colour-scheme.svelte.ts';
import type { KeptStore } from '../../../src/lib/state/kept-store.ts';
import { ReadingList } from '../../../src/lib/state/reading-list.svelte.ts';
import type { KeyValueStore } from '../../../src/lib/state/storage.ts';
import { MemoryKeptStore } from '../../support/memory-kept-store.ts';

function memory(): KeyValueStore {
	const values = new Map<string, string>();
	return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

/** A tab that shows a dataset. */
async function tab(fingerprint: string, store: KeptStore | null) {
	const belongings = new Belongings(fingerprint, store);
	const list = new ReadingList(belongings);
	await belongings.reload();
	return { belongings, list };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));
const one = { paperId: 0, title: 'A survey of surveys' };
const two = { paperId: 7, title: 'Two towers' };

describe('the reading list', () => {
	it('is kept for its dataset, in the order of adding, each paper once', async () => {
		const store = new MemoryKeptStore();
		const { list } = await tab('aaaa', store);
		list.add(two);
		list.add(one);
		list.add(two);
		await settled();
		expect((await tab('aaaa', store)).list.entries).toEqual([two, one]);
		expect((await tab('bbbb', store)).list.entries).toEqual([]);
		expect(list.has(0)).toBe(true);
		list.remove(7);
		await settled();
		expect((await tab('aaaa', store)).list.entries).toEqual([one]);
		list.clear();
		await settled();
		expect((await tab('aaaa', store)).list.entries).toEqual([]);
	});

	it('starts empty, as the page was prerendered', async () => {
		const store = new MemoryKeptStore();
		(await tab('a', store)).list.add(one);
		await settled();
		expect(new ReadingList(new Belongings('a', store)).entries).toEqual([]);
	});

	it('begins with one that was sent along, which never takes the place of the visitor’s own', async () => {
		const store = new MemoryKeptStore();
		const sent = [{ ...one, note: 'look at the tables' }, 'nonsense'];
		const first = await tab('aaaa', store);
		first.list.begin(sent);
		await settled();
		expect(first.list.entries).toEqual([{ ...one, note: 'look at the tables' }]);
		first.list.clear();
		first.list.add(two);
		await settled();

		const again = await tab('aaaa', store);
		again.list.begin(sent);
		await settled();
		expect(again.list.entries).toEqual([two]);
		const unkept = await tab('aaaa', null);
		unkept.list.begin(sent);
		await settled();
		expect(unkept.list.entries).toHaveLength(1);
	});

	it('loses nothing that two tabs add at the same time, and both see it', async () => {
		const store = new MemoryKeptStore();
		const [here, there] = [await tab('a', store), await tab('a', store)];
		const entries = Array.from({ length: 40 }, (_, paperId) => ({ paperId, title: `Paper ${paperId}` }));
		for (const entry of entries) (entry.paperId % 2 ? here : there).list.add(entry);
		await settled();
		await Promise.all([here.belongings.reload(), there.belongings.reload()]);
		const ids = (list: ReadingList) => list.entries.map(({ paperId }) => paperId).sort((a, b) => a - b);
		expect(ids(here.list)).toEqual(entries.map(({ paperId }) => paperId));
		expect(here.list.entries).toEqual(there.list.entries);
	});

	it('keeps the changes of two tabs that know nothing of each other', async () => {
		const store = new MemoryKeptStore();
		const [{ list: here, belongings }, { list: there }] = [await tab('a', store), await tab('a', store)];
		here.add(one);
		there.add(two);
		await settled();
		here.mark(0, { note: 'of here' });
		there.mark(7, { starred: true });
		await settled();
		here.move(7, 0);
		there.add({ paperId: 9, title: 'Nine' });
		await settled();
		const all = [
			{ ...two, starred: true },
			{ ...one, note: 'of here' },
			{ paperId: 9, title: 'Nine' }
		];
		expect((await tab('a', store)).list.entries).toEqual(all);
		await belongings.reload();
		expect(here.entries).toEqual(all);
	});

	const many = [4, 1, 3, 2].map((paperId) => ({ paperId, title: `Paper ${paperId}` }));
	const order = (list: ReadingList) => list.entries.map(({ paperId }) => paperId);

	it('takes many at once, each once, with the reason and none of what is empty', async () => {
		const { list } = await tab('a', new MemoryKeptStore());
		list.add({ ...one, why: 'cited twice', note: '', read: false }, two, one);
		expect(list.entries).toEqual([{ ...one, why: 'cited twice' }, two]);
		list.mark(0, { note: 'x', read: true, starred: true });
		list.mark(0, { note: '', read: false });
		expect(list.entries[0]).toEqual({ ...one, why: 'cited twice', starred: true });
	});

	it('moves a paper to the place of another, up and down', async () => {
		const { list } = await tab('a', new MemoryKeptStore());
		list.add(...many);
		list.move(2, 1);
		expect(order(list)).toEqual([4, 2, 1, 3]);
		list.move(4, 1);
		expect(order(list)).toEqual([2, 1, 4, 3]);
		list.move(4, 77);
		list.move(77, 4);
		expect(order(list)).toEqual([2, 1, 4, 3]);
	});

	it('puts back what was taken off where it was, and nothing else', async () => {
		const store = new MemoryKeptStore();
		const { list } = await tab('a', store);
		list.add(...many);
		list.mark(3, { note: 'kept' });
		const removed = list.remove(4, 3);
		(await tab('a', store)).list.add(two);
		await settled();
		list.restore(removed);
		await settled();
		expect(order(list)).toEqual([4, 1, 3, 2, 7]);
		expect(list.entries[2]).toMatchObject({ note: 'kept' });
		const all = list.clear();
		expect(order(list)).toEqual([]);
		list.restore(all);
		list.restore(all);
		expect(order(list)).toEqual([4, 1, 3, 2, 7]);
	});

	it('lasts for the visit and says so where the browser keeps nothing', async () => {
		const refusing = new MemoryKeptStore();
		refusing.refusal = new Error('quota');
		for (const store of [refusing, null]) {
			const { list } = await tab('a', store);
			list.add(one);
			await settled();
			expect(list.entries).toEqual([one]);
			expect(list.kept).toBe(false);
		}
	});

	it('skips what is no entry', async () => {
		const store = new MemoryKeptStore();
		await store.change('a', 'reading-list', () => [
			{ paperId: 1.5, title: 'x' },
			null,
			3,
			{ paperId: 2, title: 'y', note: 3, read: 'yes', more: 1 }
		]);
		expect((await tab('a', store)).list.entries).toEqual([{ paperId: 2, title: 'y' }]);
		await store.change('a', 'reading-list', () => '{');
		expect((await tab('a', store)).list.entries).toEqual([]);
	});
});

describe('the colour scheme', () => {
	it('is the system’s until it is chosen, then remembered', () => {
		const store = memory();
		const scheme = new ColourScheme(store);
		expect(scheme.chosen).toBeNull();
		scheme.choose('dark');
		expect(new ColourScheme(store).chosen).toBe('dark');
		store.setItem(schemeKey, 'sepia');
		expect(new ColourScheme(store).chosen).toBeNull();
	});
});
