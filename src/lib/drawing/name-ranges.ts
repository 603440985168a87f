/** A place on the map, 0 to 1 each way; y grows upwards. */
type Place = readonly [x: number, y: number];

/** A name that wants to stand on the map. Sizes are pixels of the page, distances `side`s of the whole map in pixels. */
export interface NameWish {
	/** Where it may stand, the best place first. */
	readonly anchors: readonly Place[];
	readonly width: number;
	readonly height: number;
	/** Side of the map from which on, and up to which, it has something to say. */
	readonly from: number;
	readonly to: number;
}

/** Where a name stands, and at which distances. */
export interface NameRange {
	readonly anchor: Place;
	/** Pixels from the anchor to the middle of the name. */
	readonly offset: readonly [x: number, y: number];
	readonly from: number;
	readonly to: number;
}

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
/** A name that stands farther above or below its papers, in pixels, would be read as that of others. */
const farthest = 44;

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

/** Between which sides two names cover each other. */
function overlap(a: Omit<Standing, 'from' | 'to'>, b: Standing, stretch: number): Span {
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
	name: Omit<Standing, 'from' | 'to'>,
	wish: NameWish,
	standing: readonly Standing[],
	stretch: number
): number {
	let from = wish.from;
	for (const other of standing) {
		const [first, last] = overlap(name, other, stretch);
		const [begin, end] = [Math.max(first, other.from), Math.min(last, other.to)];
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

/**
 * For each name a place and the distances at which it stands there, so that none covers another at any distance, none
 * goes while one zooms in unless it has nothing more to say, and nothing depends on what part of the map is seen
 * (active ranges: Been, Daiches and Yap 2006). The first names choose first.
 * @returns in the order given; `null` for names that find no room at all
 */
export function nameRanges(wishes: readonly NameWish[], whole: Whole): (NameRange | null)[] {
	const standing: Standing[] = [];
	return wishes.map((wish) => {
		let best: Standing | null = null;
		const { width, height } = wish;
		for (const anchor of wish.anchors) {
			for (const [across, down] of steps) {
				if (Math.abs(down * height) > farthest) continue;
				const offset = inside(anchor, [across * width, down * height], wish, whole);
				if (!offset || Math.abs(offset[1]) > farthest) continue;
				const from = freeFrom({ anchor, offset, width, height }, wish, standing, whole.stretch);
				if (from < (best?.from ?? wish.to)) best = { anchor, offset, width, height, from, to: wish.to };
			}
		}
		if (best) standing.push(best);
		return best && { anchor: best.anchor, offset: best.offset, from: best.from, to: best.to };
	});
}
