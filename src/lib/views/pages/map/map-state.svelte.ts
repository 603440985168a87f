import type { Area } from '../../../queries/filters/area.ts';
import { positionSteps, type Positions } from '../../../queries/themes/positions.ts';
import type { GroupCentre } from './raster/group-centres.ts';
import type { MapName, NameLevel } from './map-names.ts';
import {
	nearestInTheme,
	nearestPaper,
	nextPaper,
	paperOnScreen,
	type Direction,
	type Passing
} from './nearest-point.ts';
import { areaOfCorners } from './outline.ts';
import type { PointIndex } from './raster/point-index.ts';
import { noPeriod } from './raster/raster-protocol.ts';
import type { TimeAxis } from './time-axis.ts';
import type { TimeWindow } from './time-window.ts';
import {
	isBetween,
	kept,
	seen,
	stretchOf,
	toScreen,
	wholeView,
	zoomOf,
	type Frame,
	type MapView,
	type Place
} from './raster/view.ts';
import { isWhole } from './whole-in-window.ts';

/** How far from a dot the pointer may be, in pixels. */
const reach = 10;

type Centres = Readonly<Record<NameLevel, readonly GroupCentre[]>>;
const noCentres: Centres = { branch: [], theme: [], part: [] };

/** What is seen of the map, and which paper is pointed at. Papers go by their places among those shown. */
export class MapState {
	/** Of so many papers one is shown. */
	readonly every: number;
	frame = $state.raw<Frame>({ width: 900, height: 560 });
	#view = $state.raw<MapView | null>(null);
	positions = $state.raw<Positions | null>(null);
	index = $state.raw<PointIndex | null>(null);
	centres = $state.raw<Centres>(noCentres);
	/** Names and where they stand, at all distances. */
	names = $state.raw<readonly MapName[]>([]);
	/** Papers that pass the filters; all without it. */
	passing = $state.raw<Passing>(null);
	axis = $state.raw<TimeAxis | null>(null);
	/** The periods that the time slider shows; all papers without it. */
	window = $state.raw<TimeWindow | null>(null);
	/** The paper that pointer or keyboard is on. */
	cursor = $state<number | null>(null);
	/** The outline being drawn. */
	draft = $state.raw<readonly Place[] | null>(null);

	constructor(every = 1) {
		this.every = every;
	}

	/** The id of a paper shown. */
	idOf(paper: number): number {
		return paper * this.every;
	}

	/** The paper shown that has an id; `null` for one that is not shown. */
	shownWith(paperId: number): number | null {
		return paperId % this.every === 0 ? paperId / this.every : null;
	}

	/** All of the map until somebody moves it, whatever becomes of the window. */
	readonly view: MapView = $derived.by(() => this.#view ?? wholeView(this.frame));
	readonly moved: boolean = $derived.by(() => this.#view !== null);
	/** How far it is zoomed in: 1 shows all of the map. */
	readonly zoom: number = $derived.by(() => zoomOf(this.view, this.frame));
	/** Papers that pass the filters and lie in the periods of the slider. */
	readonly visible: Passing = $derived.by(() => within(this.passing, this.axis, this.window));
	/** Names at this distance that stand in the window whole, in pixels. */
	readonly namesSeen: readonly (MapName & { x: number; y: number })[] = $derived.by(() => {
		const { view, frame } = this;
		return this.names
			.filter(({ from, to }) => isBetween(view.side, from, to))
			.map((name) => {
				const [x, y] = toScreen(view, frame, name.anchor);
				return { ...name, x: x + name.offset[0], y: y + name.offset[1] };
			})
			.filter((name) => isWhole(name, frame, this.moved));
	});

	setView(view: MapView): void {
		this.#view = kept(view, this.frame);
	}

	showWhole(): void {
		this.#view = null;
	}

	/** The part of the map in the window, as an area; none while all of it is seen. */
	areaSeen(): Area {
		const { from, to } = seen(this.view, this.frame);
		return this.moved ? areaOfCorners(from, to) : [];
	}

	/** The name that a point of the window is on. */
	nameAt([x, y]: readonly [number, number]): MapName | null {
		const isOn = (name: MapName & { x: number; y: number }) =>
			Math.abs(x - name.x) <= name.width / 2 && Math.abs(y - name.y) <= name.height / 2;
		return this.namesSeen.find(isOn) ?? null;
	}

	/** Goes nearer to the papers that a name is of, until what is below it has names. */
	goTo({ anchor, reach: extent, to }: MapName): void {
		const { height, width } = this.frame;
		const fill = (0.35 * Math.min(height, width / stretchOf(this.frame))) / extent;
		const side = Math.max(this.view.side * 1.6, to < Infinity ? Math.max(fill, to * 1.02) : fill);
		this.setView({ x: anchor[0], y: anchor[1], side });
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
		return this.index && nearestPaper(this.index, this.visible, this.view, this.frame, point, reach);
	}

	/** Moves the cursor to the next paper in a direction, and the view with it; to the middle one at first. */
	step(direction: Direction): void {
		if (!this.index) return;
		const next =
			this.cursor === null
				? this.nearMiddle()
				: nextPaper(this.index, this.visible, this.view, this.frame, this.placeOf(this.cursor), direction);
		if (next !== null) this.pointAt(next);
	}

	/** Moves the cursor to the middle of the next theme that has visible papers: the largest first, and after the last. */
	stepToTheme(): void {
		const { cursor, index, positions, visible, view, frame } = this;
		if (!index) return;
		const now = cursor === null ? undefined : positions?.theme[cursor];
		const themes = this.centres.theme;
		const from = themes.findIndex(({ id }) => id === now) + 1;
		for (const { id, x, y } of [...themes.slice(from), ...themes.slice(0, from)]) {
			const paper = nearestInTheme(index, visible, view, frame, id, [x, y]);
			if (paper !== null) return this.pointAt(paper);
		}
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
		const { index, visible, view, frame } = this;
		if (!index) return null;
		const middle = [frame.width / 2, frame.height / 2] as const;
		return nearestPaper(index, visible, view, frame, middle, Math.max(frame.width, frame.height));
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

/** Papers that pass and lie in some periods; `null` for all papers. */
export function within(passing: Passing, axis: TimeAxis | null, window: TimeWindow | null): Passing {
	if (!axis || !window) return passing;
	const [first, last] = window;
	return axis.periodOf.reduce((all, period, paper) => {
		const passes = passing === null || passing[paper] === 1;
		if (passes && period !== noPeriod && period >= first && period <= last) all[paper] = 1;
		return all;
	}, new Uint8Array(axis.periodOf.length));
}
