import type { Manifest } from '../dataset/manifest.ts';
import { datasetOf } from './address.ts';
import { DashboardState, type DashboardParts } from './dashboard.svelte.ts';
import type { Boot } from './engine-session.svelte.ts';
import { Keeping, type Pack } from './keeping.svelte.ts';
import { KeptCorpora } from './kept-corpora.svelte.ts';
import type { KeptChange } from './kept-store.ts';
import type { DatasetReader } from './reader.ts';
import { corpusName, siteOf } from './site.ts';

/** A dataset that the visitor opened in this tab. */
export interface OpenedDataset {
	readonly manifest: Manifest;
	readonly keeping: Keeping;
	readonly dashboard: DashboardState;
}

/** What a dataset that is to be opened consists of. */
export interface Opening {
	manifest: Manifest;
	/** Its engine, which has begun. */
	reader: DatasetReader;
	/** Opens it as one file in another engine, when that one has died. */
	reopen: (file: Blob, ...boot: Parameters<Boot<DatasetReader>>) => Promise<DatasetReader>;
	/** Makes it one file. */
	pack: Pack;
	/** Whether it is to be kept in the browser. */
	isToKeep: boolean;
}

/**
 * The site's dataset and the one that the visitor opened, if any. Which of them is shown is a matter of the address:
 * the one that it names, and the site's own where it names none or a stranger.
 */
export class Datasets {
	readonly site: DashboardState;
	/** The datasets that the browser keeps. */
	readonly kept: KeptCorpora;
	readonly #parts: DashboardParts;
	#opened = $state.raw<OpenedDataset | null>(null);
	#isOpenedShown = $state(false);
	/** Ends the engine of the opened dataset, also where nobody has asked it for anything. */
	#end: () => void = () => {};

	constructor(parts: DashboardParts) {
		this.#parts = parts;
		this.kept = new KeptCorpora(parts.store, () => this.#opened?.keeping.heed());
		this.site = new DashboardState(parts);
	}

	get opened(): OpenedDataset | null {
		return this.#opened;
	}

	readonly shown: DashboardState = $derived.by(() =>
		this.#isOpenedShown && this.#opened ? this.#opened.dashboard : this.site
	);

	/** Takes over the state of an address that did not come from the page itself. */
	follow(search: string): void {
		const named = datasetOf(search);
		this.#isOpenedShown = named !== null && named === this.#opened?.manifest.fingerprint;
		this.shown.follow(search);
		// Two engines at once would take more memory than the papers.
		if (this.#isOpenedShown) void this.site.engine.close();
	}

	/** The manifest of the dataset that is shown. */
	shownManifest<M extends Partial<Manifest>>(own: M): M | Manifest {
		return this.#isOpenedShown && this.#opened ? this.#opened.manifest : own;
	}

	/** Puts a dataset in the place of the one opened before, whose engine ends. Its address shows it. */
	open({ manifest, reader, reopen, pack, isToKeep }: Opening): OpenedDataset {
		this.close();
		const site = siteOf(manifest, true);
		const { fingerprint: id, counts } = site;
		const isKept = this.kept.find(id) !== undefined;
		let begun: DatasetReader | null = reader;
		const dashboard: DashboardState = new DashboardState({
			...this.#parts,
			site,
			store: isToKeep || isKept ? this.#parts.store : null,
			boot: async (report, signal) => {
				const first = begun;
				begun = null;
				return first ?? reopen(await keeping.file(), report, signal);
			}
		});
		const described = { id, name: corpusName(site), papers: counts.papers, themes: counts.themes };
		const keeping: Keeping = new Keeping({
			described,
			pack,
			kept: this.kept,
			belongings: dashboard.belongings
		});
		if (isToKeep) void keeping.keep();
		this.#end = () => {
			void begun?.close();
			begun = null;
			void dashboard.engine.close();
		};
		this.#opened = { manifest, keeping, dashboard };
		return this.#opened;
	}

	/** Takes over what another tab has changed; all of it, where it is not known what. */
	async heed(change?: KeptChange): Promise<void> {
		if (change?.kind !== 'belonging') await this.kept.load();
		if (change?.kind === 'corpora') return;
		for (const { belongings } of [this.site, ...(this.#opened ? [this.#opened.dashboard] : [])]) {
			if (!change || change.id === belongings.id) await belongings.reload();
		}
	}

	/** Closes the opened dataset. */
	close(): void {
		this.#opened = null;
		this.#isOpenedShown = false;
		this.#end();
		this.#end = () => {};
	}
}
