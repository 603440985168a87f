import type { Positions } from '../../../../queries/themes/positions.ts';
import type { GroupCentre } from './group-centres.ts';
import type { PointIndex } from './point-index.ts';
import type { Frame, MapView } from './view.ts';

/** The colours that a picture is drawn in: red, green and blue, 0 to 255. */
export interface Palette {
	/** Flat triples. */
	readonly colours: Uint8Array;
	readonly faded: readonly [number, number, number];
}

/** Where in the palette nothing is: papers of this class are faded. */
export const fadedClass = 255;

/** What is known of each paper, by paper id; `null` where it plays no part. Sent when it has changed. */
export interface Columns {
	/** Place in the palette, or `fadedClass`; without it, colours go by theme. */
	readonly classes: Uint8Array | null;
	/** 1 for papers that pass the filters; without it, all do. */
	readonly passing: Uint8Array | null;
	/** Period of the time slider; `noPeriod` for papers that have none. */
	readonly periods: Uint16Array | null;
	/** Place of the dot's size in `dotScales`. */
	readonly sizes: Uint8Array | null;
}

export const noPeriod = 65_535;

/** What the points look like, beside where they are. */
export interface Look extends Columns {
	readonly palette: Palette;
	/** Place in the palette of each theme. */
	readonly colourOfTheme: readonly (readonly [themeId: number, colour: number])[];
	/** The theme that alone keeps its colour. */
	readonly highlighted: number | null;
	/** First and last period that keep their colour, of so many; all papers do without it. */
	readonly window: readonly [first: number, last: number, of: number] | null;
}

/** What becomes of a look on its way to the worker: columns that it has already stay where they are. */
export type SentLook = Omit<Look, keyof Columns> & Partial<Columns>;

/** Which papers belong together: a group for each leaf of the theme tree, and who they are. */
export interface Grouping {
	/** By leaf; -1 for none. */
	readonly groupOfLeaf: readonly number[];
}

export type RasterRequest =
	| { kind: 'load'; positions: Positions; groupings: readonly Grouping[] }
	| { kind: 'look'; look: SentLook }
	/** `ratio`: pixels of the picture for each pixel of the page. */
	| { kind: 'draw'; number: number; view: MapView; frame: Frame; ratio: number };

/** A finished picture of what `view` shows in `frame`. */
export interface Picture {
	readonly bitmap: ImageBitmap;
	readonly view: MapView;
	readonly frame: Frame;
}

/** What the worker has found out about the points. */
export interface Loaded {
	readonly index: PointIndex;
	/** Of each grouping, largest group first. */
	readonly centres: readonly (readonly GroupCentre[])[];
}

export type RasterResponse =
	({ kind: 'loaded' } & Loaded) | { kind: 'picture'; number: number; picture: Picture };
