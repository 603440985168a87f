import { fixedPoint } from './fixed-point.ts';

/** Cells along each side. */
const cells = 24;
const cellOf = (at: number) => Math.max(0, Math.min(cells - 1, Math.floor(at * cells)));

/** Points, and sums of their two coordinates, of each cell. */
export type DensityState = readonly [counts: Float64Array, x: Float64Array, y: Float64Array];

/** Points of the unit square, counted and added up by the cells of a grid: where most of them lie. */
export class DensityGrid {
	readonly #counts = new Float64Array(cells * cells);
	readonly #x = new Float64Array(cells * cells);
	readonly #y = new Float64Array(cells * cells);

	/** @param x 0 to 1, as `y` */
	add(x: number, y: number): void {
		const cell = cellOf(y) * cells + cellOf(x);
		this.#counts[cell]! += 1;
		this.#x[cell]! += fixedPoint(x);
		this.#y[cell]! += fixedPoint(y);
	}

	/** Adds all points of another grid. */
	addAll(other: DensityGrid): void {
		this.addState(other.state());
	}

	/** What has been counted, to be added to another grid. */
	state(): DensityState {
		return [this.#counts, this.#x, this.#y];
	}

	addState(state: DensityState): void {
		for (const [place, sums] of [this.#counts, this.#x, this.#y].entries()) {
			for (let cell = 0; cell < sums.length; cell++) sums[cell]! += state[place]![cell]!;
		}
	}

	/**
	 * Mean of the points in the fullest cell and the eight around it: a mean of all would lie between the parts of a
	 * heap that has several. `null` without points.
	 */
	centre(): [x: number, y: number] | null {
		return this.centres(1)[0] ?? null;
	}

	/**
	 * The centre and other places where many of the points lie, the fullest first: none in a cell that touches that of
	 * one before it, and none with less than a third of the points around the centre.
	 */
	centres(most: number): [x: number, y: number][] {
		const points = [...this.#counts.keys()]
			.filter((cell) => this.#counts[cell]! > 0)
			.map((cell) => ({ cell, points: around(this.#counts, cell) }))
			.sort((a, b) => b.points - a.points || a.cell - b.cell);
		const chosen: number[] = [];
		for (const { cell, points: some } of points) {
			if (chosen.length === most || some * 3 < points[0]!.points) break;
			if (!chosen.some((other) => touch(cell, other))) chosen.push(cell);
		}
		return chosen.map((cell) => {
			const count = around(this.#counts, cell);
			return [around(this.#x, cell) / count, around(this.#y, cell) / count];
		});
	}

	/** Points in the cell of a place and the eight around it. */
	near([x, y]: readonly [x: number, y: number]): number {
		return around(this.#counts, cellOf(y) * cells + cellOf(x));
	}

	/** Half the side of a square as large as the fewest cells that hold a share of the points: how far these reach. */
	reach(share: number): number {
		const sorted = [...this.#counts].sort((a, b) => b - a);
		const wanted = share * sorted.reduce((sum, count) => sum + count, 0);
		let [held, used] = [0, 0];
		while (held < wanted) held += sorted[used++]!;
		return Math.sqrt(used) / (2 * cells);
	}
}

const touch = (a: number, b: number) =>
	Math.abs(Math.floor(a / cells) - Math.floor(b / cells)) <= 1 && Math.abs((a % cells) - (b % cells)) <= 1;

/** Sum over a cell and the eight around it. */
function around(values: Float64Array, cell: number): number {
	const [row, column] = [Math.floor(cell / cells), cell % cells];
	let sum = 0;
	for (let y = Math.max(0, row - 1); y <= Math.min(cells - 1, row + 1); y++) {
		for (let x = Math.max(0, column - 1); x <= Math.min(cells - 1, column + 1); x++) {
			sum += values[y * cells + x]!;
		}
	}
	return sum;
}
