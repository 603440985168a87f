import type { Picture } from './raster/raster-protocol.ts';
import { toMap, toScreen, type Frame, type MapView } from './raster/view.ts';

/**
 * Shows finished pictures of the map under any view: what was drawn last is moved and scaled at once, over a
 * picture of the whole map where that does not reach, while the next one is being drawn.
 */
export class MapCanvas {
	readonly #context: CanvasRenderingContext2D | null;
	#whole: Picture | null = null;
	#newest: Picture | null = null;

	constructor(canvas: HTMLCanvasElement) {
		this.#context = canvas.getContext('2d');
	}

	/** @param isWhole it shows all of the map */
	take(picture: Picture, isWhole: boolean): void {
		const [whole, newest] = [this.#whole, this.#newest];
		if (isWhole) this.#whole = picture;
		this.#newest = picture;
		for (const old of new Set([whole, newest])) {
			if (old && old !== this.#whole && old !== this.#newest) old.bitmap.close();
		}
	}

	/** @param ratio pixels of the canvas for each pixel of the page */
	show(view: MapView, frame: Frame, ratio: number): void {
		const context = this.#context;
		if (!context) return;
		const { canvas } = context;
		const [width, height] = [Math.round(frame.width * ratio), Math.round(frame.height * ratio)];
		if (canvas.width !== width || canvas.height !== height) [canvas.width, canvas.height] = [width, height];
		context.setTransform(ratio, 0, 0, ratio, 0, 0);
		context.clearRect(0, 0, frame.width, frame.height);
		if (this.#whole && this.#whole !== this.#newest) this.#put(context, this.#whole, view, frame);
		if (this.#newest) this.#put(context, this.#newest, view, frame);
	}

	#put(context: CanvasRenderingContext2D, picture: Picture, view: MapView, frame: Frame): void {
		const { bitmap } = picture;
		const corner = (x: number, y: number) =>
			toScreen(view, frame, toMap(picture.view, picture.frame, [x, y]));
		const [left, top] = corner(0, 0);
		const [right, bottom] = corner(picture.frame.width, picture.frame.height);
		context.clearRect(left, top, right - left, bottom - top);
		context.drawImage(bitmap, left, top, right - left, bottom - top);
	}
}
