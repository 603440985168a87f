import type { Manifest } from '../dataset/manifest.ts';
import { datasetOf } from './address.ts';
import { DashboardState, type DashboardParts } from './dashboard.svelte.ts';
import type { DatasetReader } from './reader.ts';
import { siteOf } from './site.ts';

/** A dataset that the visitor opened in this tab. */
export interface OpenedDataset {
	readonly manifest: Manifest;
	/** The files of the model's folder, by name. */
	readonly model: ReadonlyMap<string, Uint8Array>;
	readonly dashboard: DashboardState;
}

/**
 * The site's dataset and the one that the visitor opened, if any. Which of them is shown is a matter of the address:
 * the one that it names, and the site's own where it names none or a stranger.
 */
export class Datasets {
	readonly site: DashboardState;
	readonly #parts: DashboardParts;
	#opened = $state.raw<OpenedDataset | null>(null);
	#isOpenedShown = $state(false);

	constructor(parts: DashboardParts) {
		this.#parts = parts;
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
	open(manifest: Manifest, model: ReadonlyMap<string, Uint8Array>, reader: DatasetReader): OpenedDataset {
		this.close();
		const dashboard = new DashboardState({
			...this.#parts,
			site: siteOf(manifest, true),
			boot: () => Promise.resolve(reader)
		});
		const opened = { manifest, model, dashboard };
		this.#opened = opened;
		return opened;
	}

	/** Forgets the opened dataset. */
	close(): void {
		const opened = this.#opened;
		this.#opened = null;
		this.#isOpenedShown = false;
		void opened?.dashboard.engine.close();
	}
}
