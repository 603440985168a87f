import { beforeEach, describe, expect, it, vi } from 'vitest';

import { browserKept, type KeptChange, type KeptCorpus } from '../../../src/lib/state/kept-store.ts';

const done = <T>(request: IDBRequest<T>) =>
	new Promise<T>((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error as DOMException);
	});

const asItWas = IDBObjectStore.prototype.put;

const corpus = (id: string): KeptCorpus => ({
	id,
	name: `Corpus ${id}`,
	keptAt: 1,
	papers: 3,
	themes: 1,
	file: new Blob([`file of ${id}`])
});

beforeEach(async () => {
	localStorage.clear();
	await done(indexedDB.deleteDatabase('corpuscope'));
});

/** What version 1 left: datasets in the database, lists beside it. */
async function leaveEarlier(): Promise<void> {
	const request = indexedDB.open('corpuscope', 1);
	request.onupgradeneeded = () => void request.result.createObjectStore('corpora', { keyPath: 'id' });
	const database = await done(request);
	await done(database.transaction('corpora', 'readwrite').objectStore('corpora').put(corpus('a')));
	database.close();
}

describe('what the browser keeps', () => {
	const list = [{ paperId: 7, title: 'Two towers' }];

	it('is that of version 1, with its lists, which lie nowhere else any more', async () => {
		await leaveEarlier();
		localStorage.setItem('corpuscope:reading-list:a', JSON.stringify(list));
		localStorage.setItem('corpuscope:reading-list:b', '[{"paperId"');
		localStorage.setItem('corpuscope:colour-scheme', 'dark');
		const store = browserKept();
		expect((await store.all()).map(({ id }) => id)).toEqual(['a']);
		expect(await store.read('a', 'reading-list')).toEqual(list);
		expect(await store.read('b', 'reading-list')).toBeNull();
		expect(Object.keys(localStorage)).toEqual(['corpuscope:colour-scheme']);
		await store.remove('a');
		expect(await browserKept().read('a', 'reading-list')).toBeUndefined();
	});

	it('is forgotten and brought back with what belongs to it, and of others nothing', async () => {
		const store = browserKept();
		await store.put(corpus('a'));
		await store.put(corpus('ab'));
		await store.change('a', 'reading-list', () => list);
		await store.change('a', 'view', () => '?q=seals');
		await store.change('ab', 'view', () => '?q=whales');
		const own = await store.remove('a');
		expect([...own]).toEqual([
			['reading-list', list],
			['view', '?q=seals']
		]);
		expect((await store.all()).map(({ id }) => id)).toEqual(['ab']);
		expect(await store.read('ab', 'view')).toBe('?q=whales');
		await store.put(corpus('a'), own);
		const [back] = await store.all();
		expect(await back?.file.text()).toBe('file of a');
		expect(await store.read('a', 'reading-list')).toEqual(list);
	});

	it('is kept as bytes where the browser stores no blob, as private windows of WebKit do, and says so', async () => {
		const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
			this: IDBObjectStore,
			...args
		) {
			if ((args[0] as Partial<KeptCorpus>).file instanceof Blob) {
				throw new DOMException('Error preparing Blob/File data to be stored in object store', 'UnknownError');
			}
			return asItWas.apply(this, args);
		});
		try {
			const store = browserKept();
			await store.put(corpus('a'), new Map([['view', '?q=seals']]));
			const [kept] = await store.all();
			expect(await kept?.file.text()).toBe('file of a');
			expect(kept?.isPassing).toBe(true);
			expect(await store.read('a', 'view')).toBe('?q=seals');
			await store.put({ ...kept!, name: 'Another name' });
			expect((await store.all()).map(({ name }) => name)).toEqual(['Another name']);
		} finally {
			put.mockRestore();
		}
		await browserKept().put(corpus('b'));
		expect((await browserKept().all()).map(({ isPassing }) => isPassing)).toEqual([true, undefined]);
	});

	it('is changed by two tabs at once without loss, and each hears of the other', async () => {
		const [here, there] = [browserKept(), browserKept()];
		const heard: KeptChange[] = [];
		const leave = here.watch((change) => heard.push(change));
		const add = (paperId: number) => (stored: unknown) => [...((stored ?? []) as number[]), paperId];
		await Promise.all(
			Array.from({ length: 20 }, (_, at) => (at % 2 ? here : there).change('a', 'ids', add(at)))
		);
		const ids = (await here.read('a', 'ids')) as number[];
		expect(ids.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, at) => at));
		await there.put(corpus('a'));
		await expect.poll(() => heard).toHaveLength(11);
		expect(heard.slice(-2)).toEqual([{ kind: 'belonging', id: 'a' }, { kind: 'corpora' }]);
		leave();
	});
});
