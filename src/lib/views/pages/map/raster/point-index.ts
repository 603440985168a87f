import { positionSteps, type Positions } from '../../../../queries/themes/positions.ts';

/** Cells along each side of the grid. */
const cells = 256;
const shift = 8;

/** The papers sorted by cells of a grid, so that what lies in a window is found without looking at the rest. */
export interface PointIndex extends Positions {
	/** Paper id of each point. */
	readonly id: Uint32Array;
	/** First point of each cell, row by row, and the number of points at the end. */
	readonly start: Uint32Array;
}

/** Sorts papers into cells (a counting sort: two passes). */
export function indexPoints({ x, y, theme, leaf }: Positions): PointIndex {
	const start = new Uint32Array(cells * cells + 1);
	const cellOf = (point: number) => ((y[point] as number) >> shift) * cells + ((x[point] as number) >> shift);
	for (let point = 0; point < x.length; point++) start[cellOf(point) + 1]!++;
	for (let cell = 0; cell < cells * cells; cell++) start[cell + 1]! += start[cell]!;
	const next = start.slice();
	const index: PointIndex = {
		x: new Uint16Array(x.length),
		y: new Uint16Array(x.length),
		theme: new Uint16Array(x.length),
		leaf: new Uint16Array(x.length),
		id: new Uint32Array(x.length),
		start
	};
	for (let point = 0; point < x.length; point++) {
		const place = next[cellOf(point)]!++;
		index.x[place] = x[point] as number;
		index.y[place] = y[point] as number;
		index.theme[place] = theme[point] as number;
		index.leaf[place] = leaf[point] as number;
		index.id[place] = point;
	}
	return index;
}

const cellAt = (share: number) =>
	Math.min(cells - 1, Math.max(0, Math.floor((share * positionSteps) / (1 << shift))));

/**
 * Runs of points that may lie in a part of the map: `visit(from, to)` for each, `to` exclusive. Points of the
 * cells at its edge that lie outside are among them.
 * @param from lower left corner, 0 to 1
 * @param to upper right corner
 */
export function eachRun(
	{ start }: PointIndex,
	from: readonly [number, number],
	to: readonly [number, number],
	visit: (from: number, to: number) => void
): void {
	if (to[0] < 0 || to[1] < 0 || from[0] > 1 || from[1] > 1) return;
	const [left, right] = [cellAt(from[0]), cellAt(to[0])];
	for (let row = cellAt(from[1]); row <= cellAt(to[1]); row++) {
		const first = start[row * cells + left] as number;
		const last = start[row * cells + right + 1] as number;
		if (last > first) visit(first, last);
	}
}
