import type { PointIndex } from './point-index.ts';
import { fadedClass, noPeriod, type Look } from './raster-protocol.ts';

/** How the points of an index look, in their order. */
export interface PointPaint {
	/** 1 for points in colour. */
	readonly shown: Uint8Array;
	/** Place in the palette. */
	readonly colour: Uint16Array;
	readonly size: Uint8Array | null;
	/**
	 * Papers that pass the filters and have a colour, whatever theme is pointed at; of those what the periods of the time
	 * slider would hold on average, so that dots and shading keep their measure while it plays.
	 */
	readonly papers: number;
	/** Whether a point is faded. */
	readonly isPart: boolean;
}

/** Colour of each point: that of its class, else that of its theme. */
function coloursOf({ id, theme }: PointIndex, { classes, colourOfTheme }: Look): Uint16Array {
	if (classes) return Uint16Array.from(id, (paper) => classes[paper] as number);
	const byTheme = new Uint16Array(65_536);
	for (const [themeId, colour] of colourOfTheme) byTheme[themeId] = colour;
	return Uint16Array.from(theme, (themeId) => byTheme[themeId] as number);
}

export function paintPoints(index: PointIndex, look: Look): PointPaint {
	const { passing, classes, periods, sizes, window, highlighted } = look;
	const { id, theme } = index;
	const shown = new Uint8Array(id.length);
	let papers = 0;
	let inColour = 0;
	for (let point = 0; point < shown.length; point++) {
		const paper = id[point] as number;
		if (passing !== null && passing[paper] !== 1) continue;
		if (classes !== null && classes[paper] === fadedClass) continue;
		papers++;
		if (highlighted !== null && theme[point] !== highlighted) continue;
		if (window !== null && periods !== null) {
			const period = periods[paper] as number;
			if (period === noPeriod || period < window[0] || period > window[1]) continue;
		}
		shown[point] = 1;
		inColour++;
	}
	return {
		shown,
		colour: coloursOf(index, look),
		size: sizes && Uint8Array.from(id, (paper) => sizes[paper] as number),
		papers: window === null ? papers : papers * ((window[1] - window[0] + 1) / window[2]),
		isPart: inColour < shown.length
	};
}
