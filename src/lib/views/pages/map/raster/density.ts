import type { Frame, MapView } from './view.ts';
import { stretchOf } from './view.ts';

/** Where density steps up, as multiples of what an even spread over the whole map would be; each is twice the last. */
export const densitySteps = [0.5, 1, 2, 4, 8, 16] as const;
/** How strong each step is, from below the first to the last. */
const strengths = [0, 0.13, 0.24, 0.36, 0.49, 0.63, 0.78] as const;

/** Cells that one pass of smoothing reaches; three of them come near to a bell of 2.4 cells (7 pixels of the page). */
const radius = 2;
const width = 2 * radius + 1;
const passes = 3;
const padding = radius * passes;
/** Pixels of the page along each side of a cell. */
const cellSide = 3;

/** How strong a density is shaded, 0 to 1. @param density as a multiple of an even spread */
export function strengthOf(density: number): number {
	let step = 0;
	while (step < densitySteps.length && density >= (densitySteps[step] as number)) step++;
	return strengths[step] as number;
}

/**
 * Papers by place in cells that stay where they are on the map while it is moved, with the colours of the papers, smoothed.
 */
export class DensityField {
	readonly columns: number;
	readonly rows: number;
	/** Pixels of the picture along each side of a cell. */
	readonly cell: number;
	/** By cell: papers, and the sums of their red, green and blue; the means of these once they are shaded. */
	readonly papers: Float32Array;
	readonly red: Float32Array;
	readonly green: Float32Array;
	readonly blue: Float32Array;
	/** By cell: how strong the shade is, 0 to 1. */
	readonly strength: Float32Array;
	/** Cells from the left and upper edge of the picture to those of the field, negative. */
	left = 0;
	top = 0;
	readonly #scratch: Float32Array;
	readonly #sums: Float64Array;
	/** Papers in a cell if they were spread evenly. */
	#even = 1;

	constructor(frame: Frame, ratio: number) {
		this.cell = cellSide * ratio;
		this.columns = Math.ceil(frame.width / this.cell) + 2 * padding + 2;
		this.rows = Math.ceil(frame.height / this.cell) + 2 * padding + 2;
		const plane = () => new Float32Array(this.columns * this.rows);
		[this.papers, this.red, this.green, this.blue] = [plane(), plane(), plane(), plane()];
		[this.strength, this.#scratch] = [plane(), plane()];
		this.#sums = new Float64Array(this.columns);
	}

	/** Pixels beyond the window within which papers count. */
	get reach(): number {
		return padding * this.cell;
	}

	/** Begins anew for what a view shows. @param papers of the whole map that an even spread is of */
	begin(view: MapView, frame: Frame, papers: number): void {
		for (const plane of this.#planes()) plane.fill(0);
		const stretch = stretchOf(frame);
		const originX = frame.width / 2 - view.x * view.side * stretch;
		const originY = frame.height / 2 + view.y * view.side;
		const first = (origin: number) => Math.floor(-origin / this.cell) - padding;
		this.left = originX / this.cell + first(originX);
		this.top = originY / this.cell + first(originY);
		this.#even = (papers * this.cell * this.cell) / (view.side * view.side * stretch);
	}

	/** Adds a paper at a place of the picture, in pixels. */
	add(x: number, y: number, red: number, green: number, blue: number): void {
		const column = Math.floor(x / this.cell - this.left);
		const row = Math.floor(y / this.cell - this.top);
		if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return;
		const at = row * this.columns + column;
		this.papers[at]! += 1;
		this.red[at]! += red;
		this.green[at]! += green;
		this.blue[at]! += blue;
	}

	#planes(): readonly Float32Array[] {
		return [this.papers, this.red, this.green, this.blue];
	}

	/** Smooths what was added: three moving means each way (Wells 1986). */
	smooth(): void {
		for (const plane of this.#planes()) {
			for (let pass = 0; pass < passes; pass++) {
				this.#across(plane, this.#scratch);
				this.#down(this.#scratch, plane);
			}
		}
	}

	/** Means over neighbours in a row. */
	#across(from: Float32Array, to: Float32Array): void {
		const { columns, rows } = this;
		for (let row = 0; row < rows; row++) {
			const start = row * columns;
			let sum = 0;
			for (let at = 0; at < columns + radius; at++) {
				if (at < columns) sum += from[start + at] as number;
				if (at >= width) sum -= from[start + at - width] as number;
				if (at >= radius) to[start + at - radius] = sum / width;
			}
		}
	}

	/** Means over neighbours in a column, row by row so that memory is read in its order. */
	#down(from: Float32Array, to: Float32Array): void {
		const { columns, rows } = this;
		const sums = this.#sums.fill(0);
		for (let row = 0; row < rows + radius; row++) {
			const [next, last, out] = [row * columns, (row - width) * columns, (row - radius) * columns];
			for (let column = 0; column < columns; column++) {
				let sum = sums[column] as number;
				if (row < rows) sum += from[next + column] as number;
				if (row >= width) sum -= from[last + column] as number;
				sums[column] = sum;
				if (row >= radius) to[out + column] = sum / width;
			}
		}
	}

	/** Makes shades of the densities: how strong each cell is, and in which colour. */
	shade(): void {
		const { papers, red, green, blue, strength } = this;
		const least = densitySteps[0] * this.#even;
		for (let at = 0; at < papers.length; at++) {
			const count = papers[at] as number;
			if (!(count >= least) || count === 0) {
				strength[at] = 0;
				continue;
			}
			strength[at] = strengthOf(count / this.#even);
		}
		for (let at = 0; at < papers.length; at++) {
			const count = papers[at] as number;
			if (count <= 0) continue;
			red[at]! /= count;
			green[at]! /= count;
			blue[at]! /= count;
		}
	}
}
