import { beforeEach, describe, expect, it } from 'vitest';

import type { Manifest } from '../../../../src/lib/dataset/manifest.ts';
import { Datasets, type OpenedDataset } from '../../../../src/lib/state/datasets.svelte.ts';
import type { FillingDataset } from '../../../../src/lib/state/fill-dataset.ts';
import { noFilters } from '../../../../src/lib/queries/filters/filters.ts';
import type { DatasetReader } from '../../../../src/lib/state/reader.ts';
import { OpenSession } from '../../../../src/lib/views/parts/opening/open-session.svelte.ts';
import { WorkerError, type FilePreview, type PartOfCorpus } from '../../../../src/lib/worker/client.ts';
import { generatePapers } from '../../../support/generate-papers.ts';
import { savedInArrow } from '../../../support/saved-dataset.ts';
import { sampleSite } from '../../../support/site.ts';

const settled = () => new Promise((resolve) => setTimeout(resolve));
const readable: FilePreview = { parts: [], complete: true, problem: null, table: null };
const tabular: FilePreview = {
	...readable,
	problem: 'No column of titles or abstracts.',
	table: { called: 'column', columns: ['Kopf'], rows: [], guess: {} }
};
const manifest = {
	...sampleSite({ fingerprint: '1111222233334444' }),
	inputs: [{ file: 'mine.bib' }]
} as unknown as Manifest;
const file = (name: string) => new File(['text'], name);

/** Stands in for the worker and the engine, which other tests run: what the session does between them is held here. */
class Host {
	inserted: string[] = [];
	isEngineOpen = true;
	engineFails = false;
	shown: OpenedDataset[] = [];
	columns: unknown[] = [];
	signal: AbortSignal | undefined;
	parts: (PartOfCorpus | undefined)[] = [];
	/** Ends the showing of a dataset, where it does not end at once. */
	lead: (() => void) | null = null;
	/** Ends the opening of a saved dataset. */
	unpack: (reader: DatasetReader) => void = () => {};
	/** Which papers of the opened dataset pass its filters. */
	passing = new Uint8Array(0);
	readonly reader = {
		passing: async () => this.passing,
		overview: () => new Promise(() => {}),
		arranged: () => this.reader,
		close: async () => {}
	} as unknown as DatasetReader;
	/** Ends the build. */
	resolve: () => void = () => {};
	reject: (error: unknown) => void = () => {};

	readonly datasets = new Datasets({
		site: sampleSite(),
		boot: () => new Promise(() => {}),
		navigation: { push: () => {}, replace: () => {} },
		store: null
	});
	readonly session = new OpenSession({
		datasets: this.datasets,
		fill: async () => {
			if (this.engineFails) throw new Error('no WebAssembly here');
			return {
				insert: async (table, part) => void this.inserted.push(`${table} ${part}`),
				finish: async () => this.reader,
				close: async () => void (this.isEngineOpen = false)
			} as Partial<FillingDataset> as FillingDataset;
		},
		openSaved: () => new Promise((resolve) => (this.unpack = resolve)),
		show: (opened) => {
			this.shown.push(opened);
			return this.lead ? new Promise((resolve) => (this.lead = resolve)) : Promise.resolve();
		},
		preview: async (files, corpus, hear) => {
			this.columns.push(corpus.columns);
			files.forEach(({ name }, index) => {
				const isKnown = Object.keys(corpus.columns ?? {}).length > 0;
				if (name.endsWith('.csv')) hear(index, isKnown ? readable : tabular);
				else if (name.endsWith('.pdf')) hear(index, { ...readable, problem: 'a PDF' });
				else hear(index, readable);
			});
		},
		build: ({ onBatch, part }, { signal, onProgress } = {}) => {
			this.parts.push(part);
			this.signal = signal;
			onProgress?.({ stage: 'read', done: 3, total: null });
			onBatch({ table: 'papers', part: 0, arrow: new Uint8Array(1) });
			onBatch({ table: 'paper_texts', part: 2, arrow: new Uint8Array(1) });
			return new Promise((resolve, reject) => {
				this.resolve = () => resolve({ manifest, model: new Map() });
				this.reject = reject;
				signal?.addEventListener('abort', () => reject(new Error('aborted')));
			});
		}
	});
}

let host: Host;
beforeEach(() => (host = new Host()));

describe('opening papers', () => {
	it('leaves out what cannot be read and asks about what is not understood', async () => {
		const { session } = host;
		await session.add([file('a.bib'), file('b.pdf'), file('c.csv')]);
		await settled();
		expect(session.files.ready).toEqual([]);
		session.name({ Kopf: 'title' });
		await settled();
		expect(session.files.ready.map(({ name }) => name)).toEqual(['a.bib', 'c.csv']);
		expect(host.columns.at(-1)).toEqual({ Kopf: 'title' });
	});

	it('hands every batch over, in order, before it shows the dataset', async () => {
		const { session } = host;
		await session.add([file('a.bib')]);
		await settled();
		void session.start();
		await settled();
		expect(session.state).toMatchObject({ kind: 'building', progress: { stage: 'read', done: 3 } });
		host.resolve();
		await settled();
		expect(host.inserted).toEqual(['papers 0', 'paper_texts 2']);
		expect(host.shown.map((opened) => opened.manifest.fingerprint)).toEqual(['1111222233334444']);
		expect(session.state.kind).toBe('choosing');
		expect(host.isEngineOpen).toBe(true);
	});

	it('ends the worker and the engine on a cancel, keeps the files and shows nothing', async () => {
		const { session } = host;
		await session.add([file('a.bib')]);
		await settled();
		void session.start();
		await settled();
		session.cancel();
		expect(session.state.kind).toBe('choosing');
		await settled();
		expect(host.signal?.aborted).toBe(true);
		expect(host.isEngineOpen).toBe(false);
		expect(host.shown).toEqual([]);
		expect(session.state.kind).toBe('choosing');
		expect(session.files.ready).toHaveLength(1);
	});

	it('ends the engine of a saved dataset that arrives after a cancel, and shows nothing', async () => {
		const { session } = host;
		const saved = await savedInArrow(generatePapers(12, 3), 2);
		const bytes = [new Uint8Array(saved)];
		void session.add([new File(bytes, 'mine.corpuscope.zip')]);
		await expect.poll(() => session.state.kind).toBe('unpacking');
		await settled();
		session.cancel();
		let isOpen = true;
		host.unpack({ close: async () => void (isOpen = false) } as DatasetReader);
		await settled();
		expect([isOpen, host.shown, session.state.kind]).toEqual([false, [], 'choosing']);
	});

	it('can be cancelled until a dataset is shown, and not from then on', async () => {
		const { session } = host;
		host.lead = () => {};
		await session.add([file('a.bib')]);
		await settled();
		expect(session.canCancel).toBe(false);
		void session.start();
		await settled();
		expect(session.canCancel).toBe(true);
		host.resolve();
		await settled();
		expect([host.shown.length, session.canCancel]).toEqual([1, false]);
		session.cancel();
		expect(session.state.kind).toBe('building');
		host.lead();
		await settled();
		expect([host.datasets.opened, session.state.kind]).toEqual([host.shown[0], 'choosing']);
	});

	it('shows no kept dataset that was given up while its belongings were read', async () => {
		const { session } = host;
		const saved = new Blob([new Uint8Array(await savedInArrow(generatePapers(12, 3), 2))]);
		const kept = { id: '1', name: 'mine', papers: 12, themes: 2, keptAt: 0, file: saved };
		// A browser that takes its time to read what was added to the dataset.
		let read = () => {};
		const { datasets } = host;
		const open = datasets.open.bind(datasets);
		datasets.open = (opening) => {
			const opened = open(opening);
			opened.dashboard.belongings.reload = () => new Promise((resolve) => (read = resolve));
			return opened;
		};
		void session.openKept(kept, 'kept');
		await expect.poll(() => session.state.kind).toBe('unpacking');
		await settled();
		let isOpen = true;
		const reader = { ...host.reader, close: async () => void (isOpen = false) };
		host.unpack(reader as DatasetReader);
		await expect.poll(() => host.datasets.opened).not.toBeNull();
		session.cancel();
		read();
		await settled();
		expect([isOpen, host.shown, host.datasets.opened, session.state.kind]).toEqual([
			...[false, [], null],
			'choosing'
		]);
	});

	it('says why a build failed, with the account of what was read', async () => {
		const { session } = host;
		const account = { title: null, listed: null, inputs: [], rejections: [] };
		await session.add([file('a.bib')]);
		await settled();
		void session.start();
		await settled();
		host.reject(new WorkerError({ name: 'EmptyCorpusError', message: 'No usable paper.', account }));
		await settled();
		expect(session.state).toEqual({ kind: 'failed', reason: 'No usable paper.', account });
		expect(host.isEngineOpen).toBe(false);
	});

	it('says why when the engine does not start, and ends the build', async () => {
		host.engineFails = true;
		const { session } = host;
		await session.add([file('a.bib')]);
		await settled();
		void session.start();
		await settled();
		expect(session.state).toMatchObject({ kind: 'failed', reason: 'no WebAssembly here' });
		expect(host.signal?.aborted).toBe(true);
	});

	it('looks for themes in what filters leave, and in what they leave of that', async () => {
		const { session } = host;
		const build = async () => {
			void session.start();
			await settled();
			host.resolve();
			await settled();
		};
		const narrow = async (query: string, ...marks: number[]) => {
			host.passing = Uint8Array.from(marks);
			host.shown.at(-1)?.dashboard.setFilters({ ...noFilters, query });
			await session.narrow(new AbortController().signal);
		};
		session.add([file('a.bib')]);
		await settled();
		await build();
		await narrow('whales', 1, 0, 1, 1);
		session.choose({ themes: 3 });
		await build();
		await narrow('birds', 0, 1, 1);
		expect(session.choices.themes).toBe(3);
		expect([...(session.part?.marks ?? [])]).toEqual([0, 0, 1, 1]);
		expect(session.part?.stated).toEqual({ only: ['q=birds'], onlyOf: '1111222233334444' });
		expect(session.part?.notice).toMatch(/in 2 papers of 3: .*q=birds/);
		await build();
		expect(host.parts.map((part) => part && [...part.marks])).toEqual([
			undefined,
			[1, 0, 1, 1],
			[0, 0, 1, 1]
		]);
		await session.add([file('b.bib')]);
		expect(session.part).toBeNull();
	});
});
