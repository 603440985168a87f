import { beforeEach, describe, expect, it } from 'vitest';

import type { Area } from '../../../../src/lib/queries/filters/area.ts';
import { Gestures, type DragMode } from '../../../../src/lib/views/pages/map/gestures.ts';
import { toMap, wholeView, zoomOf, type MapView } from '../../../../src/lib/views/pages/map/raster/view.ts';

const frame = { width: 900, height: 600 };
const target = { setPointerCapture: () => {}, getBoundingClientRect: () => ({ left: 100, top: 50 }) };

let view: MapView;
let mode: DragMode;
let selected: Area[];
let pressed: (readonly [number, number])[];
let gestures: Gestures;

beforeEach(() => {
	view = wholeView(frame);
	mode = 'move';
	selected = [];
	pressed = [];
	gestures = new Gestures({
		get view() {
			return view;
		},
		frame,
		get mode() {
			return mode;
		},
		setView: (next) => (view = next),
		setDraft: () => {},
		select: (area) => selected.push(area),
		hover: () => {},
		press: (point) => pressed.push(point)
	});
});

/** An event of a pointer at a point of the map, as the browser would send it. */
function pointer(id: number, [x, y]: readonly [number, number], more = {}): PointerEvent {
	const event = {
		pointerId: id,
		button: 0,
		clientX: x + 100,
		clientY: y + 50,
		currentTarget: target,
		...more
	};
	return event as unknown as PointerEvent;
}

function drag(points: readonly (readonly [number, number])[], more = {}) {
	const [first, ...rest] = points;
	gestures.down(pointer(1, first!, more));
	for (const point of rest) gestures.move(pointer(1, point, more));
	gestures.up(pointer(1, points.at(-1)!, more));
}

const near = (a: readonly number[], b: readonly number[]) =>
	a.forEach((value, i) => expect(value).toBeCloseTo(b[i]!, 8));

describe('pointers on the map', () => {
	it('drag it along: what was taken hold of stays under the pointer', () => {
		const held = toMap(view, frame, [400, 300]);
		drag([[400, 300], [402, 301], [450, 340], [520, 250]]); // prettier-ignore
		near(toMap(view, frame, [520, 250]), held);
		expect(pressed).toEqual([]);
	});

	it('open what a press that hardly moves is on', () => {
		const before = view;
		drag([[400, 300], [402, 302]]); // prettier-ignore
		expect(pressed).toEqual([[402, 302]]);
		expect(view).toEqual(before);
	});

	it('zoom with two fingers: both places stay under theirs', () => {
		const [left, right] = [toMap(view, frame, [300, 300]), toMap(view, frame, [500, 300])];
		gestures.down(pointer(1, [300, 300]));
		gestures.down(pointer(2, [500, 300]));
		gestures.move(pointer(1, [200, 320]));
		gestures.move(pointer(2, [600, 320]));
		gestures.up(pointer(2, [600, 320]));
		gestures.up(pointer(1, [200, 320]));
		expect(zoomOf(view, frame)).toBeCloseTo(2, 1);
		expect(toMap(view, frame, [200, 320])[0]).toBeCloseTo(left[0], 2);
		expect(toMap(view, frame, [600, 320])[0]).toBeCloseTo(right[0], 2);
		expect(pressed).toEqual([]);
	});

	it('draw a rectangle, also with Shift while they move the map', () => {
		const corners = [toMap(view, frame, [300, 400]), toMap(view, frame, [500, 200])];
		const area = [
			corners[0]!.map((share) => Math.round(share * 10_000)),
			corners[1]!.map((share) => Math.round(share * 10_000))
		];
		mode = 'rectangle';
		drag([[300, 400], [350, 380], [500, 200]]); // prettier-ignore
		mode = 'move';
		drag([[300, 400], [350, 380], [500, 200]], { shiftKey: true }); // prettier-ignore
		expect(selected).toEqual([area, area]);
		expect(view).toEqual(wholeView(frame));
	});

	it('draw a lasso, and leave what was selected when they only press', () => {
		mode = 'lasso';
		drag([[300, 200], [500, 210], [480, 400], [320, 390]]); // prettier-ignore
		expect(selected).toHaveLength(1);
		expect(selected[0]!.length).toBe(4);
		drag([[300, 200], [301, 201]]); // prettier-ignore
		expect(selected).toHaveLength(1);
		expect(pressed).toHaveLength(1);
	});

	it('forget a gesture that is called off', () => {
		mode = 'lasso';
		gestures.down(pointer(1, [300, 200]));
		gestures.move(pointer(1, [400, 300]));
		gestures.cancel(pointer(1, [400, 300]));
		gestures.up(pointer(1, [400, 300]));
		expect([selected, pressed]).toEqual([[], []]);
	});
});
