import type { Passing } from './nearest-point.ts';
import { positionSteps } from '../../../queries/themes/positions.ts';
import { eachRun, type PointIndex } from './raster/point-index.ts';
import { stretchOf, toMap, type Frame, type MapView } from './raster/view.ts';

/** Room that the title of a paper takes, in pixels. */
export const titleRoom = { width: 176, height: 50 } as const;

/** Titles are shown when papers are so far apart on average, in pixels. */
const apartFrom = 24;
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
	side: number
): Candidate[] | null {
	const across = rounds * titleRoom.width + frame.width / 2;
	const down = rounds * titleRoom.height + frame.height / 2;
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
function coveredBy(ordered: readonly Candidate[]): number[][] {
	const { width, height } = titleRoom;
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
	const found = apart < apartFrom ? null : candidates(index, passing, view, frame, side);
	if (!found) return { ids: [], side };
	const rankOf = ({ id }: Candidate) => rank[id] ?? 0;
	const ordered = found.sort((a, b) => rankOf(b) - rankOf(a) || a.id - b.id);
	const before = coveredBy(ordered);
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
	return { ids: ordered.filter((_, at) => state[at] === 'shown').map(({ id }) => id), side };
}
