import { DensityField } from './density.ts';
import { groupCentres } from './group-centres.ts';
import { discKernel, dotScales, dotStyle } from './kernel.ts';
import { indexPoints, type PointIndex } from './point-index.ts';
import { paintPoints, type PointPaint } from './point-paint.ts';
import { Canvas, rasterise, type Paint } from './raster.ts';
import type { Look, Palette, RasterRequest, RasterResponse, SentLook } from './raster-protocol.ts';
import { stretchOf, type Frame, type MapView } from './view.ts';

type Send = (response: RasterResponse, transfer: Transferable[]) => void;
type Asked<K extends RasterRequest['kind']> = Extract<RasterRequest, { kind: K }>;

/** How strongly dots that do not pass are drawn, as a share of the others. */
const fadedShare = 0.6;

/**
 * What a picture is made of, beside how its points are coloured.
 * @param side height of the whole map in pixels of the page
 * @param ratio pixels of the picture for each of them
 */
export function paintOf(
	{ shown, colour, size, papers, isPart }: PointPaint,
	palette: Palette,
	side: number,
	stretch: number,
	ratio: number
): Paint {
	const style = dotStyle(papers, side, stretch);
	// All papers together say how crowded the faded ones are.
	const faded = dotStyle(shown.length, side, stretch);
	const scales = size === null ? [1] : dotScales;
	return {
		...palette,
		shown,
		colour,
		size,
		papers,
		kernels: scales.map((scale) => discKernel(scale * style.radius * ratio)),
		fadedKernel: discKernel(faded.radius * ratio),
		opacity: style.opacity,
		fadedOpacity: isPart ? Math.max(0.12, faded.opacity * fadedShare) : 0,
		shade: style.shade
	};
}

/** The worker's side: holds the points, and draws what it is asked for. */
export class RasterHost {
	readonly #send: Send;
	#index: PointIndex | null = null;
	#look: Look | null = null;
	#paint: PointPaint | null = null;
	#canvas = new Canvas(0, 0);
	#field = new DensityField({ width: 0, height: 0 }, 1);

	constructor(send: Send) {
		this.#send = send;
	}

	async hear(request: RasterRequest): Promise<void> {
		if (request.kind === 'load') this.#load(request);
		else if (request.kind === 'look') this.#dress(request.look);
		else await this.#draw(request);
	}

	#load({ positions, groupings }: Asked<'load'>): void {
		const index = indexPoints(positions);
		this.#index = index;
		this.#paint = null;
		// The page gets copies of its own: it finds the paper under the pointer itself.
		const copy: PointIndex = {
			x: index.x.slice(),
			y: index.y.slice(),
			theme: index.theme.slice(),
			leaf: index.leaf.slice(),
			id: index.id.slice(),
			start: index.start.slice()
		};
		const buffers = Object.values(copy).map(({ buffer }: { buffer: ArrayBuffer }) => buffer);
		const centres = groupCentres(positions, groupings);
		this.#send({ kind: 'loaded', index: copy, centres }, buffers);
	}

	#dress(look: SentLook): void {
		const { classes = null, passing = null, periods = null, sizes = null } = this.#look ?? {};
		this.#look = { classes, passing, periods, sizes, ...look };
		this.#paint = null;
	}

	async #draw({ number, view, frame, ratio }: Asked<'draw'>): Promise<void> {
		const [index, look] = [this.#index, this.#look];
		if (!index || !look) return;
		const [width, height] = [Math.ceil(frame.width * ratio), Math.ceil(frame.height * ratio)];
		if (this.#canvas.width !== width || this.#canvas.height !== height) {
			this.#canvas = new Canvas(width, height);
			this.#field = new DensityField({ width, height }, ratio);
		}
		this.#paint ??= paintPoints(index, look);
		const paint = paintOf(this.#paint, look.palette, view.side, stretchOf(frame), ratio);
		const scaled: { view: MapView; frame: Frame } = {
			view: { ...view, side: view.side * ratio },
			frame: { width, height }
		};
		const pixels = rasterise(index, scaled.view, scaled.frame, paint, this.#canvas, this.#field);
		const bitmap = await createImageBitmap(new ImageData(pixels, width, height));
		this.#send({ kind: 'picture', number, picture: { bitmap, view, frame } }, [bitmap]);
	}
}
