import { describe, expect, it } from 'vitest';

import { groupCentres, type GroupCentre } from '../../../../src/lib/views/pages/map/raster/group-centres.ts';
import { coveredDots } from '../../../../src/lib/drawing/covered-dots.ts';
import { mapNames, markAt, nameGroupings } from '../../../../src/lib/views/pages/map/map-names.ts';
import {
	nameRanges,
	pointerOf,
	type NameRange,
	type NameWish,
	type Whole
} from '../../../../src/lib/drawing/name-ranges.ts';
import { stretchOf, wholeView, type Place } from '../../../../src/lib/views/pages/map/raster/view.ts';
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
			{ anchor: [0.4, 0.6], offset: [0, 0], end: 0, from: 0, to: Infinity }
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
		const leaves = 16;
		const chain = [
			...Array.from({ length: leaves }, (_, id) => ({ themeId: id, parentId: leaves + Math.max(0, id - 1) })),
			...Array.from({ length: leaves - 1 }, (_, at) => ({
				themeId: leaves + at,
				parentId: at === leaves - 2 ? null : leaves + at + 1
			}))
		].map((node) => ({ ...node, label: `n${node.themeId}`, papers: 1 }));
		const themes = Array.from({ length: leaves }, (_, id) => ({ themeId: id, leaves: [id] }));
		const { branch } = nameGroupings(chain, themes);
		// The cut into four: the last three leaves, which are themes, and all the others.
		expect(branch.groupOfLeaf).toEqual([...Array.from({ length: 13 }, () => 27), -1, -1, -1]);
		const few = nameGroupings(chain, [{ themeId: 27, leaves: themes.slice(0, 13).map((_, leaf) => leaf) }, ...themes.slice(13)]); // prettier-ignore
		expect(new Set(few.branch.groupOfLeaf)).toEqual(new Set([-1]));
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
		expect(at(1)).toEqual([10, 11, 20]);
		expect(at(2.2)).toEqual([10, 11, ...at(2.2).slice(2)]);
		expect(at(30)).toEqual([11, 1, 2]);
	});
});

describe('the mark of a name', () => {
	/** Heaps of papers, two to a theme, strewn so thickly that names must stand beside their places. */
	const heaps = Array.from(
		{ length: 60 },
		() => [random(), random(), 20 + Math.floor(random() * 60)] as const
	);
	const near = (at: number) => Math.round(65_535 * Math.min(1, Math.max(0, at + (random() - 0.5) * 0.05)));
	const papers = heaps.flatMap(([x, y, size], heap) =>
		Array.from({ length: size }, () => [near(x), near(y), heap % 30] as const)
	);
	const places = {
		x: Uint16Array.from(papers, ([x]) => x),
		y: Uint16Array.from(papers, ([, y]) => y),
		leaf: Uint16Array.from(papers, ([, , leaf]) => leaf)
	};
	const [theme = []] = groupCentres(places, [{ groupOfLeaf: Array.from({ length: 30 }, (_, leaf) => leaf) }]);
	const centres = { branch: [], theme, part: [] };
	const close: Whole = { width: 560, height: 380, side: 332, stretch: 1.4 };
	const names = mapNames(centres, (id) => `theme ${id}`, () => false, close); // prettier-ignore
	/** Whose place a mark is nearest to at a side of the map. */
	const ownerAt = (name: (typeof names)[number], at: number) => {
		const [x, y] = pointerOf(name, { width: name.width, mark: markAt });
		const mark = [name.anchor[0] * at * close.stretch + x, name.anchor[1] * at - y] as const;
		const far = (of: GroupCentre) =>
			Math.min(...[[of.x, of.y] as const, ...of.others].map(([left, up]) => Math.hypot(left * at * close.stretch - mark[0], up * at - mark[1]))); // prettier-ignore
		return theme.reduce((best, of) => (far(of) < far(best) ? of : best)).id;
	};

	it('is nearest to a place of its own theme, at every distance', () => {
		const beside = names.filter(({ offset }) => offset[1] !== 0);
		expect(names.length).toBeGreaterThan(24);
		expect(beside.length).toBeGreaterThan(5);
		for (const name of names) {
			const sides = [1, 1.1, 1.5, 2, 4, 9].map((times) => Math.max(name.from * 1.000001, close.side) * times);
			expect(sides.map((at) => ownerAt(name, at)), String(name.id)).toEqual(sides.map(() => name.id)); // prettier-ignore
		}
	});

	it('stands at the end of the name that is next to the place', () => {
		expect(new Set(names.map(({ end }) => end))).toEqual(new Set([-1, 1]));
		for (const name of names) {
			const [x, y] = pointerOf(name, { width: name.width, mark: markAt });
			expect(Math.abs(x)).toBeLessThanOrEqual(44);
			expect(Math.abs(y)).toBeLessThanOrEqual(44);
		}
	});

	it('keeps off the dots of few papers', () => {
		const place = { x: 0.5, y: 0.5, others: [], id: 1, papers: 9, reach: 0.1 };
		const right = {
			x: Uint16Array.from({ length: 9 }, (_, dot) => 32_767 + dot * 700),
			y: new Uint16Array(9).fill(32_767)
		};
		const named = (dots: typeof right | null) => mapNames({ ...centres, theme: [place] }, () => 'alone', () => false, whole, dots)[0]!; // prettier-ignore
		const covered = coveredDots(right, 65_535, whole.stretch);
		expect(covered(named(null), side)).toBeGreaterThan(2);
		expect(covered(named(right), side)).toBe(0);
	});
});
