import { beforeEach, expect, it } from 'vitest';

import type { Manifest } from '../../../src/lib/dataset/manifest.ts';
import { Datasets, type Opening } from '../../../src/lib/state/datasets.svelte.ts';
import type { DatasetReader } from '../../../src/lib/state/reader.ts';
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

let siteReader: FakeReader;
let datasets: Datasets;
beforeEach(() => {
	siteReader = new FakeReader();
	datasets = new Datasets({
		site,
		boot: async () => siteReader.reader,
		navigation: { push: () => {}, replace: () => {} },
		store: null
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
