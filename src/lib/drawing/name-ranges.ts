/** A place on the map, 0 to 1 each way; y grows upwards. */
type Place = readonly [x: number, y: number];

/** A name that wants to stand on the map. Sizes are pixels of the page, distances `side`s of the whole map in pixels. */
export interface NameWish {
	/** Where it may stand, the best place first. */
	readonly anchors: readonly Place[];
	/** Places of others: what stands nearer to one of them than to the anchor would be read as theirs. */
	readonly rivals?: readonly Place[];
	readonly width: number;
	readonly height: number;
	/** Pixels from an end of the name to the middle of the mark that stands there; a name without one stands by its middle. */
	readonly mark?: number;
	/** Side of the map from which on, and up to which, it has something to say. */
	readonly from: number;
	readonly to: number;
	/** Side of the map at which it must stand, or not at all. */
	readonly by?: number;
}

/** The end of a name that has its mark: -1 left, 1 right, 0 for a name without one. */
type End = -1 | 0 | 1;

/** Where a name stands, and at which distances. */
export interface NameRange {
	readonly anchor: Place;
	/** Pixels from the anchor to the middle of the name. */
	readonly offset: readonly [x: number, y: number];
	readonly end: End;
	readonly from: number;
	readonly to: number;
}

/** How many dots a name covers at a side of the map. */
export type Covered = (
	name: Pick<NameRange, 'anchor' | 'offset'> & Pick<NameWish, 'width' | 'height'>,
	side: number
) => number;

/** The map as it is shown whole: inside of it names stand whole. */
export interface Whole {
	readonly side: number;
	readonly stretch: number;
	readonly width: number;
	readonly height: number;
}

/** Pixels between names, and between a name and the edge. */
const gap = 3;
const edge = 4;

/** Places beside the anchor, nearest first, in heights and half widths. */
const steps: readonly (readonly [x: number, y: number])[] = [
	[0, 0],
	[0, -1],
	[0, 1],
	[-0.5, 0],
	[0.5, 0],
	[-0.5, -1],
	[0.5, -1],
	[-0.5, 1],
	[0.5, 1]
];
/** Rows of a name whose mark stands above, at or below the anchor, nearest first, in heights. */
const rows = [0, -0.5, 0.5, -1, 1] as const;
/** What stands farther from its papers along an axis, in pixels, would be read as the name of others. */
const farthest = 44;

/** Dots that a name rather covers than go to its next best anchor. */
const dotsForBetter = 2;

type Span = readonly [from: number, to: number];
const never: Span = [0, 0];

/** Between which sides two intervals along one axis overlap, if their middles are `apart` at side 1 and shifted by pixels. */
function overlapAlong(apart: number, shift: number, room: number): Span {
	if (apart === 0) return Math.abs(shift) < room ? [0, Infinity] : never;
	const ends = [(-room - shift) / apart, (room - shift) / apart];
	return [Math.max(0, Math.min(...ends)), Math.max(0, ...ends)];
}

interface Standing extends NameRange {
	readonly width: number;
	readonly height: number;
}

type Placed = Pick<Standing, 'anchor' | 'offset' | 'width' | 'height'>;
type Spot = Pick<NameRange, 'offset' | 'end'>;

/** Where a name may stand beside its anchor, the best spot first: a mark stands above, at or below it. */
function spotsOf({ width, height, mark }: NameWish): Spot[] {
	if (mark === undefined) {
		return steps.map(([across, down]) => ({ end: 0, offset: [across * width, down * height] }));
	}
	const half = width / 2 - mark;
	return rows.flatMap((down): Spot[] => [
		{ end: -1, offset: [half, down * height] },
		{ end: 1, offset: [-half, down * height] }
	]);
}

/** Pixels from the anchor to what a name is read by: its mark, or its middle. */
export function pointerOf(
	{ offset, end }: Spot,
	{ width, mark = 0 }: Pick<NameWish, 'width' | 'mark'>
): readonly [x: number, y: number] {
	return [offset[0] + end * (width / 2 - mark), offset[1]];
}

/** The first side at which a point that is shifted by pixels from an anchor is nearer to it than to any rival. */
function ownFrom(
	anchor: Place,
	[dx, dy]: readonly [number, number],
	rivals: readonly Place[],
	stretch: number
): number {
	return rivals.reduce((from, rival) => {
		const [x, y] = [(rival[0] - anchor[0]) * stretch, anchor[1] - rival[1]];
		const square = x * x + y * y;
		return square === 0 ? from : Math.max(from, (2 * (x * dx + y * dy)) / square);
	}, 0);
}

/** Between which sides two names cover each other. */
function overlap(a: Placed, b: Standing, stretch: number): Span {
	const across = overlapAlong(
		(a.anchor[0] - b.anchor[0]) * stretch,
		a.offset[0] - b.offset[0],
		(a.width + b.width) / 2 + gap
	);
	const down = overlapAlong(
		b.anchor[1] - a.anchor[1],
		a.offset[1] - b.offset[1],
		(a.height + b.height) / 2 + gap
	);
	return [Math.max(across[0], down[0]), Math.min(across[1], down[1])];
}

/** The first side from which on a name covers none of those that stand, up to its end. */
function freeFrom(
	name: Placed,
	wish: NameWish,
	first: number,
	standing: readonly Standing[],
	stretch: number
): number {
	let from = first;
	for (const other of standing) {
		const [near, far] = overlap(name, other, stretch);
		const [begin, end] = [Math.max(near, other.from), Math.min(far, other.to)];
		if (begin < end && begin < wish.to && end > from) from = end;
	}
	return from;
}

/** The offset that keeps a name inside the window while all of the map is seen; `null` when it is wider than that. */
function inside(
	[x, y]: Place,
	[dx, dy]: readonly [number, number],
	{ width, height }: NameWish,
	whole: Whole
): readonly [number, number] | null {
	if (width > whole.width - 2 * edge) return null;
	const fit = (value: number, half: number, room: number) =>
		Math.max(edge + half, Math.min(room - edge - half, value));
	const left = whole.width / 2 + (x - 0.5) * whole.side * whole.stretch;
	const top = whole.height / 2 - (y - 0.5) * whole.side;
	return [fit(left + dx, width / 2, whole.width) - left, fit(top + dy, height / 2, whole.height) - top];
}

/** Where a name may stand, beside those that stand, and from which side on. */
function* placesOf(wish: NameWish, standing: readonly Standing[], whole: Whole): Generator<Standing> {
	const { width, height, to, by = to } = wish;
	for (const anchor of wish.anchors) {
		for (const { offset: wished, end } of spotsOf(wish)) {
			if (Math.abs(wished[1]) > farthest) continue;
			const offset = inside(anchor, wished, wish, whole);
			if (!offset) continue;
			const pointer = pointerOf({ offset, end }, wish);
			if (Math.abs(pointer[1]) > farthest || (end !== 0 && Math.abs(pointer[0]) > farthest)) continue;
			const own = Math.max(wish.from, ownFrom(anchor, pointer, wish.rivals ?? [], whole.stretch));
			const from = freeFrom({ anchor, offset, width, height }, wish, own, standing, whole.stretch);
			if (from < to && from <= by) yield { anchor, offset, end, width, height, from, to };
		}
	}
}

/**
 * For each name a place and the distances at which it stands there, so that none covers another at any distance, none
 * goes while one zooms in unless it has nothing more to say, and nothing depends on what part of the map is seen
 * (active ranges: Been, Daiches and Yap 2006). The first names choose first: the place that is free at the greatest
 * distance, of those free on the whole map the one that covers fewest dots, the better places before.
 * @returns in the order given; `null` for names that find no room at all
 */
export function nameRanges(
	wishes: readonly NameWish[],
	whole: Whole,
	covered: Covered = () => 0
): (NameRange | null)[] {
	const standing: Standing[] = [];
	return wishes.map((wish) => {
		let [best, bestSide, fewest]: [Standing | null, number, number] = [null, Infinity, Infinity];
		for (const place of placesOf(wish, standing, whole)) {
			const side = Math.max(place.from, whole.side);
			if (side > bestSide) continue;
			const dots = covered(place, side) + wish.anchors.indexOf(place.anchor) * dotsForBetter;
			if (side < bestSide || dots < fewest) [best, bestSide, fewest] = [place, side, dots];
		}
		if (!best) return null;
		standing.push(best);
		const { anchor, offset, end, from, to } = best;
		return { anchor, offset, end, from, to };
	});
}
