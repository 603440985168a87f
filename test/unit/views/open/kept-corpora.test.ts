import { afterEach, describe, expect, it, vi } from 'vitest';

import { KeptCorpora } from '../../../../src/lib/views/pages/open/kept-corpora.svelte.ts';
import {
	browserCorpora,
	type KeptCorpus,
	type KeptStore
} from '../../../../src/lib/views/pages/open/kept-store.ts';

const corpus = (id: string, keptAt: number): KeptCorpus => ({
	id,
	name: `Corpus ${id}`,
	keptAt,
	papers: 3,
	themes: 1,
	file: new Blob(['zip'])
});

/** A store in memory, which a browser's own takes the place of in the end-to-end tests. */
function memoryStore(): KeptStore {
	const kept = new Map<string, KeptCorpus>();
	return {
		all: async () => [...kept.values()],
		put: async (entry) => void kept.set(entry.id, entry),
		remove: async (id) => void kept.delete(id)
	};
}

afterEach(() => void vi.unstubAllGlobals());

describe('kept corpora', () => {
	it('are listed newest first, renamed, replaced and deleted', async () => {
		const kept = new KeptCorpora(memoryStore());
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
		expect(await kept.remove('b')).toBe(true);
		expect(kept.all.map(({ id }) => id)).toEqual(['a']);
	});

	it('say plainly that there is no room, or that the browser keeps nothing', async () => {
		const refusing = (name: string) =>
			vi.stubGlobal('indexedDB', {
				open: () => {
					throw new DOMException('refused', name);
				}
			});
		const kept = new KeptCorpora(browserCorpora());
		refusing('QuotaExceededError');
		expect(await kept.keep(corpus('a', 1))).toBe(false);
		expect(kept.problem).toMatch(/no room left for this site\. Delete papers that are kept here, or save/);
		refusing('SecurityError');
		expect(await kept.keep(corpus('a', 1))).toBe(false);
		expect(kept.problem).toMatch(/does not keep anything for this site \(refused\)/);
		const quiet = new KeptCorpora(browserCorpora());
		await quiet.load();
		expect([quiet.all, quiet.problem]).toEqual([[], null]);
	});
});
