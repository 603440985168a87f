import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { heatColours, heatSteps, slots } from '../../../src/lib/drawing/colour.ts';
import { contrast, distance, okLab, type Vision } from '../../support/colour.ts';

const css = readFileSync(new URL('../../../src/lib/ui/styles/tokens.css', import.meta.url), 'utf8');

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
const themes = Array.from({ length: slots }, (_, index) => `--theme-${index + 1}`);
const pairs = themes.flatMap((a, index) => themes.slice(index + 1).map((b) => [a, b] as const));

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

describe.each(Object.entries(schemes))('%s', (_, colours) => {
	const of = (name: string) => colours.get(name)!;

	it.each(themes)('%s stands out from the ground', (theme) => {
		expect(contrast(of(theme), of('--ground'))).toBeGreaterThanOrEqual(3);
	});

	it.each<[Vision, number]>([
		['none', 0.12],
		['deuteranopia', 0.09],
		['protanopia', 0.09]
	])('hues stay apart for %s vision', (vision, least) => {
		const nearest = Math.min(...pairs.map(([a, b]) => distance(of(a), of(b), vision)));
		expect(nearest).toBeGreaterThan(least);
	});

	it.each([
		['--ink', '--ground', 7],
		['--ink-soft', '--ground', 4.5],
		['--ink-soft', '--ground-raised', 4.5],
		['--accent', '--ground', 4.5],
		['--accent-ink', '--accent', 4.5],
		['--warn', '--ground', 4.5],
		['--neutral', '--ground', 3],
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
