import { discKernel, dotStyle } from './kernel.ts';
import { indexPoints, type PointIndex } from './point-index.ts';
import { Canvas, rasterise, type Paint } from './raster.ts';
import type { Look, RasterRequest, RasterResponse } from './raster-protocol.ts';
import { themeCentres } from './theme-centres.ts';
import { stretchOf, type Frame, type MapView } from './view.ts';

type Send = (response: RasterResponse, transfer: Transferable[]) => void;

/** The worker's side: holds the points, and draws what it is asked for. */
export class RasterHost {
	readonly #send: Send;
	#index: PointIndex | null = null;
	#look: Look | null = null;
	#shown: Uint8Array | null = null;
	#colourOf = new Uint8Array(0);
	#canvas = new Canvas(0, 0);

	constructor(send: Send) {
		this.#send = send;
	}

	async hear(request: RasterRequest): Promise<void> {
		if (request.kind === 'load') this.#load(request.positions);
		else if (request.kind === 'look') this.#dress(request.look);
		else await this.#draw(request);
	}

	#load(positions: Parameters<typeof indexPoints>[0]): void {
		const index = indexPoints(positions);
		this.#index = index;
		this.#shown = null;
		// The page gets copies of its own: it finds the paper under the pointer itself.
		const copy: PointIndex = {
			x: index.x.slice(),
			y: index.y.slice(),
			theme: index.theme.slice(),
			id: index.id.slice(),
			start: index.start.slice()
		};
		const buffers = Object.values(copy).map(({ buffer }: { buffer: ArrayBuffer }) => buffer);
		this.#send({ kind: 'loaded', index: copy, centres: themeCentres(positions) }, buffers);
	}

	#dress(look: Look): void {
		this.#look = look;
		this.#shown = null;
		this.#colourOf = new Uint8Array(65_536);
		for (const [theme, colour] of look.slots) this.#colourOf[theme] = colour;
	}

	/** For each point whether it keeps its colour. */
	#visible(index: PointIndex, { passing, highlighted }: Look): Uint8Array {
		const shown = new Uint8Array(index.id.length);
		for (let point = 0; point < shown.length; point++) {
			const passes = passing === null || passing[index.id[point] as number] === 1;
			shown[point] = passes && (highlighted === null || index.theme[point] === highlighted) ? 1 : 0;
		}
		return shown;
	}

	async #draw(wish: { number: number; view: MapView; frame: Frame; ratio: number }): Promise<void> {
		const [index, look] = [this.#index, this.#look];
		if (!index || !look) return;
		const { number, view, frame, ratio } = wish;
		const [width, height] = [Math.ceil(frame.width * ratio), Math.ceil(frame.height * ratio)];
		if (this.#canvas.width !== width || this.#canvas.height !== height) {
			this.#canvas = new Canvas(width, height);
		}
		this.#shown ??= this.#visible(index, look);
		const style = dotStyle(index.id.length, view.side, stretchOf(frame));
		const paint: Paint = {
			shown: this.#shown,
			colourOf: this.#colourOf,
			colours: look.palette.colours,
			faded: look.palette.faded,
			opacity: style.opacity
		};
		const scaled = { view: { ...view, side: view.side * ratio }, frame: { width, height } };
		const kernel = discKernel(style.radius * ratio);
		const pixels = rasterise(index, scaled.view, scaled.frame, kernel, paint, this.#canvas);
		const bitmap = await createImageBitmap(new ImageData(pixels, width, height));
		this.#send({ kind: 'picture', number, picture: { bitmap, view, frame } }, [bitmap]);
	}
}
