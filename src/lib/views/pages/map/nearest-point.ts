import { positionSteps } from '../../../queries/themes/positions.ts';
import { eachRun, type PointIndex } from './raster/point-index.ts';
import { stretchOf, toMap, toScreen, type Frame, type MapView, type Place } from './raster/view.ts';

export type Direction = 'left' | 'right' | 'up' | 'down';

/** Which papers answer to the pointer, by paper id; all without it. */
export type Passing = Uint8Array | null;

/** Distances in pixels of the window, from a place of the map. */
function distances(index: PointIndex, view: MapView, frame: Frame, x: number, y: number) {
	const [perX, perY] = [(view.side * stretchOf(frame)) / positionSteps, view.side / positionSteps];
	const [fromX, fromY] = [x * positionSteps, y * positionSteps];
	return {
		across: (point: number) => ((index.x[point] as number) - fromX) * perX,
		up: (point: number) => ((index.y[point] as number) - fromY) * perY
	};
}

/**
 * The paper nearest to a point of the window, at most `reach` pixels away; of equally near ones the smallest id.
 * @returns its paper id, or `null`
 */
export function nearestPaper(
	index: PointIndex,
	passing: Passing,
	view: MapView,
	frame: Frame,
	at: readonly [number, number],
	reach: number
): number | null {
	const [x, y] = toMap(view, frame, at);
	const from = toMap(view, frame, [at[0] - reach, at[1] + reach]);
	const to = toMap(view, frame, [at[0] + reach, at[1] - reach]);
	const { across, up } = distances(index, view, frame, x, y);
	let best = reach * reach;
	let found: number | null = null;
	eachRun(index, from, to, (first, last) => {
		for (let point = first; point < last; point++) {
			const id = index.id[point] as number;
			if (passing && passing[id] === 0) continue;
			const [dx, dy] = [across(point), up(point)];
			const squared = dx * dx + dy * dy;
			if (squared > best || (squared === best && found !== null && id > found)) continue;
			best = squared;
			found = id;
		}
	});
	return found;
}

const turned: Record<Direction, (dx: number, dy: number) => [ahead: number, aside: number]> = {
	left: (dx, dy) => [-dx, dy],
	right: (dx, dy) => [dx, dy],
	up: (dx, dy) => [dy, dx],
	down: (dx, dy) => [-dy, dx]
};

/**
 * The paper that an arrow key leads to: the nearest one that lies rather in that direction than beside it
 * (within 45 degrees), seen from a place of the map.
 */
export function nextPaper(
	index: PointIndex,
	passing: Passing,
	view: MapView,
	frame: Frame,
	from: Place,
	direction: Direction
): number | null {
	const { across, up } = distances(index, view, frame, from[0], from[1]);
	const turn = turned[direction];
	let best = Infinity;
	let found: number | null = null;
	for (let point = 0; point < index.id.length; point++) {
		const [ahead, aside] = turn(across(point), up(point));
		if (ahead <= 0 || Math.abs(aside) > ahead) continue;
		const squared = ahead * ahead + aside * aside;
		if (squared >= best) continue;
		if (passing && passing[index.id[point] as number] === 0) continue;
		best = squared;
		found = index.id[point] as number;
	}
	return found;
}

/** The paper of a theme that is nearest to a place of the map; of equally near ones any. */
export function nearestInTheme(
	index: PointIndex,
	passing: Passing,
	view: MapView,
	frame: Frame,
	theme: number,
	from: Place
): number | null {
	const { across, up } = distances(index, view, frame, from[0], from[1]);
	let best = Infinity;
	let found: number | null = null;
	for (let point = 0; point < index.id.length; point++) {
		if (index.theme[point] !== theme || passing?.[index.id[point] as number] === 0) continue;
		const squared = across(point) ** 2 + up(point) ** 2;
		if (squared >= best) continue;
		best = squared;
		found = index.id[point] as number;
	}
	return found;
}

/** Paper ids in the window, nearest to its middle first, at most `count`, and how many there are in all and of each theme. */
export function papersSeen(
	index: PointIndex,
	passing: Passing,
	view: MapView,
	frame: Frame,
	count: number
): { ids: number[]; papers: number; themes: ReadonlyMap<number, number> } {
	const corner = (x: number, y: number) => toMap(view, frame, [x, y]);
	const { across, up } = distances(index, view, frame, view.x, view.y);
	const best: { id: number; squared: number }[] = [];
	const byTheme = new Uint32Array(65_536);
	let papers = 0;
	eachRun(index, corner(0, frame.height), corner(frame.width, 0), (first, last) => {
		for (let point = first; point < last; point++) {
			const id = index.id[point] as number;
			if (passing && passing[id] === 0) continue;
			const [dx, dy] = [across(point), up(point)];
			if (Math.abs(dx) > frame.width / 2 || Math.abs(dy) > frame.height / 2) continue;
			papers++;
			byTheme[index.theme[point] as number]!++;
			const squared = dx * dx + dy * dy;
			if (best.length === count && squared >= (best.at(-1)?.squared ?? 0)) continue;
			let place = best.length;
			while (place > 0 && (best[place - 1]?.squared ?? 0) > squared) place--;
			best.splice(place, 0, { id, squared });
			if (best.length > count) best.pop();
		}
	});
	const themes = new Map<number, number>();
	for (let theme = 0; theme < byTheme.length; theme++) {
		const count = byTheme[theme] as number;
		if (count > 0) themes.set(theme, count);
	}
	return { ids: best.map(({ id }) => id), papers, themes };
}

/** Where a paper is drawn in the window. */
export function paperOnScreen(
	positions: Pick<PointIndex, 'x' | 'y'>,
	paper: number,
	view: MapView,
	frame: Frame
): [x: number, y: number] {
	const share = (steps: Uint16Array) => (steps[paper] ?? 0) / positionSteps;
	return toScreen(view, frame, [share(positions.x), share(positions.y)]);
}
