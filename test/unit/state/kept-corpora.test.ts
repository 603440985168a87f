import { afterEach, describe, expect, it, vi } from 'vitest';

import { Belongings } from '../../../src/lib/state/belongings.svelte.ts';
import { Keeping } from '../../../src/lib/state/keeping.svelte.ts';
import { KeptCorpora } from '../../../src/lib/state/kept-corpora.svelte.ts';
import { browserKept, type KeptCorpus } from '../../../src/lib/state/kept-store.ts';
import { ReadingList } from '../../../src/lib/state/reading-list.svelte.ts';
import { MemoryKeptStore } from '../../support/memory-kept-store.ts';

const corpus = (id: string, keptAt: number): KeptCorpus => ({
	id,
	name: `Corpus ${id}`,
	keptAt,
	papers: 3,
	themes: 1,
	file: new Blob(['zip'])
});

const settled = () => new Promise((resolve) => setTimeout(resolve));

afterEach(() => void vi.unstubAllGlobals());

describe('kept corpora', () => {
	it('are listed newest first, renamed, replaced, forgotten and brought back with what belongs to them', async () => {
		const store = new MemoryKeptStore();
		const kept = new KeptCorpora(store);
		await kept.keep(corpus('a', 1));
		await kept.keep(corpus('b', 2));
		expect(kept.all.map(({ id }) => id)).toEqual(['b', 'a']);
		expect([
			await kept.rename('a', '  Seals '),
			await kept.rename('a', ' '),
			await kept.rename('c', 'x')
		]).toEqual([true, false, false]);
		await kept.keep(corpus('b', 3));
		expect(kept.all.map(({ name, keptAt }) => [name, keptAt])).toEqual([
			['Corpus b', 3],
			['Seals', 1]
		]);
		await store.change('b', 'view', () => '?q=seals');
		const forgotten = await kept.forget('b');
		expect(kept.all.map(({ id }) => id)).toEqual(['a']);
		expect(await store.read('b', 'view')).toBeUndefined();
		expect(await kept.restore(forgotten!)).toBe(true);
		expect(kept.all.map(({ id }) => id)).toEqual(['b', 'a']);
		expect(await store.read('b', 'view')).toBe('?q=seals');
	});

	it('say plainly that there is no room, or that the browser keeps nothing', async () => {
		const refusing = (name: string) =>
			vi.stubGlobal('indexedDB', {
				open: () => {
					throw new DOMException('refused', name);
				}
			});
		const kept = new KeptCorpora(browserKept());
		refusing('QuotaExceededError');
		await expect(kept.keep(corpus('a', 1))).rejects.toThrow(
			/no room left for this site\. Forget papers that are kept here, or save/
		);
		refusing('SecurityError');
		await expect(kept.keep(corpus('a', 1))).rejects.toThrow(
			/does not keep anything for this site \(refused\)/
		);
		const quiet = new KeptCorpora(browserKept());
		await quiet.load();
		expect([quiet.all, quiet.problem, quiet.isLoaded]).toEqual([[], null, true]);
	});
});

/** A tab that has opened a dataset. */
function tab(store: MemoryKeptStore, isToKeep: boolean) {
	const kept = new KeptCorpora(store);
	const belongings = new Belongings('a', isToKeep ? store : null);
	const list = new ReadingList(belongings);
	const host = { packs: 0, fails: false };
	const pack = async () => {
		host.packs++;
		await Promise.resolve();
		if (host.fails) throw new Error('no memory');
		return new Blob(['zip']);
	};
	const described = { id: 'a', name: 'mine.bib', papers: 3, themes: 1 };
	return { kept, list, host, keeping: new Keeping({ described, pack, kept, belongings }) };
}

describe('the keeping of an opened dataset', () => {
	const one = { paperId: 0, title: 'A survey of surveys' };

	it('packs it once, forgets it with what belongs to it, and keeps both again', async () => {
		const store = new MemoryKeptStore();
		const { keeping, list, host } = tab(store, true);
		list.add(one);
		const kept = Promise.all([keeping.keep(), keeping.keep(), keeping.file()]);
		expect(keeping.state.kind).toBe('keeping');
		await kept;
		expect([keeping.state.kind, host.packs, store.corpora.size]).toEqual(['kept', 1, 1]);
		await keeping.forget();
		expect([keeping.state.kind, store.corpora.size, store.belongings.size]).toEqual(['not', 0, 0]);
		list.add({ paperId: 1, title: 'Two' });
		await settled();
		expect([list.entries.length, list.kept, store.belongings.size]).toEqual([2, false, 0]);
		await keeping.keep();
		await settled();
		expect(host.packs).toBe(1);
		expect(await store.read('a', 'reading-list')).toEqual(list.entries);
		expect(list.kept).toBe(true);
	});

	it('stores nothing of a dataset that is not to be kept', async () => {
		const store = new MemoryKeptStore();
		const { keeping, list } = tab(store, false);
		list.add(one);
		await settled();
		expect([keeping.state.kind, store.corpora.size, store.belongings.size]).toEqual(['not', 0, 0]);
		await keeping.keep();
		await settled();
		expect(await store.read('a', 'reading-list')).toEqual([one]);
	});

	it('says why it failed, and tries again', async () => {
		const store = new MemoryKeptStore();
		const { keeping, host } = tab(store, true);
		host.fails = true;
		await keeping.keep();
		expect(keeping.state).toEqual({ kind: 'failed', reason: 'no memory' });
		host.fails = false;
		store.refusal = new Error('no room');
		await keeping.keep();
		expect(keeping.state).toEqual({ kind: 'failed', reason: 'no room' });
		store.refusal = null;
		await keeping.keep();
		expect([keeping.state.kind, host.packs]).toEqual(['kept', 2]);
	});

	it('takes the place of what an earlier version made of the same papers, under the name that it was given', async () => {
		const store = new MemoryKeptStore();
		await store.put({ ...corpus('a', 1), name: 'Seals', file: new Blob(['of before']) });
		const { keeping, kept } = tab(store, true);
		await kept.load();
		await keeping.keep();
		expect(store.corpora.get('a')?.name).toBe('Seals');
		expect(await store.corpora.get('a')?.file.text()).toBe('zip');
		store.refusal = new Error('no room');
		await keeping.keep();
		expect(keeping.state).toEqual({ kind: 'failed', reason: 'no room' });
	});

	it('follows what another tab forgets and keeps', async () => {
		const store = new MemoryKeptStore();
		const [here, there] = [tab(store, true), tab(store, true)];
		await here.keeping.keep();
		await there.kept.load();
		there.keeping.heed();
		there.list.add(one);
		await settled();
		await here.keeping.forget();
		await there.kept.load();
		there.keeping.heed();
		expect(there.keeping.state.kind).toBe('not');
		there.list.add({ paperId: 1, title: 'Two' });
		await settled();
		expect([there.list.entries.length, store.belongings.size]).toEqual([2, 0]);
	});
});
