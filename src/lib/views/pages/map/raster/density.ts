import type { Frame, MapView } from './view.ts';
import { stretchOf } from './view.ts';

/** Where density steps up, as multiples of what an even spread over the whole map would be; each is twice the last. */
export const densitySteps = [0.5, 1, 2, 4, 8, 16] as const;
/** How strong each step is, from below the first to the last. */
const strengths = [0, 0.13, 0.24, 0.36, 0.49, 0.63, 0.78] as const;
/** Share of a step over which its edge runs, so that it is not jagged. */
const edge = 0.06;

/** Cells that one pass of smoothing reaches; three of them come near to a bell of 3.5 cells (7 pixels of the page). */
const radius = 3;
const passes = 3;
const padding = radius * passes;
/** Pixels of the page along each side of a cell. */
const cellSide = 2;

/**
 * Papers by place in cells that stay where they are on the map while it is moved, with the colours of the papers, smoothed.
 */
export class DensityField {
	readonly columns: number;
	readonly rows: number;
	/** Pixels of the picture along each side of a cell. */
	readonly cell: number;
	/** Per cell: papers, and their red, green and blue. */
	readonly sums: Float32Array;
	readonly #scratch: Float32Array;
	/** Cells between the middle of the map's first cell and the left upper corner of the field. */
	#left = 0;
	#top = 0;
	/** Papers in a cell if they were spread evenly. */
	#even = 1;

	constructor({ width, height }: Frame, ratio: number) {
		this.cell = cellSide * ratio;
		this.columns = Math.ceil(width / this.cell) + 2 * padding + 2;
		this.rows = Math.ceil(height / this.cell) + 2 * padding + 2;
		this.sums = new Float32Array(this.columns * this.rows * 4);
		this.#scratch = new Float32Array(Math.max(this.columns, this.rows) * 4);
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
		this.#left = originX / this.cell + first(originX);
		this.#top = originY / this.cell + first(originY);
		this.#even = (papers * this.cell * this.cell) / (view.side * view.side * stretch);
	}

	/** Adds a paper at a place of the picture, in pixels. */
	add(x: number, y: number, red: number, green: number, blue: number): void {
		const column = Math.floor(x / this.cell - this.#left);
		const row = Math.floor(y / this.cell - this.#top);
		if (column < 0 || row < 0 || column >= this.columns || row >= this.rows) return;
		const at = (row * this.columns + column) * 4;
		this.sums[at]! += 1;
		this.sums[at + 1]! += red;
		this.sums[at + 2]! += green;
		this.sums[at + 3]! += blue;
	}

	/** Smooths what was added: three moving means each way (Wells 1986). */
	smooth(): void {
		const { columns, rows } = this;
		for (let pass = 0; pass < passes; pass++) {
			for (let row = 0; row < rows; row++) this.#mean(row * columns * 4, 4, columns);
			for (let column = 0; column < columns; column++) this.#mean(column * 4, columns * 4, rows);
		}
	}

	/** Replaces a line of cells by the means of those around each. */
	#mean(from: number, step: number, length: number): void {
		const line = this.#scratch;
		const width = 2 * radius + 1;
		for (let channel = 0; channel < 4; channel++) {
			let sum = 0;
			for (let at = 0; at < length + radius; at++) {
				if (at < length) {
					const value = this.sums[from + at * step + channel] as number;
					line[at] = value;
					sum += value;
				}
				if (at >= width) sum -= line[at - width] as number;
				if (at >= radius) this.sums[from + (at - radius) * step + channel] = sum / width;
			}
		}
	}

	/**
	 * The shade of a pixel, into `into`: red, green, blue and how strong it is, 0 to 1.
	 * @returns whether there is any
	 */
	sample(x: number, y: number, into: Float32Array): boolean {
		const across = (x + 0.5) / this.cell - this.#left - 0.5;
		const down = (y + 0.5) / this.cell - this.#top - 0.5;
		const [column, row] = [Math.floor(across), Math.floor(down)];
		const [u, v] = [across - column, down - row];
		const { sums } = this;
		const a = (row * this.columns + column) * 4;
		const c = a + this.columns * 4;
		const [wa, wb, wc, wd] = [(1 - u) * (1 - v), u * (1 - v), (1 - u) * v, u * v];
		const mix = (k: number) =>
			(sums[a + k] as number) * wa +
			(sums[a + 4 + k] as number) * wb +
			(sums[c + k] as number) * wc +
			(sums[c + 4 + k] as number) * wd;
		const papers = mix(0);
		const strength = strengthOf(papers / this.#even);
		if (strength === 0) return false;
		into[0] = mix(1) / papers;
		into[1] = mix(2) / papers;
		into[2] = mix(3) / papers;
		into[3] = strength;
		return true;
	}
}

/** How strong a density is shaded, 0 to 1. @param density as a multiple of an even spread */
export function strengthOf(density: number): number {
	let step = 0;
	while (step < densitySteps.length && density >= (densitySteps[step] as number)) step++;
	const from = strengths[step] as number;
	const next = densitySteps[step];
	if (next === undefined || density < next * (1 - edge)) return from;
	return from + ((strengths[step + 1] as number) - from) * ((density / next - 1 + edge) / edge);
}
