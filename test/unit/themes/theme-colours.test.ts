import { readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { ThemeTree, type ThemeNode } from '../../../src/lib/dataset/theme-tree.ts';
import { arrangeThemes } from '../../../src/lib/themes/arrange.ts';
import { merged } from '../../../src/lib/themes/edit.ts';
import { publishedArrangement } from '../../../src/lib/themes/arrangement.ts';
import { apart, hues, paletteSize, tones } from '../../../src/lib/themes/palette.ts';
import { themeColours, touchingPairs } from '../../../src/lib/themes/theme-colours.ts';
import { ciede2000, difference, type Lab } from '../../support/ciede2000.ts';
import { linearRgb, seenRgb } from '../../support/colour.ts';
import { randomThemeTree } from '../../support/random-theme-tree.ts';

const css = readFileSync(new URL('../../../src/lib/ui/styles/themes.css', import.meta.url), 'utf8');
const palette = [...css.matchAll(/--theme-(\d+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g)].map(
	([, , light, dark]) => [light!, dark!] as const
);

/** Test data of Sharma, Wu and Dalal (2005): two colours in CIELAB and their CIEDE2000. */
const published = `50.0000 2.6772 -79.7751 50.0000 0.0000 -82.7485 2.0425
50.0000 3.1571 -77.2803 50.0000 0.0000 -82.7485 2.8615
50.0000 2.8361 -74.0200 50.0000 0.0000 -82.7485 3.4412
50.0000 -1.3802 -84.2814 50.0000 0.0000 -82.7485 1.0000
50.0000 -1.1848 -84.8006 50.0000 0.0000 -82.7485 1.0000
50.0000 -0.9009 -85.5211 50.0000 0.0000 -82.7485 1.0000
50.0000 0.0000 0.0000 50.0000 -1.0000 2.0000 2.3669
50.0000 -1.0000 2.0000 50.0000 0.0000 0.0000 2.3669
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0009 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0010 7.1792
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0011 7.2195
50.0000 2.4900 -0.0010 50.0000 -2.4900 0.0012 7.2195
50.0000 -0.0010 2.4900 50.0000 0.0009 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0010 -2.4900 4.8045
50.0000 -0.0010 2.4900 50.0000 0.0011 -2.4900 4.7461
50.0000 2.5000 0.0000 50.0000 0.0000 -2.5000 4.3065
50.0000 2.5000 0.0000 73.0000 25.0000 -18.0000 27.1492
50.0000 2.5000 0.0000 61.0000 -5.0000 29.0000 22.8977
50.0000 2.5000 0.0000 56.0000 -27.0000 -3.0000 31.9030
50.0000 2.5000 0.0000 58.0000 24.0000 15.0000 19.4535
50.0000 2.5000 0.0000 50.0000 3.1736 0.5854 1.0000
50.0000 2.5000 0.0000 50.0000 3.2972 0.0000 1.0000
50.0000 2.5000 0.0000 50.0000 1.8634 0.5757 1.0000
50.0000 2.5000 0.0000 50.0000 3.2592 0.3350 1.0000
60.2574 -34.0099 36.2677 60.4626 -34.1751 39.4387 1.2644
63.0109 -31.0961 -5.8663 62.8187 -29.7946 -4.0864 1.2630
61.2901 3.7196 -5.3901 61.4292 2.2480 -4.9620 1.8731
35.0831 -44.1164 3.7933 35.0232 -40.0716 1.5901 1.8645
22.7233 20.0904 -46.6940 23.0331 14.9730 -42.5619 2.0373
36.4612 47.8580 18.3852 36.2715 50.5065 21.2231 1.4146
90.8027 -2.0831 1.4410 91.1528 -1.6435 0.0447 1.4441
90.9257 -0.5406 -0.9208 88.6381 -0.8985 -0.7239 1.5381
6.7747 -0.2908 -2.4247 5.8714 -0.0985 -2.2286 0.6377
2.0776 0.0795 -1.1350 0.9033 -0.0636 -0.5514 0.9082`;

describe('the measures', () => {
	it('give the published differences, either way round', () => {
		for (const line of published.split('\n')) {
			const values = line.split(' ').map(Number);
			const [one, other] = [values.slice(0, 3), values.slice(3, 6)] as unknown as [Lab, Lab];
			expect(ciede2000(one, other), line).toBeCloseTo(values[6]!, 4);
			expect(ciede2000(other, one), line).toBeCloseTo(values[6]!, 4);
		}
	});

	it('show deuteranopes what Machado and others say', () => {
		// Greys stay as they are: each row of the matrix adds up to 1.
		for (const grey of [0.1, 0.5, 1]) {
			seenRgb([grey, grey, grey], 'deuteranopia').forEach((value) => expect(value).toBeCloseTo(grey, 5));
		}
		// Machado, Oliveira and Fernandes (2009), severity 1: the images of the primaries, where a screen shows them.
		expect(seenRgb([1, 0, 0], 'deuteranopia')).toEqual([0.367322, 0.280085, 0]);
		expect(seenRgb([0, 1, 0], 'deuteranopia')).toEqual([0.860646, 0.672501, 0.04294]);
		expect(seenRgb([0, 0, 1], 'deuteranopia')).toEqual([0, 0.047413, 0.968881]);
	});

	it('take sRGB into CIELAB: red is 53.24, 80.09, 67.20', () => {
		// White to red, of the same two CIELAB values.
		expect(difference('#ffffff', '#ff0000', 'none')).toBeCloseTo(
			ciede2000([100, 0, 0], [53.2408, 80.0925, 67.2032]),
			2
		);
		expect(linearRgb('#ffffff')).toEqual([1, 1, 1]);
	});
});

it('knows how far the colours of the palette are apart, as anybody sees them', () => {
	expect(palette).toHaveLength(paletteSize);
	const visions = ['none', 'deuteranopia'] as const;
	for (let a = 0; a < paletteSize; a++) {
		for (let b = 0; b < a; b++) {
			const least = Math.min(
				...[0, 1].flatMap((scheme) =>
					visions.map((vision) => difference(palette[a]![scheme]!, palette[b]![scheme]!, vision))
				)
			);
			expect(apart(a, b), `${a} and ${b}`).toBe(Math.min(35, Math.floor(least)));
		}
	}
	expect([apart(3, 3), apart(2, 9)]).toEqual([0, apart(9, 2)]);
});

/** Least distance of themes that touch on the map, of all cuts from two themes to some. */
function leastApart(nodes: readonly ThemeNode[], count: number, most: number): number {
	const colours = themeColours(nodes, count);
	const tree = new ThemeTree(nodes);
	const distances = Array.from({ length: most - 1 }, (_, at) => at + 2).flatMap((themes) => {
		const pairs = touchingPairs(tree.cut(themes).map((id) => tree.node(id)));
		expect(pairs.length).toBeGreaterThanOrEqual(themes - 1);
		return pairs.map(([a, b]) => apart(colours.get(a)!, colours.get(b)!));
	});
	return Math.min(...distances);
}

describe('themes', () => {
	it.each([6, 7, 9, 12, 16, 20, 25])('that touch are apart by 10: %i of them, and fewer', (leaves) => {
		for (let seed = 1; seed <= 12; seed++) {
			expect(
				leastApart(randomThemeTree(leaves, seed), leaves, leaves),
				`seed ${seed}`
			).toBeGreaterThanOrEqual(10);
		}
	});

	it('that touch are apart by 10 in coarser cuts of a fine tree, too', () => {
		expect(leastApart(randomThemeTree(60, 4), 18, 25)).toBeGreaterThanOrEqual(10);
	});

	it('have colours of their own, six of them to forty', () => {
		for (let themes = 6; themes <= 40; themes++) {
			const colours = themeColours(randomThemeTree(themes, themes), themes);
			const used = Array.from({ length: themes }, (_, theme) => colours.get(theme)!);
			expect(new Set(used).size, `${themes} themes`).toBe(themes);
			expect(used.every((colour) => colour >= 0 && colour < paletteSize)).toBe(true);
		}
	});

	it('have hues by branch: two of the same branch are nearer in hue than two of others', () => {
		const nodes = randomThemeTree(24, 7);
		const tree = new ThemeTree(nodes);
		const colours = themeColours(nodes, 24);
		const branchOf = (id: number) => tree.cut(6).findIndex((head) => tree.leavesOf(head).includes(id));
		const hueOf = (id: number) => Math.floor(colours.get(id)! / tones);
		const steps = (a: number, b: number) => Math.min((a - b + hues) % hues, (b - a + hues) % hues);
		const pairs = Array.from({ length: 24 }, (_, a) => a).flatMap((a) =>
			Array.from({ length: a }, (_, b) => [a, b] as const)
		);
		const mean = (within: boolean) => {
			const own = pairs.filter(([a, b]) => (branchOf(a) === branchOf(b)) === within);
			return own.reduce((sum, [a, b]) => sum + steps(hueOf(a), hueOf(b)), 0) / own.length;
		};
		expect(mean(true)).toBeLessThan(mean(false) / 2);
	});

	it('keep their colours when others are split, joined or merged by hand', () => {
		const nodes = randomThemeTree(20, 3);
		const colours = themeColours(nodes, 12);
		const tree = new ThemeTree(nodes);
		for (let count = 1; count < 20; count++) {
			const [before, after] = [tree.cut(count), tree.cut(count + 1)];
			const gone = before.find((id) => !after.includes(id))!;
			const parts = after.filter((id) => !before.includes(id)).map((id) => colours.get(id));
			expect(parts).toContain(colours.get(gone));
		}
		const source = { tree: nodes, themes: [] };
		const arranged = arrangeThemes(source, { ...publishedArrangement, cut: 8 });
		const [one, , other] = arranged.themes;
		const joined = merged({ ...publishedArrangement, cut: 8 }, arranged, [one!.themeId, other!.themeId]);
		const ids = arrangeThemes(source, joined).themes.map(({ themeId }) => themeId);
		expect(ids).toContain(one!.themeId);
		expect(themeColours(nodes, 12)).toEqual(colours);
	});

	it('have the colours that adding up all costs anew for every choice gave them', () => {
		const colours = themeColours(randomThemeTree(48, 1), 18);
		const given = [
			...[1, 51, 49, 7, 17, 37, 52, 46, 44, 0, 49, 49, 5, 32, 33, 10, 14, 6, 40, 38, 31, 20, 29, 27],
			...[1, 30, 25, 35, 2, 37, 21, 28, 12, 3, 24, 11, 26, 55, 48, 54, 22, 53, 1, 17, 1, 39, 19, 50]
		];
		expect(Array.from(given, (_, theme) => colours.get(theme))).toEqual(given);
	});

	it('have colours where there is one, and where nothing says where they lie', () => {
		expect(themeColours([{ themeId: 0, parentId: null, label: 'all', papers: 3 }], 1).size).toBe(1);
		const bare = randomThemeTree(9, 5);
		for (const node of bare) delete node.centre;
		const colours = themeColours(bare, 9);
		expect(new Set(Array.from({ length: 9 }, (_, theme) => colours.get(theme))).size).toBe(9);
	});
});
