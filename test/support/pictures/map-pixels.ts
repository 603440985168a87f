import { paletteSize } from '../../../src/lib/themes/palette.ts';
import { positionSteps, type Positions } from '../../../src/lib/queries/themes/positions.ts';
import { discKernel, dotStyle } from '../../../src/lib/views/pages/map/kernel.ts';
import { readHex } from '../../../src/lib/views/pages/map/palette.ts';
import { indexPoints } from '../../../src/lib/views/pages/map/point-index.ts';
import { Canvas, rasterise } from '../../../src/lib/views/pages/map/raster.ts';
import {
	stretchOf,
	wholeView,
	zoomedAt,
	type Frame,
	type MapView
} from '../../../src/lib/views/pages/map/view.ts';
import { generator, sampleSlot } from '../gallery/samples.ts';
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
	return { x, y, theme };
}

interface Scene {
	name: string;
	positions: Positions;
	/** Theme that alone keeps its colour. */
	highlighted?: number;
	view?: MapView;
}

const whole = wholeView(mapFrame);
const scenes: readonly Scene[] = [
	{ name: 'map', positions: cloud(12, 1200) },
	{ name: 'map-few', positions: cloud(3, 40) },
	{ name: 'map-many', positions: cloud(12, 60_000) },
	{ name: 'map-highlight', positions: cloud(12, 1200), highlighted: 2 },
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

function pixelsOf({ positions, highlighted, view = whole }: Scene, tokens: Tokens): Uint8Array {
	const colour = (name: string) => readHex(tokens.get(name) ?? '');
	const index = indexPoints(positions);
	const style = dotStyle(index.id.length, view.side, stretchOf(mapFrame));
	const names = ['--neutral', ...Array.from({ length: paletteSize }, (_, slot) => `--theme-${slot + 1}`)];
	const paint = {
		shown: Uint8Array.from(index.theme, (theme) =>
			highlighted === undefined || theme === highlighted ? 1 : 0
		),
		colourOf: Uint8Array.from({ length: 65_536 }, (_, theme) => sampleSlot(theme) + 1),
		colours: Uint8Array.from(names.flatMap(colour)),
		faded: colour('--neutral-faint'),
		opacity: style.opacity
	};
	const canvas = new Canvas(mapFrame.width, mapFrame.height);
	const kernel = discKernel(style.radius);
	return onGround(rasterise(index, view, mapFrame, kernel, paint, canvas), colour('--ground'));
}

/** The map's pictures in one scheme: red, green and blue of each pixel. */
export function mapPixels(tokens: Tokens): { name: string; frame: Frame; rgb: Uint8Array }[] {
	return scenes.map((scene) => ({ name: scene.name, frame: mapFrame, rgb: pixelsOf(scene, tokens) }));
}
