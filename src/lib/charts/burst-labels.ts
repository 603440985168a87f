import type { LinePoint } from './line-path.ts';

/** Where the word stands, in pixels: its middle, and its baseline. */
export interface BurstLabel {
	x: number;
	y: number;
}

const [width, height, gap] = [34, 13, 10];

/**
 * Places for the word that names the bursts of a chart: above the highest point of the longest stretches, where
 * it writes over no other.
 *
 * @param stretches the points of each burst
 * @param left where the drawing begins; no word stands out of it
 */
export function burstLabels(
	stretches: readonly (readonly LinePoint[])[],
	{ left, right, top }: { left: number; right: number; top: number },
	most = 3
): BurstLabel[] {
	const placed: BurstLabel[] = [];
	const longest = [...stretches].sort((a, b) => b.length - a.length);
	for (const points of longest) {
		const drawn = points.filter((point): point is LinePoint & { y: number } => point.y !== null);
		const [first] = drawn;
		if (!first || placed.length === most) continue;
		const highest = drawn.reduce((best, point) => (point.y < best.y ? point : best), first);
		const x = Math.max(left + width / 2, Math.min(right - width / 2, highest.x));
		const y = Math.max(top + height, highest.y - gap);
		const isFree = placed.every(
			(other) => Math.abs(other.x - x) > width + 4 || Math.abs(other.y - y) > height
		);
		if (isFree) placed.push({ x, y });
	}
	return placed;
}
