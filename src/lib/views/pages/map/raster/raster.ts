import { positionSteps } from '../../../../queries/themes/positions.ts';
import type { DensityField } from './density.ts';
import type { Kernel } from './kernel.ts';
import { eachRun, type PointIndex } from './point-index.ts';
import { seen, stretchOf, toMap, type Frame, type MapView } from './view.ts';

/** How each point is drawn. */
export interface Paint {
	/** For each point of the index: 1 in its colour, 0 faded. */
	readonly shown: Uint8Array;
	/** For each point its place in `colours`. */
	readonly colour: Uint16Array;
	/** Red, green and blue of each colour, 0 to 255. */
	readonly colours: Uint8Array;
	/** Red, green and blue of faded points. */
	readonly faded: readonly [number, number, number];
	/** Dots by size, and those of faded points. */
	readonly kernels: readonly Kernel[];
	readonly fadedKernel: Kernel;
	/** For each point its place in the kernels; without it all are of the first. */
	readonly size: Uint8Array | null;
	/** Of a single dot, and of a single faded one, 0 to 1. */
	readonly opacity: number;
	readonly fadedOpacity: number;
	/** How strongly density is shaded, 0 to 1. */
	readonly shade: number;
	/** Papers of the whole map that density is compared with an even spread of. */
	readonly papers: number;
}

/** Room to draw in, kept from picture to picture. */
export class Canvas {
	readonly width: number;
	readonly height: number;
	/** Per pixel: red, green and blue times cover, and cover. */
	readonly sums: Float32Array;
	/** Cover by faded points. */
	readonly under: Float32Array;

	constructor(width: number, height: number) {
		this.width = width;
		this.height = height;
		this.sums = new Float32Array(width * height * 4);
		this.under = new Float32Array(width * height);
	}

	clear(): void {
		this.sums.fill(0);
		this.under.fill(0);
	}
}

/** Opacity of overlaying dots, by cover in sixteenths. */
function opacities(opacity: number): Float32Array {
	const table = new Float32Array(1024);
	for (let i = 0; i < table.length; i++) table[i] = 1 - Math.pow(1 - opacity, i / 16);
	return table;
}

/** Visits the points in a window and around it: where each is in the picture, in pixels. */
function eachPoint(
	index: PointIndex,
	view: MapView,
	frame: Frame,
	around: number,
	visit: (point: number, x: number, y: number) => void
): void {
	const { from, to } = seen(view, frame);
	const [edgeX, edgeY] = toMap(view, frame, [around, around]);
	const [overX, overY] = [edgeX - from[0], to[1] - edgeY];
	const scaleX = (view.side * stretchOf(frame)) / positionSteps;
	const scaleY = -view.side / positionSteps;
	const offsetX = frame.width / 2 - view.x * view.side * stretchOf(frame);
	const offsetY = frame.height / 2 + view.y * view.side;
	eachRun(index, [from[0] - overX, from[1] - overY], [to[0] + overX, to[1] + overY], (first, last) => {
		for (let point = first; point < last; point++) {
			const x = (index.x[point] as number) * scaleX + offsetX;
			const y = (index.y[point] as number) * scaleY + offsetY;
			visit(point, x, y);
		}
	});
}

/**
 * Draws the points that a view shows. Sums are added up first and turned into colours at the end, so that the
 * order of the points does not matter, and what lies over each other mixes.
 * @param frame in pixels of the picture
 * @param field where density is added up
 * @returns red, green, blue and alpha of each pixel
 */
export function rasterise(
	index: PointIndex,
	view: MapView,
	frame: Frame,
	paint: Paint,
	canvas: Canvas,
	field: DensityField
): Uint8ClampedArray<ArrayBuffer> {
	canvas.clear();
	const shaded = paint.shade > 0 ? field : null;
	shaded?.begin(view, frame, paint.papers);
	addPoints(index, view, frame, paint, canvas, shaded);
	shaded?.smooth();
	shaded?.shade();
	return compose(canvas, paint, shaded);
}

/** Adds up what the dots cover, and where papers in colour lie. */
function addPoints(
	index: PointIndex,
	view: MapView,
	frame: Frame,
	paint: Paint,
	canvas: Canvas,
	field: DensityField | null
): void {
	const { width, height } = canvas;
	const { kernels, fadedKernel, size, shown, colour, colours } = paint;
	const reach = Math.max(fadedKernel.reach, ...kernels.map((kernel) => kernel.reach));
	eachPoint(index, view, frame, Math.max(reach + 1, field?.reach ?? 0), (point, left, top) => {
		const [x, y] = [left | 0, top | 0];
		const isNear = x >= -reach && y >= -reach && x <= width + reach && y <= height + reach;
		if (shown[point] === 0) {
			if (isNear) stampFaded(canvas, x, y, fadedKernel);
			return;
		}
		const at = (colour[point] as number) * 3;
		const [red, green, blue] = [colours[at] as number, colours[at + 1] as number, colours[at + 2] as number];
		field?.add(left, top, red, green, blue);
		if (!isNear) return;
		stamp(canvas, x, y, kernels[size === null ? 0 : (size[point] as number)] as Kernel, red, green, blue);
	});
}

/** Adds a dot in a colour, cut at the edge of the picture. */
function stamp(
	{ sums, width, height }: Canvas,
	x: number,
	y: number,
	{ dx, dy, cover }: Kernel,
	red: number,
	green: number,
	blue: number
): void {
	for (let k = 0; k < cover.length; k++) {
		const px = x + (dx[k] as number);
		const py = y + (dy[k] as number);
		if (px < 0 || py < 0 || px >= width || py >= height) continue;
		const share = cover[k] as number;
		const at = (py * width + px) * 4;
		sums[at]! += red * share;
		sums[at + 1]! += green * share;
		sums[at + 2]! += blue * share;
		sums[at + 3]! += share;
	}
}

/** The same for a faded dot. */
function stampFaded({ under, width, height }: Canvas, x: number, y: number, { dx, dy, cover }: Kernel): void {
	for (let k = 0; k < cover.length; k++) {
		const px = x + (dx[k] as number);
		const py = y + (dy[k] as number);
		if (px < 0 || py < 0 || px >= width || py >= height) continue;
		under[py * width + px]! += cover[k] as number;
	}
}

/** Lays dots over faded dots over density. */
function compose(
	{ sums, under, width, height }: Canvas,
	paint: Paint,
	field: DensityField | null
): Uint8ClampedArray<ArrayBuffer> {
	const pixels = new Uint8ClampedArray(width * height * 4);
	field?.lay(pixels, { width, height }, paint.shade);
	const strong = opacities(paint.opacity);
	const weak = opacities(paint.fadedOpacity);
	const [red, green, blue] = paint.faded;
	for (let pixel = 0, at = 0; pixel < under.length; pixel++, at += 4) {
		const cover = sums[at + 3] as number;
		const below = under[pixel] as number;
		if (cover === 0 && below === 0) continue;
		const front = strong[Math.min(1023, (cover * 16) | 0)] as number;
		const back = (weak[Math.min(1023, (below * 16) | 0)] as number) * (1 - front);
		const ground = ((pixels[at + 3] as number) / 255) * (1 - front - back);
		const alpha = front + back + ground;
		if (alpha === 0) continue;
		const mean = cover > 0 ? front / cover / alpha : 0;
		const rest = back / alpha;
		const deep = ground / alpha;
		pixels[at] = (sums[at] as number) * mean + red * rest + (pixels[at] as number) * deep;
		pixels[at + 1] = (sums[at + 1] as number) * mean + green * rest + (pixels[at + 1] as number) * deep;
		pixels[at + 2] = (sums[at + 2] as number) * mean + blue * rest + (pixels[at + 2] as number) * deep;
		pixels[at + 3] = alpha * 255;
	}
	return pixels;
}
