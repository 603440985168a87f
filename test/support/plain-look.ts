import type { Look } from '../../src/lib/views/pages/map/raster/raster-protocol.ts';

/** A map on which nothing is asked for. */
export const plainLook: Omit<Look, 'palette'> = {
	colourOfTheme: [],
	classes: null,
	passing: null,
	periods: null,
	sizes: null,
	highlighted: null,
	window: null
};
