import { describe, expect, it } from 'vitest';

import type { GroupCentre } from '../../../../src/lib/views/pages/map/raster/group-centres.ts';
import { mapNames, nameGroupings } from '../../../../src/lib/views/pages/map/map-names.ts';
import {
	nameRanges,
	type NameRange,
	type NameWish,
	type Whole
} from '../../../../src/lib/drawing/name-ranges.ts';
import { indexPoints } from '../../../../src/lib/views/pages/map/raster/point-index.ts';
import { titledPapers, titleRoom } from '../../../../src/lib/views/pages/map/title-places.ts';
import {
	panned,
	stretchOf,
	toScreen,
	wholeView,
	zoomedAt,
	type Place
} from '../../../../src/lib/views/pages/map/raster/view.ts';
import { isWhole, thumbnailSize } from '../../../../src/lib/views/pages/map/whole-in-window.ts';
import { randomSource } from '../../../support/random.ts';

const frame = { width: 900, height: 600 };
const { side } = wholeView(frame);
const whole: Whole = { ...frame, side, stretch: stretchOf(frame) };
const random = randomSource(5);

/** The middle of a name at a side of the map, in pixels from the middle of the map. */
const middleAt = ({ anchor, offset }: NameRange, at: number): [number, number] => [
	(anchor[0] - 0.5) * at * whole.stretch + offset[0],
	(0.5 - anchor[1]) * at + offset[1]
];

describe('names at every distance', () => {
	const wishes = Array.from({ length: 90 }, (_, place): NameWish => {
		const anchor = (): Place => [random(), random()];
		const level = Math.floor(place / 30);
		return {
			anchors: [anchor(), anchor()],
			width: 60 + random() * 120,
			height: 20 + (place % 3) * 14,
			from: [0, 0, side * 1.3][level]!,
			to: [side * 1.7, side * (3 + random() * 8), Infinity][level]!
		};
	});
	const ranges = nameRanges(wishes, whole);
	const shown = (at: number) =>
		ranges.flatMap((range, place) =>
			range && at >= range.from * (1 + 1e-9) && at < range.to ? [{ range, wish: wishes[place]! }] : []
		);
	const sides = Array.from({ length: 300 }, (_, step) => side * 0.8 * 1.02 ** step);

	it('never cover each other', () => {
		let pairs = 0;
		const covered: unknown[] = [];
		for (const at of sides) {
			const boxes = shown(at).map(({ range, wish }) => ({ at: middleAt(range, at), wish }));
			boxes.forEach((a, i) => {
				for (const b of boxes.slice(i + 1)) {
					pairs++;
					const apart =
						Math.abs(a.at[0] - b.at[0]) >= (a.wish.width + b.wish.width) / 2 ||
						Math.abs(a.at[1] - b.at[1]) >= (a.wish.height + b.wish.height) / 2;
					if (!apart) covered.push({ at, a, b });
				}
			});
		}
		expect(covered).toEqual([]);
		expect(pairs).toBeGreaterThan(50_000);
	});

	it('come once while one zooms in and go only when they have nothing more to say', () => {
		for (const [place, range] of ranges.entries()) {
			if (!range) continue;
			expect(range.to).toBe(wishes[place]!.to);
			expect(range.from).toBeGreaterThanOrEqual(wishes[place]!.from);
		}
		expect(shown(side).length).toBeGreaterThan(20);
		expect(ranges.filter((range) => range !== null).length).toBeGreaterThan(80);
		expect(shown(side * 60)).toHaveLength(30);
	});

	it('stand whole inside the window while all of the map is seen', () => {
		for (const { range, wish } of shown(side)) {
			const [x, y] = middleAt(range, side);
			expect(Math.abs(x) + wish.width / 2).toBeLessThanOrEqual(450);
			expect(Math.abs(y) + wish.height / 2).toBeLessThanOrEqual(300);
		}
	});

	it('stand where they wish when they are alone', () => {
		const wish = { anchors: [[0.4, 0.6] as const], width: 100, height: 20, from: 0, to: Infinity };
		expect(nameRanges([wish], whole)).toEqual([
			{ anchor: [0.4, 0.6], offset: [0, 0], from: 0, to: Infinity }
		]);
	});
});

describe('what is named', () => {
	// Four leaves; the first two merge, then the last two, then all.
	const tree = [
		{ themeId: 0, parentId: 4, label: 'a', papers: 9 },
		{ themeId: 1, parentId: 4, label: 'b', papers: 8 },
		{ themeId: 2, parentId: 5, label: 'c', papers: 7 },
		{ themeId: 3, parentId: 5, label: 'd', papers: 6 },
		{ themeId: 4, parentId: 6, label: 'ab', papers: 17 },
		{ themeId: 5, parentId: 6, label: 'cd', papers: 13 },
		{ themeId: 6, parentId: null, label: 'all', papers: 30 }
	];

	it('is each theme, and the leaves of those that have several', () => {
		const themes = [
			{ themeId: 4, leaves: [0, 1] },
			{ themeId: 2, leaves: [2] },
			{ themeId: 3, leaves: [3] }
		];
		const { branch, theme, part } = nameGroupings(tree, themes);
		expect(theme.groupOfLeaf).toEqual([4, 4, 2, 3]);
		expect(part.groupOfLeaf).toEqual([0, 1, -1, -1]);
		expect(branch.groupOfLeaf).toEqual([-1, -1, -1, -1]);
	});

	it('is the branches of many themes, unless a branch is a theme', () => {
		const leaves = 8;
		const chain = [
			...Array.from({ length: leaves }, (_, id) => ({ themeId: id, parentId: leaves + Math.max(0, id - 1) })),
			...Array.from({ length: leaves - 1 }, (_, at) => ({
				themeId: leaves + at,
				parentId: at === leaves - 2 ? null : leaves + at + 1
			}))
		].map((node) => ({ ...node, label: `n${node.themeId}`, papers: 1 }));
		const themes = Array.from({ length: leaves }, (_, id) => ({ themeId: id, leaves: [id] }));
		const { branch } = nameGroupings(chain, themes);
		// The cut into two: the last leaf, which is a theme, and all the others.
		expect(branch.groupOfLeaf).toEqual([13, 13, 13, 13, 13, 13, 13, -1]);
	});

	it('changes from branches to themes to parts as one zooms in', () => {
		const centre = (id: number, x: number, y: number, reach: number): GroupCentre => ({
			id,
			x,
			y,
			reach,
			others: [],
			papers: 10
		});
		const centres = {
			branch: [centre(20, 0.5, 0.8, 0.3)],
			theme: [centre(10, 0.3, 0.5, 0.12), centre(11, 0.7, 0.5, 0.12)],
			part: [centre(1, 0.28, 0.5, 0.04), centre(2, 0.32, 0.5, 0.04)]
		};
		const names = mapNames(
			centres,
			(id) => `name ${id}`,
			(id) => id === 10,
			whole
		);
		const at = (zoom: number) =>
			names.filter(({ from, to }) => side * zoom >= from && side * zoom < to).map(({ id }) => id);
		expect(at(1)).toEqual([20, 10, 11]);
		expect(at(2.2)).toEqual([10, 11, ...at(2.2).slice(2)]);
		expect(at(30)).toEqual([11, 1, 2]);
	});
});

describe('titles of papers', () => {
	const count = 4000;
	const step = () => Math.floor(random() * 65_536);
	const index = indexPoints({
		x: Uint16Array.from({ length: count }, step),
		y: Uint16Array.from({ length: count }, step),
		theme: new Uint16Array(count),
		leaf: new Uint16Array(count)
	});
	const placeOf = new Map([...index.id].map((id, point) => [id, point]));
	const at = (id: number): Place => {
		const point = placeOf.get(id)!;
		return [index.x[point]! / 65_535, index.y[point]! / 65_535];
	};
	const rank = Int32Array.from({ length: count }, () => Math.floor(random() * 50));
	const view = zoomedAt(wholeView(frame), frame, [430, 310], 12);
	const chosen = (of: typeof view) => titledPapers(index, null, rank, count, of, frame);
	const inWindow = (of: typeof view, ids: readonly number[]) =>
		ids.filter((id) => {
			const [x, y] = toScreen(of, frame, at(id));
			return x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
		});

	it('do not cover each other from the side that is told', () => {
		const { ids, side: from } = chosen(view);
		expect(inWindow(view, ids).length).toBeGreaterThan(8);
		const places = ids.map((id) => toScreen({ ...view, side: from }, frame, at(id)));
		places.forEach(([x, y], i) => {
			for (const [ox, oy] of places.slice(i + 1)) {
				expect(Math.abs(x - ox) >= titleRoom.width || Math.abs(y - oy) >= titleRoom.height).toBe(true);
			}
		});
	});

	it('stay while the map is moved', () => {
		const before = new Set(chosen(view).ids);
		let stayed = 0;
		for (const [dx, dy] of [
			[120, 0],
			[-260, 90],
			[33, -180],
			[-7, 3]
		] as const) {
			// prettier-ignore
			const moved = panned(view, frame, dx, dy);
			const seen = new Set(inWindow(moved, chosen(moved).ids));
			const both = inWindow(view, inWindow(moved, [...index.id]));
			for (const id of both) expect(seen.has(id), String(id)).toBe(before.has(id));
			stayed += both.filter((id) => seen.has(id)).length;
		}
		expect(stayed).toBeGreaterThan(20);
	});

	it('are those of the most prominent papers first', () => {
		const ids = new Set(chosen(view).ids);
		const places = [...index.id].map((id) => ({ id, at: toScreen(view, frame, at(id)) }));
		for (const {
			id,
			at: [x, y]
		} of places) {
			// prettier-ignore
			if (x < 0 || y < 0 || x > frame.width || y > frame.height || ids.has(id)) continue;
			const before = (other: number) => rank[other]! > rank[id]! || (rank[other] === rank[id] && other < id);
			const near = places.filter(
				({ id: other, at: [ox, oy] }) =>
					other !== id &&
					Math.abs(ox - x) < titleRoom.width * Math.SQRT2 &&
					Math.abs(oy - y) < titleRoom.height * Math.SQRT2
			);
			expect(near.some(({ id: other }) => before(other))).toBe(true);
		}
	});

	it('are none at a distance, and leave out papers that do not pass', () => {
		expect(chosen(wholeView(frame)).ids).toEqual([]);
		const [first] = chosen(view).ids;
		const passing = Uint8Array.from({ length: count }, (_, id) => (id === first ? 0 : 1));
		expect(titledPapers(index, passing, rank, count, view, frame).ids).not.toContain(first);
	});
});

describe('what is written on the map', () => {
	const box = { width: 120, height: 30 };
	const corners = [
		[60, 15],
		[840, 15],
		[60, 585]
	] as const;

	it('stands there whole or not at all', () => {
		for (const [x, y] of corners) {
			expect(isWhole({ ...box, x, y }, frame, true), `${x}, ${y}`).toBe(true);
			const outwards = [Math.sign(x - 450), Math.sign(y - 300)] as const;
			expect(isWhole({ ...box, x: x + outwards[0], y }, frame, false)).toBe(false);
			expect(isWhole({ ...box, x, y: y + outwards[1] }, frame, false)).toBe(false);
		}
	});

	it('gives way to the small picture of the map where that is shown', () => {
		const { width, height } = thumbnailSize(frame);
		expect([width, height]).toEqual([148, 99]);
		const behind = { ...box, x: frame.width - 60, y: frame.height - 15 };
		expect([isWhole(behind, frame, false), isWhole(behind, frame, true)]).toEqual([true, false]);
		expect(isWhole({ ...behind, x: frame.width - width - 73 }, frame, true)).toBe(true);
		expect(isWhole({ ...behind, y: frame.height - height - 28 }, frame, true)).toBe(true);
		expect(isWhole({ ...behind, x: frame.width - width - 72 }, frame, true)).toBe(false);
	});
});
