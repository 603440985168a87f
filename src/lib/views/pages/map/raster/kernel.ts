/** A dot as the pixels around its middle, each with the share of it that the dot covers. */
export interface Kernel {
	readonly dx: Int16Array;
	readonly dy: Int16Array;
	readonly cover: Float32Array;
	/** Pixels that it reaches from its middle. */
	readonly reach: number;
}

/** A disc with a soft edge. @param radius in pixels; up to a half it is one pixel */
export function discKernel(radius: number): Kernel {
	const reach = Math.max(0, Math.ceil(radius - 0.5));
	const pixels: { dx: number; dy: number; cover: number }[] = [];
	for (let dy = -reach; dy <= reach; dy++) {
		for (let dx = -reach; dx <= reach; dx++) {
			const cover = Math.min(1, Math.max(0, radius + 0.5 - Math.sqrt(dx * dx + dy * dy)));
			if (cover > 0) pixels.push({ dx, dy, cover: reach === 0 ? 1 : cover });
		}
	}
	return {
		dx: Int16Array.from(pixels, ({ dx }) => dx),
		dy: Int16Array.from(pixels, ({ dy }) => dy),
		cover: Float32Array.from(pixels, ({ cover }) => cover),
		reach
	};
}

/** Radii of dots as multiples of the usual one, by place; their areas grow by the same factor. */
export const dotScales = [0.7, 1, 1.41, 2, 2.83, 4] as const;

/** How papers are drawn. */
export interface DotStyle {
	/** In pixels of the page. */
	radius: number;
	/** Of a single dot, 0 to 1; where more lie over each other less shines through. */
	opacity: number;
	/** How strongly density is shaded, 0 to 1. */
	shade: number;
}

/** Mean distances of papers in pixels: below the first dots are mere specks in the shading, above the second they stand alone. */
const [far, near] = [1.5, 24];
/** How strong specks are, as a share of a dot near by: a paper that lies alone is seen at any distance. */
const speck = 0.25;

/**
 * Dots as large as lets their mean distance be seen, over shaded density where they are near each other.
 * @param papers that are drawn in colour
 * @param side height of the whole map in pixels
 */
export function dotStyle(papers: number, side: number, stretch: number): DotStyle {
	const apart = Math.sqrt((side * side * stretch) / Math.max(1, papers));
	const radius = Math.min(5.5, Math.max(0.5, apart * 0.28));
	const share = Math.min(1, Math.max(0, (apart - far) / (near - far)));
	const nearness = Math.max(speck, Math.sqrt(share));
	return { radius, opacity: Math.min(0.9, 0.3 + radius * 0.22) * nearness, shade: 1 - share };
}
