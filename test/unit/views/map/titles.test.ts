import { describe, expect, it } from 'vitest';

import { indexPoints } from '../../../../src/lib/views/pages/map/raster/point-index.ts';
import { titledPapers, titlesAbove } from '../../../../src/lib/views/pages/map/title-places.ts';
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
const random = randomSource(5);

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
		const { ids, side: from, room } = chosen(view);
		expect(inWindow(view, ids).length).toBeGreaterThan(8);
		const places = ids.map((id) => toScreen({ ...view, side: from }, frame, at(id)));
		places.forEach(([x, y], i) => {
			for (const [ox, oy] of places.slice(i + 1)) {
				expect(Math.abs(x - ox) >= room.width || Math.abs(y - oy) >= room.height).toBe(true);
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
		const { ids: shown, room } = chosen(view);
		const ids = new Set(shown);
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
					Math.abs(ox - x) < room.width * Math.SQRT2 &&
					Math.abs(oy - y) < room.height * Math.SQRT2
			);
			expect(near.some(({ id: other }) => before(other))).toBe(true);
		}
	});

	it('stand above their dots where they cover fewer others, and meet none there', () => {
		const { ids, side: from, room } = chosen(view);
		const boxes = ids.map((id) => ({ place: at(id), width: room.width - 20, height: 30 }));
		const above = titlesAbove(index, boxes, from, stretchOf(frame));
		expect(above.filter(Boolean).length).toBeGreaterThan(3);
		const spans = boxes.map(({ place, width, height }, one) => {
			const [x, y] = toScreen({ ...view, side: from }, frame, place);
			const top = above[one] ? y - 9 - height : y + 9;
			return { left: x - width / 2, right: x + width / 2, top, bottom: top + height };
		});
		const dots = [...index.id].map((id) => toScreen({ ...view, side: from }, frame, at(id)));
		const under = ({ left, right, top, bottom }: (typeof spans)[number]) => dots.filter(([x, y]) => x > left && x < right && y > top && y < bottom).length; // prettier-ignore
		for (const [one, span] of spans.entries()) {
			for (const other of spans.slice(one + 1)) {
				const isClear = span.right <= other.left || span.left >= other.right || span.bottom <= other.top || span.top >= other.bottom; // prettier-ignore
				expect(isClear).toBe(true);
			}
			if (above[one]) expect(under(span)).toBeLessThan(under({ ...span, top: span.top + 48, bottom: span.bottom + 48 })); // prettier-ignore
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
