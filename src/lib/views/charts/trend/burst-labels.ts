import type { LinePoint } from '../../../drawing/line-path.ts';

/** Where the word stands, in pixels: its middle, and its baseline. */
export interface BurstLabel {
	x: number;
	y: number;
}

interface Room {
	left: number;
	right: number;
	top: number;
}

const [width, height, gap] = [34, 13, 10];
/** Beside the ends of the axis, whose periods may be named above the drawing. */
const ends = 70;

/** A word above a peak that reaches the top stands over the drawing, not on the line. */
function leastY(x: number, { left, right, top }: Room): number {
	return x - left > ends && right - x > ends ? top - 6 : top + height;
}

/**
 * Places for the word that names the bursts of a chart: above the highest point of the longest stretches, where
 * it writes over no other.
 *
 * @param stretches the points of each burst
 * @param room where the drawing begins and ends; no word stands beside it
 */
export function burstLabels(
	stretches: readonly (readonly LinePoint[])[],
	room: Room,
	most = 3
): BurstLabel[] {
	const { left, right } = room;
	const placed: BurstLabel[] = [];
	const longest = [...stretches].sort((a, b) => b.length - a.length);
	for (const points of longest) {
		const drawn = points.filter((point): point is LinePoint & { y: number } => point.y !== null);
		const [first] = drawn;
		if (!first || placed.length === most) continue;
		const highest = drawn.reduce((best, point) => (point.y < best.y ? point : best), first);
		const x = Math.max(left + width / 2, Math.min(right - width / 2, highest.x));
		const y = Math.max(leastY(x, room), highest.y - gap);
		const isFree = placed.every(
			(other) => Math.abs(other.x - x) > width + 4 || Math.abs(other.y - y) > height
		);
		if (isFree) placed.push({ x, y });
	}
	return placed;
}
