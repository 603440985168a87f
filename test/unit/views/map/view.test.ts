import { expect, it } from 'vitest';

import {
	kept,
	panned,
	toMap,
	toScreen,
	wholeView,
	zoomedAt,
	zoomOf
} from '../../../../src/lib/views/pages/map/raster/view.ts';

const frame = { width: 900, height: 600 };
const whole = wholeView(frame);

it('shows all of the map at first, y upwards', () => {
	const corners = [
		[0, 0],
		[0, 1],
		[1, 0],
		[1, 1]
	] as const;
	for (const corner of corners) {
		const [x, y] = toScreen(whole, frame, corner);
		expect(x).toBeGreaterThan(0);
		expect(x).toBeLessThan(900);
		expect(y).toBeGreaterThan(0);
		expect(y).toBeLessThan(600);
	}
	expect(toScreen(whole, frame, [0.5, 0.9])[1]).toBeLessThan(toScreen(whole, frame, [0.5, 0.1])[1]);
	expect(zoomOf(whole, frame)).toBe(1);
});

it('leads from the window to the map and back', () => {
	const view = { x: 0.31, y: 0.72, side: 4321 };
	for (const point of [
		[0, 0],
		[900, 600],
		[123, 456]
	] as const) {
		const back = toScreen(view, frame, toMap(view, frame, point));
		expect(back[0]).toBeCloseTo(point[0], 8);
		expect(back[1]).toBeCloseTo(point[1], 8);
	}
});

it('keeps what lies under the pointer there while it zooms', () => {
	const point = [700, 150] as const;
	const before = toMap(whole, frame, point);
	const after = toMap(zoomedAt(whole, frame, point, 3), frame, point);
	expect(after[0]).toBeCloseTo(before[0], 12);
	expect(after[1]).toBeCloseTo(before[1], 12);
});

it('moves with the hand', () => {
	const place = toMap(whole, frame, [300, 300]);
	const [x, y] = toScreen(panned(whole, frame, 40, -25), frame, place);
	expect([x, y]).toEqual([expect.closeTo(340, 8), expect.closeTo(275, 8)]);
});

it('never loses the map', () => {
	expect(kept({ x: -3, y: 9, side: 1 }, frame)).toEqual({ x: 0, y: 1, side: whole.side * 0.8 });
	expect(zoomOf(zoomedAt(whole, frame, [0, 0], 1e9), frame)).toBeCloseTo(400, 8);
});
