import { describe, expect, it } from 'vitest';

import type { Positions } from '../../../../src/lib/queries/themes/positions.ts';
import { groupCentres, type GroupCentre } from '../../../../src/lib/views/pages/map/raster/group-centres.ts';
import {
	nearestInTheme,
	nearestPaper,
	nextPaper,
	papersSeen
} from '../../../../src/lib/views/pages/map/nearest-point.ts';
import { eachRun, indexPoints } from '../../../../src/lib/views/pages/map/raster/point-index.ts';
import { toScreen, wholeView, zoomedAt } from '../../../../src/lib/views/pages/map/raster/view.ts';
import { randomSource } from '../../../support/random.ts';

const count = 3000;
const frame = { width: 900, height: 600 };
const random = randomSource(8);
const step = () => Math.floor(random() * 65_536);
const positions: Positions = {
	x: Uint16Array.from({ length: count }, step),
	y: Uint16Array.from({ length: count }, step),
	theme: Uint16Array.from({ length: count }, () => Math.floor(random() * 9)),
	leaf: Uint16Array.from({ length: count }, () => Math.floor(random() * 14))
};
const index = indexPoints(positions);
const passing = Uint8Array.from({ length: count }, () => (random() < 0.7 ? 1 : 0));
const view = zoomedAt(wholeView(frame), frame, [600, 200], 3);
const place = (id: number) => [positions.x[id]! / 65_535, positions.y[id]! / 65_535] as const;
const onScreen = (id: number) => toScreen(view, frame, place(id));
const ids = Array.from({ length: count }, (_, id) => id);

describe('papers by place', () => {
	it('holds every paper once, where it lies', () => {
		expect([...index.id].sort((a, b) => a - b)).toEqual(ids);
		index.id.forEach((id, point) => {
			expect([index.x[point], index.y[point], index.theme[point], index.leaf[point]]).toEqual([
				positions.x[id],
				positions.y[id],
				positions.theme[id],
				positions.leaf[id]
			]);
		});
	});

	it('finds all papers of a window and few others', () => {
		const found = new Set<number>();
		eachRun(index, [0.2, 0.4], [0.3, 0.6], (from, to) => {
			for (let point = from; point < to; point++) found.add(index.id[point]!);
		});
		const inside = ids.filter((id) => {
			const [x, y] = place(id);
			return x >= 0.2 && x <= 0.3 && y >= 0.4 && y <= 0.6;
		});
		expect(inside.every((id) => found.has(id))).toBe(true);
		expect(found.size).toBeLessThan(inside.length * 1.3);
		eachRun(index, [1.1, 0], [2, 1], () => expect.unreachable());
	});

	it('tells the paper under the pointer, of those that pass', () => {
		for (let round = 0; round < 200; round++) {
			const at = [random() * 900, random() * 600] as const;
			const best = ids
				.filter((id) => passing[id] === 1)
				.map((id) => ({ id, far: Math.hypot(onScreen(id)[0] - at[0], onScreen(id)[1] - at[1]) }))
				.reduce((a, b) => (b.far < a.far ? b : a));
			expect(nearestPaper(index, passing, view, frame, at, 12)).toBe(best.far <= 12 ? best.id : null);
		}
	});

	it('goes to the nearest paper in a direction', () => {
		const ahead = {
			left: (dx: number, dy: number) => -dx >= Math.abs(dy) && dx < 0,
			right: (dx: number, dy: number) => dx >= Math.abs(dy) && dx > 0,
			up: (dx: number, dy: number) => -dy >= Math.abs(dx) && dy < 0,
			down: (dx: number, dy: number) => dy >= Math.abs(dx) && dy > 0
		};
		for (const from of [3, 500, 1200]) {
			for (const direction of ['left', 'right', 'up', 'down'] as const) {
				const [x, y] = onScreen(from);
				const best = ids
					.filter((id) => passing[id] === 1)
					.map((id) => ({ id, dx: onScreen(id)[0] - x, dy: onScreen(id)[1] - y }))
					.filter(({ dx, dy }) => ahead[direction](dx, dy))
					.sort((a, b) => Math.hypot(a.dx, a.dy) - Math.hypot(b.dx, b.dy))[0];
				expect(nextPaper(index, passing, view, frame, place(from), direction)).toBe(best?.id ?? null);
			}
		}
	});

	it('finds the paper of a theme that is nearest to a place', () => {
		for (const theme of new Set(positions.theme)) {
			const at = place(theme * 7);
			const [x, y] = toScreen(view, frame, at);
			const far = (id: number) => Math.hypot(onScreen(id)[0] - x, onScreen(id)[1] - y);
			const own = ids.filter((id) => passing[id] === 1 && positions.theme[id] === theme);
			const best = own.reduce((a, b) => (far(b) < far(a) ? b : a));
			expect(nearestInTheme(index, passing, view, frame, theme, at)).toBe(best);
			expect(nearestInTheme(index, new Uint8Array(count), view, frame, theme, at)).toBeNull();
		}
	});

	it('counts and lists what the window shows, the middle first', () => {
		const inside = ids.filter((id) => {
			const [x, y] = onScreen(id);
			return passing[id] === 1 && x >= 0 && x <= 900 && y >= 0 && y <= 600;
		});
		const far = (id: number) => Math.hypot(onScreen(id)[0] - 450, onScreen(id)[1] - 300);
		const seen = papersSeen(index, passing, view, frame, 20);
		expect(seen.papers).toBe(inside.length);
		expect(seen.ids).toEqual(inside.sort((a, b) => far(a) - far(b)).slice(0, 20));
		expect(papersSeen(index, null, wholeView(frame), frame, 1).papers).toBe(count);
	});
});

describe('where labels wish to stand', () => {
	it('is the densest part of a theme, not the middle between two parts', () => {
		const near = (share: number) => Math.floor((share + (random() - 0.5) * 0.04) * 65_535);
		const parts = Array.from(
			{ length: 300 },
			(_, i) => (i < 180 ? [0.2, 0.3] : [0.8, 0.9]) as [number, number]
		);
		const heap = {
			x: Uint16Array.from(parts, ([x]) => near(x)),
			y: Uint16Array.from(parts, ([, y]) => near(y)),
			leaf: Uint16Array.from(parts, () => 7)
		};
		const [[centre]] = groupCentres(heap, [{ groupOfLeaf: Array.from({ length: 8 }, () => 3) }]) as [
			[GroupCentre]
		];
		expect(centre).toMatchObject({ id: 3, papers: 300 });
		expect(centre.x).toBeCloseTo(0.2, 1);
		expect(centre.y).toBeCloseTo(0.3, 1);
		expect(centre.others).toHaveLength(1);
		expect(centre.others[0]![0]).toBeCloseTo(0.8, 1);
		expect(centre.reach).toBeLessThan(0.1);
	});

	it('comes for every group, the largest first, and for none that is left out', () => {
		const groupOfLeaf = Array.from({ length: 14 }, (_, leaf) => (leaf === 5 ? -1 : leaf % 4));
		const [centres] = groupCentres(positions, [{ groupOfLeaf }]);
		const papers = [0, 1, 2, 3].map(
			(group) => positions.leaf.filter((leaf) => groupOfLeaf[leaf] === group).length
		);
		expect(centres!.map(({ id, papers: some }) => [id, some])).toEqual(
			papers.map((some, id) => [id, some]).sort(([a, m], [b, n]) => n! - m! || a! - b!)
		);
		// Papers everywhere reach everywhere.
		expect(centres![0]!.reach).toBeGreaterThan(0.3);
	});

	it('counts the themes of what is in the window', () => {
		const { papers, themes } = papersSeen(index, passing, view, frame, 5);
		const inside = ids.filter((id) => {
			const [x, y] = onScreen(id);
			return passing[id] === 1 && x >= 0 && y >= 0 && x <= 900 && y <= 600;
		});
		expect(papers).toBe(inside.length);
		for (let theme = 0; theme < 9; theme++) {
			expect(themes.get(theme) ?? 0).toBe(inside.filter((id) => positions.theme[id] === theme).length);
		}
	});
});
