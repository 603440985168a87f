import type { Positions } from '../../../queries/themes/positions.ts';
import type { PointIndex } from './point-index.ts';
import type { ThemeCentre } from './theme-centres.ts';
import type { Frame, MapView } from './view.ts';

/** The colours of the page that a picture is drawn in: red, green and blue, 0 to 255. */
export interface Palette {
	/** Flat triples: the neutral colour first, then the palette of the themes. */
	readonly colours: Uint8Array;
	readonly faded: readonly [number, number, number];
}

/** What the points look like, beside where they are. */
export interface Look {
	readonly palette: Palette;
	/** Place among the colours of each theme. */
	readonly slots: readonly (readonly [themeId: number, colour: number])[];
	/** By paper id, 1 for papers that pass the filters; `null` for all. */
	readonly passing: Uint8Array | null;
	/** The theme that alone keeps its colour. */
	readonly highlighted: number | null;
}

export type RasterRequest =
	| { kind: 'load'; positions: Positions }
	| { kind: 'look'; look: Look }
	/** `ratio`: pixels of the picture for each pixel of the page. */
	| { kind: 'draw'; number: number; view: MapView; frame: Frame; ratio: number };

/** A finished picture of what `view` shows in `frame`. */
export interface Picture {
	readonly bitmap: ImageBitmap;
	readonly view: MapView;
	readonly frame: Frame;
}

export type RasterResponse =
	| { kind: 'loaded'; index: PointIndex; centres: ThemeCentre[] }
	| { kind: 'picture'; number: number; picture: Picture };
