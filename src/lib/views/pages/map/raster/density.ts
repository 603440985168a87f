import type { Frame, MapView } from './view.ts';
import { stretchOf } from './view.ts';

/** Where density steps up, as multiples of what an even spread over the whole map would be; each is twice the last. */
export const densitySteps = [0.5, 1, 2, 4, 8, 16] as const;
/** How strong each step is, from below the first to the last. */
const strengths = [0, 0.13, 0.24, 0.36, 0.49, 0.63, 0.78] as const;

/** Cells to each side that the passes of smoothing reach; together they come near to a bell of 1.83 cells (7.3 pixels of the page). */
const reaches = [2, 1, 1] as const;
const padding = reaches.reduce((sum, reach) => sum + reach, 0);
/** Pixels of the page along each side of a cell. */
const cellSide = 4;

/** How strong a density is shaded, 0 to 1. @param density as a multiple of an even spread */
export function strengthOf(density: number): number {
	let step = 0;
	while (step < densitySteps.length && density >= (densitySteps[step] as number)) step++;
	return strengths[step] as number;
}

/** Numbers of each cell that are smoothed: papers, and the sums of their red, green and blue. */
const parts = 4;

/**
 * Papers by place in cells that stay where they are on the map while it is moved, with the colours of the papers, smoothed.
 */
export class DensityField {
	readonly columns: number;
	readonly rows: number;
	/** Pixels of the picture along each side of a cell. */
	readonly cell: number;
	/** By cell: papers, and the sums of their red, green and blue. */
	readonly sums: Float32Array;
	/** Cells from the left and upper edge of the picture to those of the field, negative. */
	left = 0;
	top = 0;
	/** By cell: how strong the shade is, 0 to 1, and the mean red, green and blue. */
	readonly #strength: Float32Array;
	readonly #colour: Uint8ClampedArray;
	readonly #scratch: Float32Array;
	/** Sums along the columns of `parts`, and a row beyond the edge, where no papers lie. */
	readonly #running: Float64Array;
	readonly #beyond: Float32Array;
	/** Papers in a cell if they were spread evenly. */
	#even = 1;

	constructor(frame: Frame, ratio: number) {
		this.cell = cellSide * ratio;
		this.columns = Math.ceil(frame.width / this.cell) + 2 * padding + 2;
		this.rows = Math.ceil(frame.height / this.cell) + 2 * padding + 2;
		const cells = this.columns * this.rows;
		[this.sums, this.#scratch] = [new Float32Array(cells * parts), new Float32Array(cells * parts)];
		[this.#strength, this.#colour] = [new Float32Array(cells), new Uint8ClampedArray(cells * 3)];
		this.#running = new Float64Array(this.columns * parts);
		this.#beyond = new Float32Array(this.columns * parts);
	}

	/** Pixels beyond the window within which papers count. */
	get reach(): number {
		return padding * this.cell;
	}

	/** Begins anew for what a view shows. @param papers of the whole map that an even spread is of */
	begin(view: MapView, frame: Frame, papers: number): void {
		this.sums.fill(0);
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
		const at = (row * this.columns + column) * parts;
		this.sums[at]! += 1;
		this.sums[at + 1]! += red;
		this.sums[at + 2]! += green;
		this.sums[at + 3]! += blue;
	}

	/** Smooths what was added: moving means each way (Wells 1986). */
	smooth(): void {
		for (const reach of reaches) {
			this.#across(reach, this.sums, this.#scratch);
			this.#down(reach, this.#scratch, this.sums);
		}
	}

	/** A row of the field, empty beyond its edges. */
	#row(of: Float32Array, row: number): Float32Array {
		const length = this.columns * parts;
		return row < 0 || row >= this.rows ? this.#beyond : of.subarray(row * length, (row + 1) * length);
	}

	/** Means over neighbours in a row; the four sums do not wait for each other. */
	#across(reach: number, from: Float32Array, to: Float32Array): void {
		const length = this.columns * parts;
		const width = 2 * reach + 1;
		const [ahead, back] = [reach * parts, (reach + 1) * parts];
		for (let row = 0; row < this.rows; row++) {
			const start = row * length;
			let [papers, red, green, blue] = [0, 0, 0, 0];
			for (let at = -ahead; at < length; at += parts) {
				if (at + ahead < length) {
					const next = start + at + ahead;
					papers += from[next] as number;
					red += from[next + 1] as number;
					green += from[next + 2] as number;
					blue += from[next + 3] as number;
				}
				if (at >= back) {
					const last = start + at - back;
					papers -= from[last] as number;
					red -= from[last + 1] as number;
					green -= from[last + 2] as number;
					blue -= from[last + 3] as number;
				}
				if (at < 0) continue;
				to[start + at] = papers / width;
				to[start + at + 1] = red / width;
				to[start + at + 2] = green / width;
				to[start + at + 3] = blue / width;
			}
		}
	}

	/** Means over neighbours in a column, row by row so that memory is read in its order. */
	#down(reach: number, from: Float32Array, to: Float32Array): void {
		const sums = this.#running.fill(0);
		const width = 2 * reach + 1;
		for (let row = -reach; row < this.rows; row++) {
			const next = this.#row(from, row + reach);
			const last = this.#row(from, row - reach - 1);
			for (let at = 0; at < sums.length; at++) {
				sums[at] = (sums[at] as number) + (next[at] as number) - (last[at] as number);
			}
			if (row < 0) continue;
			const means = this.#row(to, row);
			for (let at = 0; at < sums.length; at++) means[at] = (sums[at] as number) / width;
		}
	}

	/** Makes shades of the densities: how strong each cell is, and in which colour. */
	shade(): void {
		const [sums, strength, colour] = [this.sums, this.#strength, this.#colour];
		for (let cell = 0; cell < strength.length; cell++) {
			const papers = sums[cell * parts] as number;
			strength[cell] = papers > 0 ? strengthOf(papers / this.#even) : 0;
			if (papers <= 0) continue;
			for (let part = 0; part < 3; part++) {
				colour[cell * 3 + part] = (sums[cell * parts + 1 + part] as number) / papers;
			}
		}
	}

	/** Shades each pixel of a picture: as strong as the four cells around it, in the colour of the nearest. */
	lay(pixels: Uint8ClampedArray, { width, height }: Frame, shade: number): void {
		const [strength, colour, columns] = [this.#strength, this.#colour, this.columns];
		const across = placesIn(width, this.cell, this.left);
		const down = placesIn(height, this.cell, this.top);
		const between = new Float64Array(columns);
		for (let y = 0, at = 0; y < height; y++) {
			const upper = (down.cells[y] as number) * columns;
			const lower = upper + columns;
			const v = down.shares[y] as number;
			for (let column = 0; column < columns; column++) {
				const above = strength[upper + column] as number;
				between[column] = (above + ((strength[lower + column] as number) - above) * v) * shade * 255;
			}
			const row = v < 0.5 ? upper : lower;
			for (let x = 0; x < width; x++, at += 4) {
				const column = across.cells[x] as number;
				const u = across.shares[x] as number;
				const before = between[column] as number;
				const alpha = before + ((between[column + 1] as number) - before) * u;
				if (alpha === 0) continue;
				const nearest = (row + column + (u < 0.5 ? 0 : 1)) * 3;
				pixels[at] = colour[nearest] as number;
				pixels[at + 1] = colour[nearest + 1] as number;
				pixels[at + 2] = colour[nearest + 2] as number;
				pixels[at + 3] = alpha;
			}
		}
	}
}

/** Where pixels along one axis lie among the cells of a field: the cell before each, and how far it is beyond its middle. */
function placesIn(pixels: number, cell: number, edge: number): { cells: Int32Array; shares: Float32Array } {
	const [cells, shares] = [new Int32Array(pixels), new Float32Array(pixels)];
	for (let pixel = 0; pixel < pixels; pixel++) {
		const at = (pixel + 0.5) / cell - edge - 0.5;
		cells[pixel] = Math.floor(at);
		shares[pixel] = at - Math.floor(at);
	}
	return { cells, shares };
}
