import { describe, expect, it } from 'vitest';

import { DensityField, strengthOf } from '../../../../src/lib/views/pages/map/raster/density.ts';
import { discKernel, dotStyle } from '../../../../src/lib/views/pages/map/raster/kernel.ts';
import { readHex } from '../../../../src/lib/views/pages/map/palette.ts';
import { paintPoints } from '../../../../src/lib/views/pages/map/raster/point-paint.ts';
import { paintOf } from '../../../../src/lib/views/pages/map/raster/raster-host.ts';
import { indexPoints } from '../../../../src/lib/views/pages/map/raster/point-index.ts';
import { Canvas, rasterise, type Paint } from '../../../../src/lib/views/pages/map/raster/raster.ts';
import { stretchOf, toScreen, wholeView } from '../../../../src/lib/views/pages/map/raster/view.ts';

const frame = { width: 200, height: 160 };
const view = wholeView(frame);
const colours = Uint8Array.from([128, 128, 128, 250, 0, 0, 0, 0, 240]);

function draw(
	points: readonly (readonly [x: number, y: number, theme: number, shown: number])[],
	radius: number,
	{ shade = 0, sizes = null }: { shade?: number; sizes?: readonly number[] | null } = {}
) {
	const index = indexPoints({
		x: Uint16Array.from(points, ([x]) => Math.round(x * 65_535)),
		y: Uint16Array.from(points, ([, y]) => Math.round(y * 65_535)),
		theme: Uint16Array.from(points, ([, , theme]) => theme),
		leaf: new Uint16Array(points.length)
	});
	const shown = Uint8Array.from(index.id, (id) => points[id]![3]);
	const paint: Paint = {
		shown,
		colour: index.theme,
		colours,
		faded: [200, 200, 200],
		kernels: [discKernel(radius), discKernel(radius * 3)],
		fadedKernel: discKernel(radius),
		size: sizes && Uint8Array.from(index.id, (id) => sizes[id]!),
		opacity: 0.9,
		fadedOpacity: 0.54,
		shade,
		papers: points.length
	};
	const pixels = rasterise(index, view, frame, paint, new Canvas(200, 160), new DensityField(frame, 1));
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

	it('draws each paper as large as it should be', () => {
		const at = draw([[0.25, 0.5, 1, 1], [0.75, 0.5, 1, 1]], 2, { sizes: [0, 1] }); // prettier-ignore
		const beside = 4 / (200 * (152 / 200));
		expect(at(0.25 + beside, 0.5)[3]).toBe(0);
		expect(at(0.75 + beside, 0.5)[3]).toBe(229);
	});

	it('cuts dots at its edge', () => {
		expect(() => draw([[0, 0, 1, 1]], 60)).not.toThrow();
		expect(draw([[0, 0, 1, 1]], 60)(0, 0)).toEqual([250, 0, 0, 229]);
	});
});

describe('density', () => {
	const heap = Array.from({ length: 400 }, (_, i): [number, number, number, number] => [
		0.3 + (i % 20) / 400,
		0.6 + Math.floor(i / 20) / 400,
		1,
		1
	]);
	const lone: [number, number, number, number] = [0.8, 0.2, 2, 1];

	it('is shaded in the colour of the papers where they lie close together, and nowhere else', () => {
		const at = draw([...heap, lone], 0.5, { shade: 1 });
		const [red, , blue, alpha] = at(0.28, 0.58) as [number, number, number, number];
		expect([red, blue]).toEqual([250, 0]);
		expect(alpha).toBeGreaterThan(60);
		expect(at(0.8, 0.25)[3]).toBe(0);
		expect(at(0.5, 0.1)[3]).toBe(0);
	});

	it('counts papers in colour alone', () => {
		const faded = heap.map(([x, y, theme]) => [x, y, theme, 0] as const);
		expect(draw([...faded, lone], 0.5, { shade: 1 })(0.28, 0.58)[3]).toBe(0);
	});

	it('stays what it is while the map is moved by whole pixels', () => {
		const index = indexPoints({
			x: Uint16Array.from(heap, ([x]) => Math.round(x * 65_535)),
			y: Uint16Array.from(heap, ([, y]) => Math.round(y * 65_535)),
			theme: Uint16Array.from(heap, () => 1),
			leaf: Uint16Array.from(heap, () => 1)
		});
		const look = {
			classes: null,
			passing: null,
			periods: null,
			sizes: null,
			window: null,
			highlighted: null
		};
		const points = paintPoints(index, {
			...look,
			palette: { colours, faded: [0, 0, 0] },
			colourOfTheme: [[1, 1]]
		});
		const paint = {
			...paintOf(points, { colours, faded: [0, 0, 0] }, view.side, stretchOf(frame), 1),
			shade: 1
		};
		const picture = (moved: number) =>
			rasterise(
				index,
				{ ...view, x: view.x + moved / (view.side * stretchOf(frame)) },
				frame,
				{ ...paint, opacity: 0 },
				new Canvas(200, 160),
				new DensityField(frame, 1)
			);
		const [still, moved] = [picture(0), picture(7)];
		let shaded = 0;
		let off = 0;
		for (let y = 0; y < 160; y++) {
			for (let x = 0; x < 193; x++) {
				const [a, b] = [still[(y * 200 + x + 7) * 4 + 3]!, moved[(y * 200 + x) * 4 + 3]!];
				if (a > 0) shaded++;
				off = Math.max(off, Math.abs(a - b));
			}
		}
		expect(shaded).toBeGreaterThan(200);
		expect(off).toBeLessThanOrEqual(1);
	});

	it('steps up with each doubling', () => {
		expect(strengthOf(0.1)).toBe(0);
		const steps = [0.6, 1.2, 2.4, 4.8, 9.6, 19].map(strengthOf);
		expect(steps).toEqual([...new Set(steps)].sort((a, b) => a - b));
		expect([1.1, 1.5, 1.8].map(strengthOf)).toEqual([steps[1], steps[1], steps[1]]);
		expect(strengthOf(1000)).toBe(steps[5]);
	});

	it('keeps all papers while it is smoothed, spread like a bell of 7.3 pixels', () => {
		const field = new DensityField(frame, 1);
		field.begin(view, frame, 1);
		field.add(100, 80, 1, 2, 3);
		field.add(101, 81, 1, 2, 3);
		field.smooth();
		const total = (of: (cell: number) => number) =>
			Array.from({ length: field.columns * field.rows }, (_, cell) => of(cell)).reduce((a, b) => a + b, 0);
		const papers = (cell: number) => field.sums[cell * 4]!;
		const totals = [0, 1, 2, 3].map((part) => total((cell) => field.sums[cell * 4 + part]!));
		expect(totals).toEqual([2, 2, 4, 6].map((value) => expect.closeTo(value, 4)));
		const across = (cell: number) => (cell % field.columns) * field.cell;
		const down = (cell: number) => Math.floor(cell / field.columns) * field.cell;
		for (const place of [across, down]) {
			const mean = total((cell) => papers(cell) * place(cell)) / 2;
			const variance = total((cell) => papers(cell) * (place(cell) - mean) ** 2) / 2;
			expect(Math.sqrt(variance)).toBeCloseTo(7.3, 1);
		}
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
	// Density at a distance, dots near by, both between.
	expect(many).toMatchObject({ opacity: expect.closeTo(0.1, 1), shade: 1 });
	expect(few).toMatchObject({ opacity: 0.9, shade: 0 });
	const between = dotStyle(10_000, 600, 1.5);
	expect([between.opacity > 0.2, between.shade > 0.2]).toEqual([true, true]);
});

it('reads the colours of the page', () => {
	expect(readHex(' #5647ac')).toEqual([0x56, 0x47, 0xac]);
	expect(readHex('')).toEqual([128, 128, 128]);
});
