import type { Passing } from './nearest-point.ts';
import { positionSteps } from '../../../queries/themes/positions.ts';
import { eachRun, type PointIndex } from './raster/point-index.ts';
import { stretchOf, toMap, type Frame, type MapView, type Place } from './raster/view.ts';

/** Room that the title of a paper takes, in pixels, and lines that it has at most. */
export interface TitleRoom {
	readonly width: number;
	readonly height: number;
	readonly lines: number;
}

const [short, long]: [TitleRoom, TitleRoom] = [
	{ width: 176, height: 50, lines: 2 },
	{ width: 176, height: 94, lines: 5 }
];

/** Titles are shown when papers are so far apart on average, in pixels, and shown whole when they are this far. */
const [apartFrom, longFrom] = [24, 120];
/** Papers in sight beyond which no title is looked for. */
const mostPapers = 6000;
/** Rounds in which titles find room; each looks one title's room farther. */
const rounds = 3;

/** Whose titles are shown, from a side of the map on. */
export interface TitledPapers {
	/** Most prominent first. */
	readonly ids: readonly number[];
	/** Nearer than this none of the titles covers another. */
	readonly side: number;
	readonly room: TitleRoom;
}

/** The steps between which the choice of titles stays. */
function levelOf(side: number): number {
	let level = 1;
	while (level * Math.SQRT2 <= side) level *= Math.SQRT2;
	return level;
}

interface Candidate {
	id: number;
	x: number;
	y: number;
}

/** Papers in the window and so far beyond that what lies there can keep a title from its place, in pixels at a side. */
function candidates(
	index: PointIndex,
	passing: Passing,
	view: MapView,
	frame: Frame,
	{ side, room }: Omit<TitledPapers, 'ids'>
): Candidate[] | null {
	const across = rounds * room.width + frame.width / 2;
	const down = rounds * room.height + frame.height / 2;
	const from = toMap(view, frame, [-across, frame.height + down]);
	const to = toMap(view, frame, [frame.width + across, -down]);
	const perX = (side * stretchOf(frame)) / positionSteps;
	const found: Candidate[] = [];
	eachRun(index, from, to, (first, last) => {
		for (let point = first; point < last && found.length <= mostPapers; point++) {
			const id = index.id[point] as number;
			if (passing && passing[id] === 0) continue;
			const [x, y] = [index.x[point] as number, index.y[point] as number];
			found.push({ id, x: x * perX, y: (y * side) / positionSteps });
		}
	});
	return found.length > mostPapers ? null : found;
}

/** For each candidate those before it whose titles would cover its own. */
function coveredBy(ordered: readonly Candidate[], { width, height }: TitleRoom): number[][] {
	const cells = new Map<string, number[]>();
	return ordered.map(({ x, y }, at) => {
		const [column, row] = [Math.floor(x / width), Math.floor(y / height)];
		const before: number[] = [];
		for (let c = column - 1; c <= column + 1; c++) {
			for (let r = row - 1; r <= row + 1; r++) {
				for (const other of cells.get(`${c} ${r}`) ?? []) {
					const { x: ox, y: oy } = ordered[other]!;
					if (Math.abs(ox - x) < width && Math.abs(oy - y) < height) before.push(other);
				}
			}
		}
		const key = `${column} ${row}`;
		const cell = cells.get(key);
		if (cell) cell.push(at);
		else cells.set(key, [at]);
		return before;
	});
}

/**
 * The papers whose titles are shown: those that no more prominent paper is too near to, then those that none of
 * these and no more prominent one of the rest is too near to, and so on. What is chosen depends on the papers
 * around a place alone, so that moving the map changes nothing, and no title covers another.
 * @param rank by paper id, the most prominent highest; of equal ones the smaller id is before
 * @param papers that pass on the whole map
 */
export function titledPapers(
	index: PointIndex,
	passing: Passing,
	rank: ArrayLike<number>,
	papers: number,
	view: MapView,
	frame: Frame
): TitledPapers {
	const side = levelOf(view.side);
	const apart = Math.sqrt((side * side * stretchOf(frame)) / Math.max(1, papers));
	const room = apart < longFrom ? short : long;
	const found = apart < apartFrom ? null : candidates(index, passing, view, frame, { side, room });
	if (!found) return { ids: [], side, room };
	const rankOf = ({ id }: Candidate) => rank[id] ?? 0;
	const ordered = found.sort((a, b) => rankOf(b) - rankOf(a) || a.id - b.id);
	const before = coveredBy(ordered, room);
	const state = new Array<'open' | 'shown' | 'covered'>(ordered.length).fill('open');
	for (let round = 0; round < rounds; round++) {
		const open = [...state.keys()].filter((at) => state[at] === 'open');
		const free = open.filter((at) => before[at]!.every((other) => state[other] === 'covered'));
		for (const at of free) state[at] = 'shown';
		for (const at of open) {
			if (state[at] === 'open' && before[at]!.some((other) => state[other] === 'shown'))
				state[at] = 'covered';
		}
	}
	return { ids: ordered.filter((_, at) => state[at] === 'shown').map(({ id }) => id), side, room };
}

/** Pixels from a dot to its title. */
export const titleGap = 9;

interface TitleBox {
	/** Where the dot is, 0 to 1 each way. */
	readonly place: Place;
	readonly width: number;
	readonly height: number;
}

/** Papers under a box, in pixels from the lower left corner of a map that is `wide` and `side` pixels large. */
function dotsUnder(
	index: PointIndex,
	from: Place,
	to: Place,
	[wide, side]: readonly [number, number]
): number {
	const isIn = (value: number, low: number, high: number) => value > low && value < high;
	let dots = 0;
	eachRun(index, [from[0] / wide, from[1] / side], [to[0] / wide, to[1] / side], (first, last) => {
		for (let point = first; point < last; point++) {
			const [x, y] = [(index.x[point]! / positionSteps) * wide, (index.y[point]! / positionSteps) * side];
			if (isIn(x, from[0], to[0]) && isIn(y, from[1], to[1])) dots++;
		}
	});
	return dots;
}

/**
 * Whether each title stands above its dot: below it would cover more papers, and above it meets none of the others,
 * wherever these stand.
 * @param side from which on they are shown: farther in, titles that do not meet stay apart
 */
export function titlesAbove(
	index: PointIndex,
	titles: readonly TitleBox[],
	side: number,
	stretch: number
): boolean[] {
	const size = [side * stretch, side] as const;
	const boxes = titles.map(({ place, width, height }) => {
		const [x, y] = [place[0] * size[0], place[1] * size[1]];
		const [left, right, tall] = [x - width / 2, x + width / 2, titleGap + height];
		return { y, left, right, tall };
	});
	const isAbove: boolean[] = [];
	for (const [at, { y, left, right, tall }] of boxes.entries()) {
		const under = dotsUnder(index, [left, y - tall], [right, y - titleGap], size);
		const over = under > 0 ? dotsUnder(index, [left, y + titleGap], [right, y + tall], size) : 0;
		const meets = boxes.some((other, place) => {
			if (place === at || other.right <= left || other.left >= right) return false;
			const isClear = y >= other.y || y + tall <= other.y - other.tall;
			const isClearAbove = !isAbove[place] || y + tall <= other.y || other.y + other.tall <= y;
			return !(isClear && isClearAbove);
		});
		isAbove.push(over < under && !meets);
	}
	return isAbove;
}
