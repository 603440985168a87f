import { beforeEach, expect, it } from 'vitest';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { Datasets, type Opening } from '../../../src/lib/state/datasets.svelte.ts';
import type { DatasetReader } from '../../../src/lib/state/reader.ts';
import { MemoryKeptStore } from '../../support/memory-kept-store.ts';
import { sampleSite } from '../../support/site.ts';

const site = sampleSite();

/** A reader that notes when it ends. */
class FakeReader {
	isOpen = true;
	readonly reader = { close: async () => void (this.isOpen = false) } as DatasetReader;
}

function manifest(fingerprint: string, file: string): Manifest {
	return { ...sampleSite({ fingerprint, title: null }), inputs: [{ file }] } as unknown as Manifest;
}

const opening = (of: Manifest, { reader }: FakeReader): Opening => ({
	manifest: of,
	reader,
	reopen: async () => new FakeReader().reader,
	pack: async () => new Blob(),
	isToKeep: false
});

const described = { id: '1111222233334444', name: 'one.bib', keptAt: 1, papers: 3, themes: 1 };
const settled = () => new Promise((resolve) => setTimeout(resolve));

let siteReader: FakeReader;
let store: MemoryKeptStore;
let datasets: Datasets;
beforeEach(() => {
	store = new MemoryKeptStore();
	siteReader = new FakeReader();
	datasets = new Datasets({
		site,
		boot: async () => siteReader.reader,
		navigation: { push: () => {}, replace: () => {} },
		store
	});
});

it('shows the dataset that the address names, and the site’s own where it names none', async () => {
	const mine = new FakeReader();
	const { dashboard } = datasets.open(opening(manifest('1111222233334444', 'mine.bib'), mine));
	expect(datasets.shown).toBe(datasets.site);
	expect(dashboard.search).toBe('?d=1111222233334444&file=mine.bib');
	datasets.follow(dashboard.search);
	expect(datasets.shown).toBe(dashboard);
	expect(datasets.shownManifest({ fingerprint: 'own' }).fingerprint).toBe('1111222233334444');
	datasets.follow('');
	expect(datasets.shown).toBe(datasets.site);
	expect(datasets.shownManifest({ fingerprint: 'own' }).fingerprint).toBe('own');
	datasets.follow('?theme=3&d=1111222233334444&file=mine.bib');
	expect(datasets.shown).toBe(dashboard);
	expect(dashboard.filters.themes).toEqual([3]);
});

it('says which file a link to a dataset that is not open was made for', () => {
	datasets.follow('?d=1111222233334444&file=mine.bib');
	expect(datasets.shown).toBe(datasets.site);
	expect(datasets.site.foreign).toEqual({ fingerprint: '1111222233334444', file: 'mine.bib' });
});

it('ends the engine of the site while another dataset is shown, and of one that another replaces', async () => {
	await datasets.site.engine.start();
	const [first, second] = [new FakeReader(), new FakeReader()];
	const opened = datasets.open(opening(manifest('1111222233334444', 'one.bib'), first));
	await opened.dashboard.engine.start();
	expect(siteReader.isOpen).toBe(true);
	datasets.follow(opened.dashboard.search);
	expect(siteReader.isOpen).toBe(false);
	datasets.open(opening(manifest('5555666677778888', 'two.bib'), second));
	expect([first.isOpen, second.isOpen]).toEqual([false, true]);
	datasets.follow('?d=1111222233334444&file=one.bib');
	expect(datasets.shown).toBe(datasets.site);
	expect(datasets.site.foreign?.file).toBe('one.bib');
});

it('stores nothing more of what the list of kept datasets forgets while it is open, until it is brought back', async () => {
	const one = { ...opening(manifest('1111222233334444', 'one.bib'), new FakeReader()), isToKeep: true };
	const { dashboard, keeping } = datasets.open(one);
	dashboard.readingList.add({ paperId: 0, title: 'One' });
	await settled();
	expect(keeping.state.kind).toBe('kept');
	const forgotten = await datasets.kept.forget('1111222233334444');
	expect(keeping.state.kind).toBe('not');
	dashboard.readingList.add({ paperId: 1, title: 'Two' });
	await settled();
	expect([store.corpora.size, store.belongings.size]).toEqual([0, 0]);
	await datasets.kept.restore(forgotten!);
	await settled();
	expect(keeping.state.kind).toBe('kept');
	expect(dashboard.readingList.entries.map(({ title }) => title)).toEqual(['One']);
	dashboard.readingList.add({ paperId: 2, title: 'Three' });
	await settled();
	expect(await store.read('1111222233334444', 'reading-list')).toEqual(dashboard.readingList.entries);
});

it('heeds what another tab has done: it was not kept here for want of room, and is kept now', async () => {
	store.refusal = new Error('no room');
	const one = { ...opening(manifest('1111222233334444', 'one.bib'), new FakeReader()), isToKeep: true };
	const { keeping } = datasets.open(one);
	await settled();
	expect(keeping.state).toEqual({ kind: 'failed', reason: 'no room' });
	store.refusal = null;
	await store.put({ ...described, file: new Blob() });
	await datasets.heed({ kind: 'corpora' });
	expect(keeping.state.kind).toBe('kept');
});
