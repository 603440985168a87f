import type { ArrangedReader } from '../../../state/reader.ts';
import { Answer } from '../../../state/answer.svelte.ts';
import { labelLines } from '../../../drawing/label-lines.ts';
import type { MapState } from './map-state.svelte.ts';
import { textWidth } from '../../../drawing/ticks.ts';
import { stretchOf } from './raster/view.ts';
import { titledPapers, titlesAbove, type TitledPapers } from './title-places.ts';

export interface PaperTitle {
	readonly id: number;
	readonly lines: readonly string[];
	/** Pixels of its lines. */
	readonly width: number;
	readonly height: number;
	/** It stands above its dot, not below. */
	readonly isAbove: boolean;
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
/** Letters of a line. */
const lineLength = 25;
/** Pixels of letters, and from line to line. */
export const [titleSize, titleLeading] = [12, 15] as const;
const none: ShownTitles = { side: Infinity, titles: [] };

function measured(id: number, lines: readonly string[]): Omit<PaperTitle, 'isAbove'> {
	const width = Math.max(...lines.map((line) => textWidth(line, titleSize)));
	return { id, lines, width, height: lines.length * titleLeading };
}

/** The titles of prominent papers, chosen and fetched whenever the map has come to rest. */
export class Titles {
	shown = $state.raw<ShownTitles>(none);
	readonly #use: (signal: AbortSignal) => Promise<ArrangedReader>;
	readonly #answer = new Answer<ShownTitles>();
	/** Titles that were fetched, by paper shown. */
	#known: Record<number, string> = {};
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
			void this.#fetch(map, titledPapers(index, visible, rank, papers, view, frame));
		}, pause);
	}

	async #fetch(map: MapState, { ids: all, side, room }: TitledPapers): Promise<void> {
		const ids = all.slice(0, most);
		if (ids.length === 0) {
			this.#answer.clear();
			this.shown = none;
			return;
		}
		await this.#answer.ask(async (signal) => {
			if (this.#count > kept) [this.#known, this.#count] = [{}, 0];
			const missing = ids.filter((id) => this.#known[id] === undefined);
			const asked = missing.map((shown) => map.idOf(shown));
			const rows = await (await this.#use(signal)).papersById(asked, signal);
			for (const { paperId, title } of rows) this.#known[map.shownWith(paperId)!] = title || 'Untitled';
			this.#count += rows.length;
			const titles = ids.flatMap((id) => {
				const title = this.#known[id];
				return title === undefined ? [] : [measured(id, labelLines(title, lineLength, room.lines))];
			});
			const boxes = titles.map((title) => ({ ...title, place: map.placeOf(title.id) }));
			const above = map.index ? titlesAbove(map.index, boxes, side, stretchOf(map.frame)) : [];
			return (this.shown = {
				side,
				titles: titles.map((title, at) => ({ ...title, isAbove: above[at] ?? false }))
			});
		});
	}

	close(): void {
		clearTimeout(this.#timer);
		this.#answer.clear();
	}
}
