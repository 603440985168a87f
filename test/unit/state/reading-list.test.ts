import { describe, expect, it } from 'vitest';

import { ColourScheme, schemeKey } from '../../../src/lib/state/colour-scheme.svelte.ts';
import { ReadingList } from '../../../src/lib/state/reading-list.svelte.ts';
import type { KeyValueStore } from '../../../src/lib/state/storage.ts';

function memory(): KeyValueStore {
	const values = new Map<string, string>();
	return { getItem: (key) => values.get(key) ?? null, setItem: (key, value) => void values.set(key, value) };
}

const refusing: KeyValueStore = {
	getItem() {
		throw new Error('denied');
	},
	setItem() {
		throw new Error('quota');
	}
};

const opened = (fingerprint: string, store: KeyValueStore | null) => {
	const list = new ReadingList(fingerprint, store);
	list.reload();
	return list;
};

const one = { paperId: 0, title: 'A survey of surveys' };
const two = { paperId: 7, title: 'Two towers' };

describe('the reading list', () => {
	it('is kept for its dataset, in the order of adding, each paper once', () => {
		const store = memory();
		const list = new ReadingList('aaaa', store);
		list.add(two);
		list.add(one);
		list.add(two);
		expect(opened('aaaa', store).entries).toEqual([two, one]);
		expect(opened('bbbb', store).entries).toEqual([]);
		expect(list.has(0)).toBe(true);
		list.remove(7);
		expect(opened('aaaa', store).entries).toEqual([one]);
		list.clear();
		expect(opened('aaaa', store).entries).toEqual([]);
	});

	it('starts empty, as the page was prerendered', () => {
		const store = memory();
		new ReadingList('a', store).add(one);
		expect(new ReadingList('a', store).entries).toEqual([]);
	});

	it('sees what another tab stored', () => {
		const store = memory();
		const [here, there] = [new ReadingList('a', store), new ReadingList('a', store)];
		there.add(one);
		here.reload();
		expect(here.entries).toEqual([one]);
	});

	it('keeps the changes of two tabs that know nothing of each other', () => {
		const store = memory();
		const [here, there] = [opened('a', store), opened('a', store)];
		here.add(one);
		there.add(two);
		here.mark(0, { note: 'of here' });
		there.mark(7, { starred: true });
		here.move(7, 0);
		there.add({ paperId: 9, title: 'Nine' });
		expect(opened('a', store).entries).toEqual([
			{ ...two, starred: true },
			{ ...one, note: 'of here' },
			{ paperId: 9, title: 'Nine' }
		]);
		expect(here.entries).toHaveLength(2);
		here.reload();
		expect(here.entries).toEqual(there.entries);
	});

	const many = [4, 1, 3, 2].map((paperId) => ({ paperId, title: `Paper ${paperId}` }));
	const order = (list: ReadingList) => list.entries.map(({ paperId }) => paperId);

	it('takes many at once, each once, with the reason and none of what is empty', () => {
		const list = opened('a', memory());
		list.add({ ...one, why: 'cited twice', note: '', read: false }, two, one);
		expect(list.entries).toEqual([{ ...one, why: 'cited twice' }, two]);
		list.mark(0, { note: 'x', read: true, starred: true });
		list.mark(0, { note: '', read: false });
		expect(list.entries[0]).toEqual({ ...one, why: 'cited twice', starred: true });
	});

	it('moves a paper to the place of another, up and down', () => {
		const list = opened('a', memory());
		list.add(...many);
		list.move(2, 1);
		expect(order(list)).toEqual([4, 2, 1, 3]);
		list.move(4, 1);
		expect(order(list)).toEqual([2, 1, 4, 3]);
		list.move(4, 77);
		list.move(77, 4);
		expect(order(list)).toEqual([2, 1, 4, 3]);
	});

	it('puts back what was taken off where it was, and nothing else', () => {
		const store = memory();
		const list = opened('a', store);
		list.add(...many);
		list.mark(3, { note: 'kept' });
		const removed = list.remove(4, 3);
		opened('a', store).add(two);
		list.restore(removed);
		expect(order(list)).toEqual([4, 1, 3, 2, 7]);
		expect(list.entries[2]).toMatchObject({ note: 'kept' });
		const all = list.clear();
		expect(order(list)).toEqual([]);
		list.restore(all);
		list.restore(all);
		expect(order(list)).toEqual([4, 1, 3, 2, 7]);
	});

	it('lasts for the visit and says so where the browser keeps nothing', () => {
		for (const store of [refusing, null]) {
			const list = new ReadingList('a', store);
			list.add(one);
			expect(list.entries).toEqual([one]);
			expect(list.kept).toBe(false);
		}
	});

	it('skips what is no entry', () => {
		const store = memory();
		store.setItem(
			'corpuscope:reading-list:a',
			'[{"paperId":1.5,"title":"x"},null,3,{"paperId":2,"title":"y","note":3,"read":"yes","more":1}]'
		);
		expect(opened('a', store).entries).toEqual([{ paperId: 2, title: 'y' }]);
		store.setItem('corpuscope:reading-list:a', '{');
		expect(opened('a', store).entries).toEqual([]);
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
