import type { Area } from '../../../queries/filters/area.ts';
import { positionSteps, type Positions } from '../../../queries/themes/positions.ts';
import { nearestPaper, nextPaper, paperOnScreen, type Direction, type Passing } from './nearest-point.ts';
import type { PointIndex } from './point-index.ts';
import type { ThemeCentre } from './theme-centres.ts';
import { kept, wholeView, type Frame, type MapView, type Place } from './view.ts';

/** How far from a dot the pointer may be, in pixels. */
const reach = 10;

/** What is seen of the map, and which paper is pointed at. */
export class MapState {
	frame = $state.raw<Frame>({ width: 900, height: 560 });
	#view = $state.raw<MapView | null>(null);
	positions = $state.raw<Positions | null>(null);
	index = $state.raw<PointIndex | null>(null);
	centres = $state.raw<readonly ThemeCentre[]>([]);
	passing = $state.raw<Passing>(null);
	/** The paper that pointer or keyboard is on. */
	cursor = $state<number | null>(null);
	/** The outline being drawn. */
	draft = $state.raw<readonly Place[] | null>(null);

	/** All of the map until somebody moves it, whatever becomes of the window. */
	readonly view: MapView = $derived.by(() => this.#view ?? wholeView(this.frame));
	readonly moved: boolean = $derived.by(() => this.#view !== null);

	setView(view: MapView): void {
		this.#view = kept(view, this.frame);
	}

	showWhole(): void {
		this.#view = null;
	}

	/** Where a paper is, 0 to 1 each way. */
	placeOf(paper: number): Place {
		const share = (steps: Uint16Array | undefined) => (steps?.[paper] ?? 0) / positionSteps;
		return [share(this.positions?.x), share(this.positions?.y)];
	}

	onScreen(paper: number): [x: number, y: number] {
		if (!this.positions) return [0, 0];
		return paperOnScreen(this.positions, paper, this.view, this.frame);
	}

	at(point: readonly [number, number]): number | null {
		return this.index && nearestPaper(this.index, this.passing, this.view, this.frame, point, reach);
	}

	/** Moves the cursor to the next paper in a direction, and the view with it; to the middle one at first. */
	step(direction: Direction): void {
		if (!this.index) return;
		const next =
			this.cursor === null
				? this.nearMiddle()
				: nextPaper(this.index, this.passing, this.view, this.frame, this.placeOf(this.cursor), direction);
		if (next !== null) this.pointAt(next);
	}

	pointAt(paper: number): void {
		this.cursor = paper;
		const [x, y] = this.onScreen(paper);
		const { width, height } = this.frame;
		if (x >= 0 && y >= 0 && x <= width && y <= height) return;
		const [mapX, mapY] = this.placeOf(paper);
		this.setView({ ...this.view, x: mapX, y: mapY });
	}

	nearMiddle(): number | null {
		const { index, passing, view, frame } = this;
		if (!index) return null;
		const middle = [frame.width / 2, frame.height / 2] as const;
		return nearestPaper(index, passing, view, frame, middle, Math.max(frame.width, frame.height));
	}

	/** Shows an area with some room around it. */
	showArea(area: Area): void {
		const [xs, ys] = [area.map(([x]) => x / 10_000), area.map(([, y]) => y / 10_000)];
		const middle = (values: number[]) => (Math.min(...values) + Math.max(...values)) / 2;
		const length = (values: number[]) => Math.max(0.005, Math.max(...values) - Math.min(...values));
		const whole = wholeView(this.frame);
		const side = (whole.side * 0.8) / Math.max(length(xs), length(ys));
		this.setView({ x: middle(xs), y: middle(ys), side });
	}
}
