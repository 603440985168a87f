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
		const isShown = shown[point] === 1;
		if (isShown && field !== null) {
			const at = (colour[point] as number) * 3;
			field.add(left, top, colours[at] as number, colours[at + 1] as number, colours[at + 2] as number);
		}
		const [x, y] = [left | 0, top | 0];
		if (x < -reach || y < -reach || x > width + reach || y > height + reach) return;
		const kernel = isShown ? (kernels[size === null ? 0 : (size[point] as number)] as Kernel) : fadedKernel;
		if (kernel.cover.length > 1) stamp(canvas, x, y, kernel, point, paint);
		else if (x >= 0 && y >= 0 && x < width && y < height) addPixel(canvas, y * width + x, 1, point, paint);
	});
}

function addPixel(
	{ sums, under }: Canvas,
	pixel: number,
	cover: number,
	point: number,
	{ shown, colour: colourOf, colours }: Paint
): void {
	if (shown[point] === 0) {
		under[pixel]! += cover;
		return;
	}
	const colour = (colourOf[point] as number) * 3;
	const at = pixel * 4;
	sums[at]! += (colours[colour] as number) * cover;
	sums[at + 1]! += (colours[colour + 1] as number) * cover;
	sums[at + 2]! += (colours[colour + 2] as number) * cover;
	sums[at + 3]! += cover;
}

function stamp(
	canvas: Canvas,
	x: number,
	y: number,
	{ dx, dy, cover, reach }: Kernel,
	point: number,
	paint: Paint
): void {
	const { width, height } = canvas;
	const isInside = x >= reach && y >= reach && x < width - reach && y < height - reach;
	for (let k = 0; k < cover.length; k++) {
		const px = x + (dx[k] as number);
		const py = y + (dy[k] as number);
		if (!isInside && (px < 0 || py < 0 || px >= width || py >= height)) continue;
		addPixel(canvas, py * width + px, cover[k] as number, point, paint);
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

/** Lays dots over faded dots over density. */
function compose(
	{ sums, under, width, height }: Canvas,
	paint: Paint,
	field: DensityField | null
): Uint8ClampedArray<ArrayBuffer> {
	const pixels = new Uint8ClampedArray(width * height * 4);
	if (field) layShades(pixels, width, height, field, paint.shade);
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

/** Shades each pixel: as strong as the four cells around it, in the colour of the nearest. */
function layShades(
	pixels: Uint8ClampedArray,
	width: number,
	height: number,
	{ strength, red, green, blue, columns, cell, left, top }: DensityField,
	shade: number
): void {
	const across = placesIn(width, cell, left);
	const down = placesIn(height, cell, top);
	for (let y = 0, at = 0; y < height; y++) {
		const row = (down.cells[y] as number) * columns;
		const v = down.shares[y] as number;
		for (let x = 0; x < width; x++, at += 4) {
			const a = row + (across.cells[x] as number);
			const u = across.shares[x] as number;
			const upper = (strength[a] as number) * (1 - u) + (strength[a + 1] as number) * u;
			const lower = (strength[a + columns] as number) * (1 - u) + (strength[a + columns + 1] as number) * u;
			const alpha = (upper * (1 - v) + lower * v) * shade;
			if (alpha === 0) continue;
			const nearest = a + (u < 0.5 ? 0 : 1) + (v < 0.5 ? 0 : columns);
			pixels[at] = red[nearest] as number;
			pixels[at + 1] = green[nearest] as number;
			pixels[at + 2] = blue[nearest] as number;
			pixels[at + 3] = alpha * 255;
		}
	}
}
