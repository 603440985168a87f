/** A place on the map, 0 to 1 each way; y grows upwards. */
export type Place = readonly [x: number, y: number];

/** What is seen of the map: the place in the middle, and how many pixels high all of it would be. */
export interface MapView {
	readonly x: number;
	readonly y: number;
	readonly side: number;
}

/** The window onto the map, in pixels. */
export interface Frame {
	readonly width: number;
	readonly height: number;
}

/** The most that can be zoomed in, as a multiple of the whole map. */
const deepest = 400;
const margin = 24;

/** How much wider than high the map is drawn: its axes have no common unit, so it may fill the window. */
export function stretchOf({ width, height }: Frame): number {
	return Math.min(1.7, Math.max(0.8, width / Math.max(1, height)));
}

function wholeSide(frame: Frame): number {
	const room = (length: number) => Math.max(40, length - 2 * margin);
	return Math.min(room(frame.height), room(frame.width) / stretchOf(frame));
}

/** All of the map. */
export function wholeView(frame: Frame): MapView {
	return { x: 0.5, y: 0.5, side: wholeSide(frame) };
}

/** How far a view is zoomed in: 1 shows all of the map. */
export function zoomOf(view: MapView, frame: Frame): number {
	return view.side / wholeSide(frame);
}

export function toScreen(view: MapView, frame: Frame, [x, y]: Place): [x: number, y: number] {
	return [
		frame.width / 2 + (x - view.x) * view.side * stretchOf(frame),
		frame.height / 2 - (y - view.y) * view.side
	];
}

export function toMap(view: MapView, frame: Frame, [x, y]: readonly [number, number]): Place {
	return [
		view.x + (x - frame.width / 2) / (view.side * stretchOf(frame)),
		view.y - (y - frame.height / 2) / view.side
	];
}

/** Whether a distance lies between two, the farther one included. */
export const isBetween = (side: number, from: number, to: number): boolean =>
	side >= from - rounding * side && side < to;
/** What arithmetic may lose of a distance. */
const rounding = 1e-9;

const within = (value: number, from: number, to: number) => Math.min(to, Math.max(from, value));

/** The nearest view that shows some of the map, not too near and not too far. */
export function kept(view: MapView, frame: Frame): MapView {
	const whole = wholeSide(frame);
	return {
		x: within(view.x, 0, 1),
		y: within(view.y, 0, 1),
		side: within(view.side, whole * 0.8, whole * deepest)
	};
}

/** Moves what is seen by pixels of the window. */
export function panned(view: MapView, frame: Frame, dx: number, dy: number): MapView {
	const { side } = view;
	return kept({ side, x: view.x - dx / (side * stretchOf(frame)), y: view.y + dy / side }, frame);
}

/** Zooms by a factor; what lies under a point of the window stays there. */
export function zoomedAt(
	view: MapView,
	frame: Frame,
	point: readonly [number, number],
	factor: number
): MapView {
	const fixed = toMap(view, frame, point);
	const { side } = kept({ ...view, side: view.side * factor }, frame);
	const ratio = view.side / side;
	return kept(
		{ side, x: fixed[0] + (view.x - fixed[0]) * ratio, y: fixed[1] + (view.y - fixed[1]) * ratio },
		frame
	);
}

/** The part of the map in the window, which may reach beyond it. */
export function seen(view: MapView, frame: Frame): { from: Place; to: Place } {
	const [left, top] = toMap(view, frame, [0, 0]);
	const [right, bottom] = toMap(view, frame, [frame.width, frame.height]);
	return { from: [left, bottom], to: [right, top] };
}
