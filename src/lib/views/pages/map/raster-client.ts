import type { Positions } from '../../../queries/themes/positions.ts';
import type { PointIndex } from './point-index.ts';
import type { Look, Picture, RasterRequest, RasterResponse } from './raster-protocol.ts';
import type { ThemeCentre } from './theme-centres.ts';
import type { Frame, MapView } from './view.ts';

interface Wish {
	view: MapView;
	frame: Frame;
	ratio: number;
}

/** Draws pictures of the map in a worker. Only the newest wish is drawn; until it is done, the next ones wait. */
export class RasterClient {
	readonly #worker: Worker;
	readonly #onpicture: (picture: Picture) => void;
	#wish: Wish | null = null;
	#busy = false;
	/** Nothing can be drawn before its colours are known. */
	#dressed = false;
	#number = 0;
	readonly #snapshots = new Map<number, (bitmap: ImageBitmap) => void>();
	#loaded: ((loaded: { index: PointIndex; centres: ThemeCentre[] }) => void) | null = null;
	#failed: ((error: Error) => void) | null = null;

	constructor(onpicture: (picture: Picture) => void) {
		this.#onpicture = onpicture;
		this.#worker = new Worker(new URL('./raster.worker.ts', import.meta.url), { type: 'module' });
		this.#worker.onmessage = ({ data }: MessageEvent<RasterResponse>) => this.#hear(data);
		this.#worker.onerror = ({ message }) =>
			this.#failed?.(new Error(message || 'The worker that draws the map could not be started.'));
	}

	/** @throws Error when the worker cannot be started */
	load(positions: Positions): Promise<{ index: PointIndex; centres: ThemeCentre[] }> {
		return new Promise((resolve, reject) => {
			this.#loaded = resolve;
			this.#failed = reject;
			this.#post({ kind: 'load', positions });
		});
	}

	dress(look: Look): void {
		this.#post({ kind: 'look', look });
		this.#dressed = true;
		this.#next();
	}

	draw(wish: Wish): void {
		// A map that is not laid out yet has no pixels.
		if (wish.frame.width < 1 || wish.frame.height < 1) return;
		this.#wish = wish;
		this.#next();
	}

	/** A picture for itself, however fine. */
	snapshot(wish: Wish): Promise<ImageBitmap> {
		return new Promise((resolve) => {
			this.#snapshots.set(++this.#number, resolve);
			this.#post({ kind: 'draw', number: this.#number, ...wish });
		});
	}

	close(): void {
		this.#worker.terminate();
	}

	#post(request: RasterRequest): void {
		this.#worker.postMessage(request);
	}

	#next(): void {
		if (this.#busy || !this.#dressed || !this.#wish) return;
		this.#busy = true;
		const wish = this.#wish;
		this.#wish = null;
		this.#post({ kind: 'draw', number: ++this.#number, ...wish });
	}

	#hear(response: RasterResponse): void {
		if (response.kind === 'loaded') {
			this.#loaded?.(response);
			return;
		}
		const asked = this.#snapshots.get(response.number);
		if (asked) {
			this.#snapshots.delete(response.number);
			asked(response.picture.bitmap);
			return;
		}
		this.#busy = false;
		this.#onpicture(response.picture);
		this.#next();
	}
}
