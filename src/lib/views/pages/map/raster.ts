import { positionSteps } from '../../../queries/themes/positions.ts';
import type { Kernel } from './kernel.ts';
import { eachRun, type PointIndex } from './point-index.ts';
import { seen, stretchOf, toMap, type Frame, type MapView } from './view.ts';

/** How each point is drawn. */
export interface Paint {
	/** For each point of the index: 1 in its colour, 0 faded. */
	readonly shown: Uint8Array;
	/** Place in `colours` by theme id. */
	readonly colourOf: Uint8Array;
	/** Red, green and blue of each colour, 0 to 255. */
	readonly colours: Uint8Array;
	/** Red, green and blue of faded points. */
	readonly faded: readonly [number, number, number];
	/** Of a single dot, 0 to 1. */
	readonly opacity: number;
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

/**
 * Draws the points that a view shows. Sums are added up first and turned into colours at the end, so that the
 * order of the points does not matter, and what lies over each other mixes.
 * @param frame in pixels of the picture
 * @returns red, green, blue and alpha of each pixel
 */
export function rasterise(
	index: PointIndex,
	view: MapView,
	frame: Frame,
	kernel: Kernel,
	paint: Paint,
	canvas: Canvas
): Uint8ClampedArray<ArrayBuffer> {
	canvas.clear();
	const { width, height } = canvas;
	const { reach } = kernel;
	const { from, to } = seen(view, frame);
	const [edgeX, edgeY] = toMap(view, frame, [reach + 1, reach + 1]);
	const [overX, overY] = [edgeX - from[0], to[1] - edgeY];
	const scaleX = (view.side * stretchOf(frame)) / positionSteps;
	const scaleY = -view.side / positionSteps;
	const offsetX = frame.width / 2 - view.x * view.side * stretchOf(frame);
	const offsetY = frame.height / 2 + view.y * view.side;
	const single = kernel.cover.length === 1;
	eachRun(index, [from[0] - overX, from[1] - overY], [to[0] + overX, to[1] + overY], (first, last) => {
		for (let point = first; point < last; point++) {
			const x = ((index.x[point] as number) * scaleX + offsetX) | 0;
			const y = ((index.y[point] as number) * scaleY + offsetY) | 0;
			if (single) {
				if (x >= 0 && y >= 0 && x < width && y < height)
					addPixel(canvas, y * width + x, 1, index, point, paint);
			} else stamp(canvas, x, y, kernel, index, point, paint);
		}
	});
	return compose(canvas, paint);
}

function addPixel(
	{ sums, under }: Canvas,
	pixel: number,
	cover: number,
	index: PointIndex,
	point: number,
	{ shown, colourOf, colours }: Paint
): void {
	if (shown[point] === 0) {
		under[pixel]! += cover;
		return;
	}
	const colour = (colourOf[index.theme[point] as number] as number) * 3;
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
	index: PointIndex,
	point: number,
	paint: Paint
): void {
	const { width, height } = canvas;
	const isInside = x >= reach && y >= reach && x < width - reach && y < height - reach;
	for (let k = 0; k < cover.length; k++) {
		const px = x + (dx[k] as number);
		const py = y + (dy[k] as number);
		if (!isInside && (px < 0 || py < 0 || px >= width || py >= height)) continue;
		addPixel(canvas, py * width + px, cover[k] as number, index, point, paint);
	}
}

function compose({ sums, under, width, height }: Canvas, paint: Paint): Uint8ClampedArray<ArrayBuffer> {
	const pixels = new Uint8ClampedArray(width * height * 4);
	const strong = opacities(paint.opacity);
	const weak = opacities(paint.opacity * 0.6);
	const [red, green, blue] = paint.faded;
	for (let pixel = 0, at = 0; pixel < under.length; pixel++, at += 4) {
		const cover = sums[at + 3] as number;
		const below = under[pixel] as number;
		if (cover === 0 && below === 0) continue;
		const front = strong[Math.min(1023, (cover * 16) | 0)] as number;
		const back = (weak[Math.min(1023, (below * 16) | 0)] as number) * (1 - front);
		const alpha = front + back;
		if (alpha === 0) continue;
		const mean = cover > 0 ? front / cover / alpha : 0;
		const rest = back / alpha;
		pixels[at] = (sums[at] as number) * mean + red * rest;
		pixels[at + 1] = (sums[at + 1] as number) * mean + green * rest;
		pixels[at + 2] = (sums[at + 2] as number) * mean + blue * rest;
		pixels[at + 3] = alpha * 255;
	}
	return pixels;
}
