import { expect, it } from 'vitest';

import { textWidth } from '../../../../src/lib/drawing/ticks.ts';
import {
	dotPaths,
	placed,
	sketchNames,
	type SketchName
} from '../../../../src/lib/views/pages/overview/map-sketch.ts';
import { randomThemeTree } from '../../../support/random-theme-tree.ts';

const frame = { width: 400, height: 300 };

it('names the largest of many themes, as far as there is room, near their centres', () => {
	const themes = randomThemeTree(40, 6).slice(0, 40);
	const names = sketchNames(themes, frame);
	expect(names.length).toBeLessThan(40);
	const largest = themes.reduce((best, theme) => (theme.papers > best.papers ? theme : best));
	expect(names[0]!.id).toBe(largest.themeId);
	for (const { id, x, y } of names) {
		const far = themes.map(({ centre }) => {
			const [left, top] = placed(centre!, frame);
			return Math.hypot(left - x, top - y);
		});
		expect(far[id]! - Math.min(...far)).toBeLessThan(1e-6);
	}
});

it('lets no name cover another or leave the frame, and names no place that is not known', () => {
	for (let seed = 1; seed <= 20; seed++) {
		const nodes = randomThemeTree(9, seed)
			.slice(0, 9)
			.map((node, at) => ({
				...node,
				label: at % 2 ? 'vision and language' : 'a name of very many words that run on'
			}));
		const names = sketchNames(nodes, frame);
		expect(names.length).toBeGreaterThan(4);
		const width = ({ lines }: SketchName) => Math.max(...lines.map((line) => textWidth(line, 12)));
		for (const [at, one] of names.entries()) {
			expect(one.lines.length).toBeLessThanOrEqual(2);
			expect(one.x).toBeGreaterThanOrEqual(width(one) / 2);
			expect(one.x).toBeLessThanOrEqual(frame.width - width(one) / 2);
			expect(one.y).toBeGreaterThanOrEqual(7.5 * one.lines.length);
			expect(one.y).toBeLessThanOrEqual(frame.height - 7.5 * one.lines.length);
			for (const other of names.slice(at + 1)) {
				const isClear =
					Math.abs(one.x - other.x) > (width(one) + width(other)) / 2 ||
					Math.abs(one.y - other.y) >= 7.5 * (one.lines.length + other.lines.length);
				expect(isClear, `${one.id} and ${other.id}`).toBe(true);
			}
		}
	}
	expect(sketchNames([{ themeId: 1, label: 'nowhere', papers: 3 }], frame)).toEqual([]);
});

it('draws a dot for each paper, or for every so many of them, and apart what does not pass', () => {
	const positions = {
		x: Uint16Array.of(0, 65_535, 0, 65_535),
		y: Uint16Array.of(0, 0, 65_535, 65_535),
		theme: Uint16Array.of(3, 5, 3, 5)
	};
	const [low, high] = [placed([0, 0], frame), placed([1, 1], frame)];
	expect([low, high]).toEqual([[14, 286], [386, 14]]); // prettier-ignore
	expect(dotPaths(positions, null, frame, 10)).toEqual([
		{ themeId: 3, path: 'M14.0,286.0h0M14.0,14.0h0' },
		{ themeId: 5, path: 'M386.0,286.0h0M386.0,14.0h0' }
	]);
	expect(dotPaths(positions, Uint8Array.of(1, 0, 1, 1), frame, 10)).toEqual([
		{ themeId: -1, path: 'M386.0,286.0h0' },
		{ themeId: 3, path: 'M14.0,286.0h0M14.0,14.0h0' },
		{ themeId: 5, path: 'M386.0,14.0h0' }
	]);
	expect(dotPaths(positions, null, frame, 2)).toEqual([{ themeId: 3, path: 'M14.0,286.0h0M14.0,14.0h0' }]);
});
