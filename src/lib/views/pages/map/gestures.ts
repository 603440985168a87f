import type { Area } from '../../../queries/filters/area.ts';
import { areaOfCorners, areaOfLoop } from './outline.ts';
import { panned, stretchOf, toMap, zoomedAt, type Frame, type MapView, type Place } from './raster/view.ts';

export type DragMode = 'move' | 'rectangle' | 'lasso';

type Point = [x: number, y: number];

interface Surface {
	readonly view: MapView;
	readonly frame: Frame;
	readonly mode: DragMode;
	setView(view: MapView): void;
	setDraft(outline: readonly Place[] | null): void;
	select(area: Area): void;
	/** The pointer is over a place without being pressed. */
	hover(point: Point | null): void;
	press(point: Point): void;
}

/** Pixels that a press may move and still be one. */
const still = 5;

const distance = (a: Point, b: Point) => Math.hypot(a[0] - b[0], a[1] - b[1]);
const middle = (a: Point, b: Point): Point => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Pointers on the map: dragging moves it or draws an outline, two fingers zoom, a press opens. */
export class Gestures {
	readonly #surface: Surface;
	readonly #pointers = new Map<number, Point>();
	#start: Point | null = null;
	#drawing: DragMode = 'move';
	#path: Place[] = [];
	#isPress = false;

	constructor(surface: Surface) {
		this.#surface = surface;
	}

	down(event: PointerEvent): void {
		if (event.button !== 0) return;
		const target = event.currentTarget as Element;
		target.setPointerCapture(event.pointerId);
		const point = this.#point(event);
		this.#pointers.set(event.pointerId, point);
		this.#isPress = this.#pointers.size === 1;
		if (this.#pointers.size > 1) {
			this.#drop();
			return;
		}
		this.#start = point;
		const { mode } = this.#surface;
		this.#drawing = event.shiftKey && mode === 'move' ? 'rectangle' : mode;
		this.#path = [this.#place(point)];
	}

	move(event: PointerEvent): void {
		const point = this.#point(event);
		const before = this.#pointers.get(event.pointerId);
		if (!before) {
			if (event.pointerType === 'mouse') this.#surface.hover(point);
			return;
		}
		if (this.#isPress && this.#start && distance(this.#start, point) <= still) return;
		this.#isPress = false;
		if (this.#pointers.size === 2) this.#pinch(event.pointerId, before, point);
		else if (this.#pointers.size === 1) this.#drag(before, point);
		this.#pointers.set(event.pointerId, point);
	}

	up(event: PointerEvent): void {
		const known = this.#pointers.delete(event.pointerId);
		if (!known || this.#pointers.size > 0) return;
		if (this.#isPress) this.#surface.press(this.#point(event));
		else if (this.#drawing !== 'move' && this.#path.length > 1) this.#surface.select(this.#area());
		this.#drop();
	}

	cancel(event: PointerEvent): void {
		this.#pointers.delete(event.pointerId);
		this.#drop();
	}

	wheel(event: WheelEvent): void {
		event.preventDefault();
		const { view, frame } = this.#surface;
		const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
		const factor = Math.exp(-event.deltaY * lines * (event.ctrlKey ? 0.01 : 0.0018));
		this.#surface.setView(zoomedAt(view, frame, this.#point(event), factor));
	}

	#drop(): void {
		this.#path = [];
		this.#start = null;
		this.#surface.setDraft(null);
	}

	#drag(before: Point, point: Point): void {
		const { view, frame } = this.#surface;
		if (this.#drawing === 'move') {
			// The first step takes up what the press had let pass.
			const from = this.#start ?? before;
			this.#start = null;
			this.#surface.setView(panned(view, frame, point[0] - from[0], point[1] - from[1]));
			return;
		}
		const place = this.#place(point);
		const [first] = this.#path;
		if (!first) return;
		if (this.#drawing === 'lasso') this.#path.push(place);
		else this.#path = [first, place];
		this.#surface.setDraft(
			this.#drawing === 'lasso' ? [...this.#path] : [first, [place[0], first[1]], place, [first[0], place[1]]]
		);
	}

	#pinch(id: number, before: Point, point: Point): void {
		const other = [...this.#pointers].find(([key]) => key !== id)?.[1];
		if (!other) return;
		const { view, frame } = this.#surface;
		const [was, is] = [middle(before, other), middle(point, other)];
		const zoomed = zoomedAt(view, frame, was, distance(point, other) / Math.max(1, distance(before, other)));
		this.#surface.setView(panned(zoomed, frame, is[0] - was[0], is[1] - was[1]));
	}

	#area(): Area {
		const [first, last] = [this.#path[0], this.#path.at(-1)];
		if (!first || !last) return [];
		if (this.#drawing === 'rectangle') return areaOfCorners(first, last);
		const { view, frame } = this.#surface;
		return areaOfLoop(this.#path, 1.2 / (view.side * stretchOf(frame)));
	}

	#place(point: Point): Place {
		return toMap(this.#surface.view, this.#surface.frame, point);
	}

	#point(event: MouseEvent): Point {
		const { left, top } = (event.currentTarget as Element).getBoundingClientRect();
		return [event.clientX - left, event.clientY - top];
	}
}
