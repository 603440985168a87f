import { describe, expect, it } from 'vitest';

import { discKernel, dotStyle } from '../../../../src/lib/views/pages/map/kernel.ts';
import { readHex } from '../../../../src/lib/views/pages/map/palette.ts';
import { indexPoints } from '../../../../src/lib/views/pages/map/point-index.ts';
import { Canvas, rasterise, type Paint } from '../../../../src/lib/views/pages/map/raster.ts';
import { toScreen, wholeView } from '../../../../src/lib/views/pages/map/view.ts';

const frame = { width: 200, height: 160 };
const view = wholeView(frame);
const colours = Uint8Array.from([128, 128, 128, 250, 0, 0, 0, 0, 240]);
const colourOf = Uint8Array.from([0, 1, 2]);

function draw(points: [x: number, y: number, theme: number, shown: number][], radius: number) {
	const index = indexPoints({
		x: Uint16Array.from(points, ([x]) => Math.round(x * 65_535)),
		y: Uint16Array.from(points, ([, y]) => Math.round(y * 65_535)),
		theme: Uint16Array.from(points, ([, , theme]) => theme)
	});
	const shown = Uint8Array.from(index.id, (id) => points[id]![3]);
	const paint: Paint = { shown, colourOf, colours, faded: [200, 200, 200], opacity: 0.9 };
	const pixels = rasterise(index, view, frame, discKernel(radius), paint, new Canvas(200, 160));
	return (x: number, y: number) => {
		const [across, up] = [x, y].map((share) => Math.round(share * 65_535) / 65_535) as [number, number];
		const [left, top] = toScreen(view, frame, [across, up]).map(Math.floor) as [number, number];
		return [...pixels.subarray((top * 200 + left) * 4, (top * 200 + left) * 4 + 4)];
	};
}

describe('the picture of the map', () => {
	it('has a dot of the theme’s colour where each paper lies, and nothing elsewhere', () => {
		const at = draw(
			[
				[0.25, 0.25, 1, 1],
				[0.75, 0.6, 2, 1],
				[0.5, 0.9, 0, 1]
			],
			3
		);
		expect(at(0.25, 0.25)).toEqual([250, 0, 0, 229]);
		expect(at(0.75, 0.6)).toEqual([0, 0, 240, 229]);
		expect(at(0.5, 0.9)).toEqual([128, 128, 128, 229]);
		expect(at(0.5, 0.5)).toEqual([0, 0, 0, 0]);
		expect(at(0.25, 0.75)).toEqual([0, 0, 0, 0]);
	});

	it('mixes what lies over each other, in whatever order it comes', () => {
		const red: [number, number, number, number] = [0.5, 0.5, 1, 1];
		const blue: [number, number, number, number] = [0.5, 0.5, 2, 1];
		const mixed = draw([red, blue], 0.5)(0.5, 0.5);
		expect(mixed).toEqual(draw([blue, red], 0.5)(0.5, 0.5));
		expect(mixed.slice(0, 3)).toEqual([125, 0, 120]);
		expect(mixed[3]).toBeGreaterThan(draw([red], 0.5)(0.5, 0.5)[3]!);
	});

	it('puts faded papers under the others', () => {
		const faded = draw([[0.5, 0.5, 1, 0]], 2)(0.5, 0.5);
		expect(faded.slice(0, 3)).toEqual([200, 200, 200]);
		expect(faded[3]).toBeLessThan(160);
		const both = draw(
			[
				[0.5, 0.5, 1, 0],
				[0.5, 0.5, 1, 1]
			],
			2
		)(0.5, 0.5);
		expect(both[0]).toBeGreaterThan(240);
	});

	it('cuts dots at its edge', () => {
		expect(() => draw([[0, 0, 1, 1]], 60)).not.toThrow();
		expect(draw([[0, 0, 1, 1]], 60)(0, 0)).toEqual([250, 0, 0, 229]);
	});
});

it('draws discs of the area that their radius says', () => {
	for (const radius of [1, 2.3, 5.5]) {
		const area = discKernel(radius).cover.reduce((sum, cover) => sum + cover, 0);
		expect(area / (Math.PI * radius * radius)).toBeCloseTo(1, 0);
	}
	expect(discKernel(0.5).cover).toEqual(Float32Array.of(1));
});

it('draws many papers as small dots and few as large ones', () => {
	const few = dotStyle(75, 600, 1.5);
	const many = dotStyle(1_000_000, 600, 1.5);
	expect(few.radius).toBe(5.5);
	expect(many.radius).toBe(0.5);
	expect(many.opacity).toBeLessThan(few.opacity);
	expect(dotStyle(1_000_000, 60_000, 1.5).radius).toBe(5.5);
});

it('reads the colours of the page', () => {
	expect(readHex(' #5647ac')).toEqual([0x56, 0x47, 0xac]);
	expect(readHex('')).toEqual([128, 128, 128]);
});
