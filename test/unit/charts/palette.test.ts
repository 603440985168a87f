import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { heatColours, heatSteps, lineSlots } from '../../../src/lib/drawing/colour.ts';
import { apart, paletteSize } from '../../../src/lib/themes/palette.ts';
import { ofScheme } from '../../../src/lib/views/pages/map/palette.ts';
import { contrast, distance, okLab } from '../../support/colour.ts';

const styles = (name: string) =>
	readFileSync(new URL(`../../../src/lib/ui/styles/${name}.css`, import.meta.url), 'utf8');
const css = styles('tokens');
const ofThemes = [...styles('themes').matchAll(/(--theme-\d+): ([^;]+);/g)];

/** Hexadecimal colours of a block of tokens, by name. */
function tokens(selector: string): Map<string, string> {
	const start = css.indexOf(`${selector} {`);
	const block = css.slice(start, css.indexOf('}', start));
	return new Map([...block.matchAll(/(--[\w-]+): (#[0-9a-f]{6});/g)].map((match) => [match[1]!, match[2]!]));
}

const schemes = {
	light: tokens(':root'),
	dark: tokens(":root:not([data-theme='light'])")
};

it('has a colour for each entry of the palette', () => {
	const names = Array.from({ length: paletteSize }, (_, entry) => `--theme-${entry + 1}`);
	expect(ofThemes.map(([, name]) => name)).toEqual(names);
});

it('has lines that are no themes in colours far apart', () => {
	const pairs = lineSlots.flatMap((a, at) => lineSlots.slice(at + 1).map((b) => apart(a, b)));
	expect(Math.min(...pairs)).toBeGreaterThanOrEqual(16);
});

it('says the same of the dark scheme wherever it is chosen', () => {
	expect(tokens(":root[data-theme='dark']")).toEqual(schemes.dark);
	expect(schemes.dark.size).toBeGreaterThan(20);
});

it('measures as the specifications do', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(okLab([1, 1, 1])[0]).toBeCloseTo(1, 6);
	expect(distance('#ff0000', '#00ff00', 'none')).toBeGreaterThan(
		distance('#ff0000', '#00ff00', 'deuteranopia')
	);
});

describe.each(Object.entries(schemes))('%s', (scheme, colours) => {
	const of = (name: string) => colours.get(name)!;

	it('lets every theme stand out from the ground', () => {
		for (const [, name, value] of ofThemes) {
			const colour = ofScheme(value!, scheme as 'light' | 'dark');
			expect(colour, name).toMatch(/^#[0-9a-f]{6}$/);
			expect(contrast(colour, of('--ground')), name).toBeGreaterThanOrEqual(3);
		}
	});

	it.each([
		['--ink', '--ground', 7],
		['--ink-soft', '--ground', 4.5],
		['--ink-soft', '--ground-raised', 4.5],
		['--accent', '--ground', 4.5],
		['--accent-ink', '--accent', 4.5],
		['--warn', '--ground', 4.5],
		['--neutral', '--ground', 3],
		['--ink', '--hit', 4.5],
		['--side-a', '--ground', 3],
		['--side-b', '--ground', 3],
		['--rule-strong', '--ground', 3]
	])('%s on %s', (front, back, least) => {
		expect(contrast(of(front), of(back))).toBeGreaterThanOrEqual(least);
	});

	it('shades darken or lighten in one direction and keep their numbers readable', () => {
		const lightness = Array.from({ length: heatSteps }, (_, step) =>
			contrast(of(`--heat-${step}`), '#000000')
		);
		const steps = lightness.slice(1).map((value, index) => Math.sign(value - lightness[index]!));
		expect(new Set(steps).size).toBe(1);
		for (let step = 0; step < heatSteps; step++) {
			const { ground, text } = heatColours(step);
			const name = (colour: string) => of(/--[\w-]+/.exec(colour)![0]);
			expect(contrast(name(text), name(ground))).toBeGreaterThanOrEqual(4.5);
		}
	});
});
