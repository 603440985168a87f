import type { Positions } from '../../../../queries/themes/positions.ts';
import type {
	Columns,
	Grouping,
	Loaded,
	Look,
	Picture,
	RasterRequest,
	RasterResponse,
	SentLook
} from './raster-protocol.ts';
import type { Frame, MapView } from './view.ts';

interface Wish {
	view: MapView;
	frame: Frame;
	ratio: number;
}

const columns = ['classes', 'passing', 'periods', 'sizes'] as const satisfies (keyof Columns)[];

/** A look without the columns that were sent before. */
function changed(look: Look, sent: Look | null): SentLook {
	const { classes, passing, periods, sizes, ...rest } = look;
	const all: Columns = { classes, passing, periods, sizes };
	const fresh = columns.filter((name) => sent === null || sent[name] !== look[name]);
	return { ...rest, ...Object.fromEntries(fresh.map((name) => [name, all[name]])) };
}

/** Milliseconds from the beginning of a picture to that of the next: in between, the page moves and scales the last one. */
const pace = 50;

/** Draws pictures of the map in a worker. Only the newest wish is drawn; until it is due, the next ones wait. */
export class RasterClient {
	readonly #worker: Worker;
	readonly #onpicture: (picture: Picture) => void;
	#wish: Wish | null = null;
	#busy = false;
	#begun = -Infinity;
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** Nothing can be drawn before its colours are known. */
	#sent: Look | null = null;
	#number = 0;
	readonly #snapshots = new Map<number, (bitmap: ImageBitmap) => void>();
	#loaded: ((loaded: Loaded) => void) | null = null;
	#failed: ((error: Error) => void) | null = null;

	constructor(onpicture: (picture: Picture) => void) {
		this.#onpicture = onpicture;
		this.#worker = new Worker(new URL('./raster.worker.ts', import.meta.url), { type: 'module' });
		this.#worker.onmessage = ({ data }: MessageEvent<RasterResponse>) => this.#hear(data);
		this.#worker.onerror = ({ message }) =>
			this.#failed?.(new Error(message || 'The worker that draws the map could not be started.'));
	}

	/**
	 * @param groupings whose centres are wanted
	 * @throws Error when the worker cannot be started
	 */
	load(positions: Positions, groupings: readonly Grouping[]): Promise<Loaded> {
		return new Promise((resolve, reject) => {
			this.#loaded = resolve;
			this.#failed = reject;
			this.#post({ kind: 'load', positions, groupings });
		});
	}

	dress(look: Look): void {
		this.#post({ kind: 'look', look: changed(look, this.#sent) });
		this.#sent = look;
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
		clearTimeout(this.#timer);
		this.#worker.terminate();
	}

	#post(request: RasterRequest): void {
		this.#worker.postMessage(request);
	}

	#next(): void {
		if (this.#busy || !this.#sent || !this.#wish) return;
		clearTimeout(this.#timer);
		const wait = this.#begun + pace - performance.now();
		if (wait > 0) {
			this.#timer = setTimeout(() => this.#next(), wait);
			return;
		}
		this.#busy = true;
		this.#begun = performance.now();
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
