import { paletteSize } from '../../../src/lib/themes/palette.ts';
import { positionSteps, type Positions } from '../../../src/lib/queries/themes/positions.ts';
import { DensityField } from '../../../src/lib/views/pages/map/raster/density.ts';
import { readHex } from '../../../src/lib/views/pages/map/palette.ts';
import { indexPoints } from '../../../src/lib/views/pages/map/raster/point-index.ts';
import { paintPoints } from '../../../src/lib/views/pages/map/raster/point-paint.ts';
import { Canvas, rasterise } from '../../../src/lib/views/pages/map/raster/raster.ts';
import { paintOf } from '../../../src/lib/views/pages/map/raster/raster-host.ts';
import { fadedClass, type Look } from '../../../src/lib/views/pages/map/raster/raster-protocol.ts';
import {
	stretchOf,
	wholeView,
	zoomedAt,
	type Frame,
	type MapView
} from '../../../src/lib/views/pages/map/raster/view.ts';
import { generator, sampleSlot } from '../gallery/samples.ts';
import { plainLook } from '../plain-look.ts';
import type { Tokens } from './tokens.ts';

export const mapFrame: Frame = { width: 480, height: 320 };

/** Heaps of papers around one middle for each theme: sums of even numbers, without host mathematics. */
export function cloud(themes: number, papers: number): Positions {
	const random = generator(17);
	const middles = Array.from({ length: themes }, () => [0.12 + random() * 0.76, 0.12 + random() * 0.76]);
	const step = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * positionSteps);
	const near = () => (random() + random() + random() - 1.5) * 0.13;
	const x = new Uint16Array(papers);
	const y = new Uint16Array(papers);
	const theme = new Uint16Array(papers);
	for (let paper = 0; paper < papers; paper++) {
		theme[paper] = Math.floor(random() * random() * themes);
		const [across, up] = middles[theme[paper]!]!;
		x[paper] = step(across! + near());
		y[paper] = step(up! + near());
	}
	return { x, y, theme, leaf: theme };
}

interface Scene {
	name: string;
	positions: Positions;
	look?: Partial<Look>;
	view?: MapView;
	/** Custom properties of the classes of `look`; those of themes without it. */
	properties?: readonly string[];
}

/** The steps of a scale for the papers from left to right; every ninth does not say. */
function steps({ x }: Positions): Uint8Array {
	return Uint8Array.from(x, (at, paper) => (paper % 9 === 0 ? fadedClass : Math.floor((at * 7) / 65_536)));
}
const ramp = Array.from({ length: 7 }, (_, step) => `--step-${step + 1}`);

const whole = wholeView(mapFrame);
const scenes: readonly Scene[] = [
	{ name: 'map', positions: cloud(12, 1200) },
	{ name: 'map-few', positions: cloud(3, 40) },
	{ name: 'map-many', positions: cloud(12, 60_000) },
	{ name: 'map-highlight', positions: cloud(12, 1200), look: { highlighted: 2 } },
	{
		name: 'map-steps',
		positions: cloud(12, 1200),
		look: { classes: steps(cloud(12, 1200)) },
		properties: ramp
	},
	{
		name: 'map-sizes',
		positions: cloud(12, 1200),
		look: { sizes: Uint8Array.from({ length: 1200 }, (_, paper) => (paper % 97 === 0 ? 5 : paper % 4)) }
	},
	{
		name: 'map-window',
		positions: cloud(12, 12_000),
		look: { periods: Uint16Array.from({ length: 12_000 }, (_, paper) => paper % 10), window: [3, 4, 10] }
	},
	{ name: 'map-near', positions: cloud(12, 1200), view: zoomedAt(whole, mapFrame, [200, 150], 5) },
	{ name: 'map-empty', positions: cloud(1, 0) }
];

/** Red, green and blue of each pixel as the page shows it: the picture laid on the ground. */
function onGround(pixels: Uint8ClampedArray, ground: readonly [number, number, number]): Uint8Array {
	const shown = new Uint8Array((pixels.length / 4) * 3);
	for (let pixel = 0; pixel * 4 < pixels.length; pixel++) {
		const alpha = pixels[pixel * 4 + 3]!;
		for (let channel = 0; channel < 3; channel++) {
			const mixed = pixels[pixel * 4 + channel]! * alpha + ground[channel]! * (255 - alpha);
			shown[pixel * 3 + channel] = Math.floor((mixed + 127) / 255);
		}
	}
	return shown;
}

const plain: Omit<Look, 'palette'> = {
	...plainLook,
	colourOfTheme: Array.from({ length: 12 }, (_, theme) => [theme, sampleSlot(theme)] as const)
};
const themes = Array.from({ length: paletteSize }, (_, slot) => `--theme-${slot + 1}`);

function pixelsOf({ positions, look, view = whole, properties = themes }: Scene, tokens: Tokens): Uint8Array {
	const colour = (name: string) => readHex(tokens.get(name) ?? '');
	const palette = {
		colours: Uint8Array.from(properties.flatMap(colour)),
		faded: colour('--neutral-faint')
	};
	const index = indexPoints(positions);
	const points = paintPoints(index, { ...plain, ...look, palette });
	const paint = paintOf(points, palette, view.side, stretchOf(mapFrame), 1);
	const canvas = new Canvas(mapFrame.width, mapFrame.height);
	const pixels = rasterise(index, view, mapFrame, paint, canvas, new DensityField(mapFrame, 1));
	return onGround(pixels, colour('--ground'));
}

/** The map's pictures in one scheme: red, green and blue of each pixel. */
export function mapPixels(tokens: Tokens): { name: string; frame: Frame; rgb: Uint8Array }[] {
	return scenes.map((scene) => ({ name: scene.name, frame: mapFrame, rgb: pixelsOf(scene, tokens) }));
}
