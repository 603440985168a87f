import type { ArrangedReader } from '../../../state/reader.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import { labelLines } from '../../../drawing/label-lines.ts';
import type { MapState } from './map-state.svelte.ts';
import { titledPapers } from './title-places.ts';

export interface PaperTitle {
	readonly id: number;
	readonly lines: readonly string[];
}

/** Titles on the map, and the side of the map from which on none covers another. */
interface ShownTitles {
	readonly side: number;
	readonly titles: readonly PaperTitle[];
}

/** Until the map has come to rest. */
const pause = 140;
/** Titles that are fetched at once. */
const most = 160;
/** Titles that are kept. */
const kept = 4000;
const none: ShownTitles = { side: Infinity, titles: [] };

/** The titles of prominent papers, chosen and fetched whenever the map has come to rest. */
export class Titles {
	shown = $state.raw<ShownTitles>(none);
	readonly #use: (signal: AbortSignal) => Promise<ArrangedReader>;
	readonly #answer = new Answer<ShownTitles>();
	/** Lines of the titles that were fetched, by paper shown. */
	#known: Record<number, readonly string[]> = {};
	#count = 0;
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(use: (signal: AbortSignal) => Promise<ArrangedReader>) {
		this.#use = use;
	}

	/**
	 * Chooses anew, after a pause in which nothing else is asked for.
	 * @param rank by paper shown, the most prominent highest
	 * @param papers that are visible on the whole map
	 */
	choose(map: MapState, rank: Int32Array, papers: number): void {
		clearTimeout(this.#timer);
		const { index, visible, view, frame } = map;
		if (!index) return;
		this.#timer = setTimeout(() => {
			const { ids, side } = titledPapers(index, visible, rank, papers, view, frame);
			void this.#fetch(map, ids.slice(0, most), side);
		}, pause);
	}

	async #fetch(map: MapState, ids: readonly number[], side: number): Promise<void> {
		if (ids.length === 0) {
			this.#answer.clear();
			this.shown = none;
			return;
		}
		await this.#answer.ask(async (signal) => {
			if (this.#count > kept) [this.#known, this.#count] = [{}, 0];
			const missing = ids.filter((id) => !this.#known[id]);
			const asked = missing.map((shown) => map.idOf(shown));
			const rows = await (await this.#use(signal)).papersById(asked, signal);
			for (const { paperId, title } of rows)
				this.#known[map.shownWith(paperId)!] = labelLines(title || 'Untitled', 25, 2);
			this.#count += rows.length;
			const titles = ids.flatMap((id) => {
				const lines = this.#known[id];
				return lines ? [{ id, lines }] : [];
			});
			return (this.shown = { side, titles });
		});
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#answer.clear();
	}
}
