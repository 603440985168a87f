import type { Area } from '../../../queries/filters/area.ts';
import type { MapState } from './map-state.svelte.ts';
import type { Direction } from './nearest-point.ts';
import { areaOfCorners } from './outline.ts';
import { panned, toMap, toScreen, zoomedAt, type Place } from './raster/view.ts';

const directions: ReadonlyMap<string, Direction> = new Map([
	['ArrowLeft', 'left'],
	['ArrowRight', 'right'],
	['ArrowUp', 'up'],
	['ArrowDown', 'down']
]);

const unit: Record<Direction, readonly [x: number, y: number]> = {
	left: [-1, 0],
	right: [1, 0],
	up: [0, -1],
	down: [0, 1]
};

/** Steps of a rectangle's corner, and of the view, as a share of the window. */
const cornerStep = 0.04;
const viewStep = 0.2;
export const zoomStep = 1.5;

interface Doors {
	open(paper: number): void;
	select(area: Area): void;
	/** Selects a theme, or no longer. */
	selectTheme(theme: number): void;
	/** Asks what is special about the papers in view. */
	ask(): void;
}

/** The map by keyboard: arrows go from paper to paper, R draws a rectangle with them. */
export class MapKeys {
	readonly #map: MapState;
	readonly #doors: Doors;
	/** Fixed and moving corner of the rectangle being drawn. */
	#corners: [Place, Place] | null = null;

	constructor(map: MapState, doors: Doors) {
		this.#map = map;
		this.#doors = doors;
	}

	/** @returns whether the key meant something */
	press({ key, shiftKey, ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
		if (ctrlKey || altKey || metaKey) return false;
		const direction = directions.get(key);
		if (direction) this.#arrow(direction, shiftKey);
		else if (key === 'Enter' || key === ' ') this.#enter();
		else if (key === '+' || key === '=') this.zoom(zoomStep);
		else if (key === '-' || key === '_') this.zoom(1 / zoomStep);
		else if (key === '0') this.#map.showWhole();
		else if (key === 'v' || key === 'V') this.#doors.ask();
		else if (key === 'n' || key === 'N') this.#map.stepToTheme();
		else if (key === 't' || key === 'T') this.#selectTheme();
		else if (key === 'r' || key === 'R') this.#begin();
		else if (key === 'Escape' && (this.#corners || this.#map.cursor !== null)) this.leave();
		else return false;
		return true;
	}

	/** Zooms about the paper that the cursor is on, or the middle. */
	zoom(factor: number): void {
		const { view, frame, cursor } = this.#map;
		const at = cursor === null ? ([frame.width / 2, frame.height / 2] as const) : this.#map.onScreen(cursor);
		this.#map.setView(zoomedAt(view, frame, at, factor));
	}

	/** Gives up the rectangle being drawn, or the cursor. */
	leave(): void {
		if (this.#corners) this.#draw(null);
		else this.#map.cursor = null;
	}

	#arrow(direction: Direction, shift: boolean): void {
		const { view, frame } = this.#map;
		const [x, y] = unit[direction];
		if (this.#corners) {
			const [fixed, moving] = this.#corners;
			const [left, top] = toScreen(view, frame, moving);
			const step = shift ? cornerStep / 4 : cornerStep;
			const to = toMap(view, frame, [left + x * frame.width * step, top + y * frame.height * step]);
			this.#draw([fixed, to]);
		} else if (shift) {
			this.#map.setView(panned(view, frame, -x * frame.width * viewStep, -y * frame.height * viewStep));
		} else this.#map.step(direction);
	}

	#begin(): void {
		const { cursor, view } = this.#map;
		const place: Place = cursor === null ? [view.x, view.y] : this.#map.placeOf(cursor);
		this.#draw([place, place]);
	}

	#enter(): void {
		const { cursor } = this.#map;
		if (this.#corners) {
			const area = areaOfCorners(...this.#corners);
			this.#draw(null);
			if (area.length > 0) this.#doors.select(area);
		} else if (cursor !== null) this.#doors.open(cursor);
	}

	#selectTheme(): void {
		const { cursor, positions } = this.#map;
		const theme = cursor === null ? undefined : positions?.theme[cursor];
		if (theme !== undefined) this.#doors.selectTheme(theme);
	}

	#draw(corners: [Place, Place] | null): void {
		this.#corners = corners;
		if (!corners) {
			this.#map.draft = null;
			return;
		}
		const [[x1, y1], [x2, y2]] = corners;
		this.#map.draft = [
			[x1, y1],
			[x2, y1],
			[x2, y2],
			[x1, y2]
		];
	}
}
