import { getContext, setContext, type Component } from 'svelte';

import type { DataTable } from './model.ts';

/** A chart on the page, as far as it can be taken along. */
export interface FramedChart {
	readonly title: string;
	readonly headline: string;
	readonly caption: string;
	readonly description: string;
	readonly table: DataTable;
	/** The element that holds the drawing, once there is one. */
	drawing(): HTMLElement | null;
}

/** What the page around the charts offers them. */
export interface ChartHost {
	/** Takes a chart up while it is shown. @returns lets it go */
	add(chart: FramedChart): () => void;
	/** Those that are drawn, from the top of the page to its end. */
	drawn(): readonly FramedChart[];
	/** Takes up what the page says in sentences while it says it. @returns lets it go */
	tell(sentences: () => readonly string[]): () => void;
	/** What the page says now; none where it only shows. */
	told(): readonly string[];
	/** Saves a chart. */
	readonly SaveMenu: Component<{ chart: FramedChart }>;
}

const key = Symbol('chart host');

export function setChartHost(host: ChartHost): void {
	setContext(key, host);
}

/** `null` for charts that stand alone. */
export function getChartHost(): ChartHost | null {
	return getContext<ChartHost | undefined>(key) ?? null;
}

/** Gives a finer picture of a canvas than the screen's: `scale` pixels for each pixel of the page. */
export type FinePicture = (scale: number) => Promise<ImageBitmap>;

/** Canvases that can be drawn finer than they are. */
export const finePictures = new WeakMap<HTMLCanvasElement, FinePicture>();
