import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { heatColours, heatSteps, lineSlots } from '../../../src/lib/drawing/colour.ts';
import { apart, paletteSize } from '../../../src/lib/themes/palette.ts';
import { contrast, distance, okLab } from '../../support/colour.ts';
import { tokensOf } from '../../support/pictures/tokens.ts';

const styles = (name: string) =>
	readFileSync(new URL(`../../../src/lib/ui/styles/${name}.css`, import.meta.url), 'utf8');
const css = styles('tokens') + styles('themes');
const schemes = { light: tokensOf(css, 'light'), dark: tokensOf(css, 'dark') };
const ofThemes = [...schemes.light.keys()].filter((name) => name.startsWith('--theme-'));

it('has a colour for each entry of the palette', () => {
	const names = Array.from({ length: paletteSize }, (_, entry) => `--theme-${entry + 1}`);
	expect(ofThemes).toEqual(names);
});

it('has lines that are no themes in colours far apart', () => {
	const pairs = lineSlots.flatMap((a, at) => lineSlots.slice(at + 1).map((b) => apart(a, b)));
	expect(Math.min(...pairs)).toBeGreaterThanOrEqual(16);
});

it('has two values for every colour', () => {
	const colours = [...schemes.light].filter(([, value]) => value.startsWith('#'));
	expect(colours.length).toBeGreaterThan(80);
	for (const [name, value] of colours) {
		expect(schemes.dark.get(name), name).toMatch(/^#[0-9a-f]{6}(?:[0-9a-f]{2})?$/);
		expect(schemes.dark.get(name), name).not.toBe(value);
	}
});

it('measures as the specifications do', () => {
	expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10);
	expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
	expect(okLab([1, 1, 1])[0]).toBeCloseTo(1, 6);
	expect(distance('#ff0000', '#00ff00', 'none')).toBeGreaterThan(
		distance('#ff0000', '#00ff00', 'deuteranopia')
	);
});

describe.each(Object.entries(schemes))('%s', (_, colours) => {
	const of = (name: string) => colours.get(name)!;

	it('lets every theme stand out from the ground', () => {
		for (const name of ofThemes) {
			expect(of(name), name).toMatch(/^#[0-9a-f]{6}$/);
			expect(contrast(of(name), of('--ground')), name).toBeGreaterThanOrEqual(3);
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
