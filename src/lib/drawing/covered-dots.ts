import type { Covered } from './name-ranges.ts';

/** Dots up to which it is counted how many of them a name covers: more of them lie everywhere. */
export const mostCounted = 3000;

/**
 * Counts the dots that a name covers.
 * @param x 0 to `steps` across the map, as `y` upwards
 * @param stretch how much wider than high the map is
 * @returns 0 for any name where there are more dots than are counted
 */
export function coveredDots(
	{ x, y }: { readonly x: Uint16Array; readonly y: Uint16Array },
	steps: number,
	stretch: number
): Covered {
	if (x.length > mostCounted) return () => 0;
	return ({ anchor, offset, width, height }, side) => {
		const [across, up] = [anchor[0] * side * stretch + offset[0], anchor[1] * side - offset[1]];
		let dots = 0;
		for (let dot = 0; dot < x.length; dot++) {
			const isUnder =
				Math.abs((x[dot]! / steps) * side * stretch - across) < width / 2 &&
				Math.abs((y[dot]! / steps) * side - up) < height / 2;
			if (isUnder) dots++;
		}
		return dots;
	};
}
