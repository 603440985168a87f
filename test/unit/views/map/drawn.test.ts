import { polygonArea, polygonContains } from 'd3';
import { describe, expect, it } from 'vitest';

import { labelLines } from '../../../../src/lib/drawing/label-lines.ts';
import { drawnEvery } from '../../../../src/lib/queries/themes/positions.ts';
import { MapState } from '../../../../src/lib/views/pages/map/map-state.svelte.ts';
import {
	mapCaption,
	mapHeadline,
	mapTable,
	mostlyWords,
	shadeWords
} from '../../../../src/lib/views/pages/map/map-words.ts';
import {
	areaOfCorners,
	areaOfLoop,
	outlineOf,
	simplified
} from '../../../../src/lib/views/pages/map/outline.ts';
import type { Place } from '../../../../src/lib/views/pages/map/raster/view.ts';

describe('labels', () => {
	it('take three lines at most', () => {
		expect(labelLines('Robot')).toEqual(['Robot']);
		expect(labelLines('Safety, retrieval-augmented generation of some more')).toEqual([
			'Safety,',
			'retrieval-augmented',
			'generation of some more'
		]);
		expect(
			labelLines('one and another word that goes on and on and never comes to its end but always on').at(-1)
		).toMatch(/…$/);
		expect(labelLines('Vision-language models, video understanding')).toEqual([
			'Vision-language models,',
			'video understanding'
		]);
	});
});

describe('outlines', () => {
	const circle = Array.from({ length: 400 }, (_, i): Place => {
		const angle = (i / 400) * 2 * Math.PI;
		return [0.5 + 0.3 * Math.cos(angle), 0.5 + 0.2 * Math.sin(angle)];
	});

	it('keep a drawn loop with few corners, none of them far off', () => {
		const kept = simplified(circle, 0.002);
		expect(kept.length).toBeLessThan(60);
		const [full, left] = [circle, kept].map((path) => Math.abs(polygonArea(path as [number, number][])));
		expect(left! / full!).toBeCloseTo(1, 1);
	});

	it('become an area of whole steps that a link can hold', () => {
		const area = areaOfLoop(circle, 1e-7);
		expect(area.length).toBeGreaterThan(20);
		expect(area.length).toBeLessThanOrEqual(60);
		expect(area.flat().every((step) => Number.isInteger(step) && step >= 0 && step <= 10_000)).toBe(true);
		const outline = outlineOf(area) as [number, number][];
		expect(polygonContains(outline, [0.5, 0.65])).toBe(true);
		expect(polygonContains(outline, [0.5, 0.75])).toBe(false);
	});

	it('of rectangles have their corners in order, and what encloses nothing is no area', () => {
		expect(areaOfCorners([0.7, 0.2], [0.1, 1.4])).toEqual([
			[1000, 2000],
			[7000, 10_000]
		]);
		expect(outlineOf(areaOfCorners([0, 0], [1, 1]))).toEqual([
			[0, 0],
			[1, 0],
			[1, 1],
			[0, 1]
		]);
		expect(areaOfCorners([0.5, 0.5], [0.5, 0.9])).toEqual([]);
		expect(areaOfLoop([[0.1, 0.1], [0.2, 0.2]], 0.001)).toEqual([]); // prettier-ignore
	});
});

describe('what is said of the map', () => {
	const labelOf = (id: number) => `theme ${id}`;
	const pairs = [
		{ first: 1, second: 4, papers: 30 },
		{ first: 2, second: 4, papers: 12 }
	];

	it('names the themes that touch most, unless none does', () => {
		expect(mapHeadline([], 200, labelOf).text).toBe('No paper lies between two themes');
		expect(mapHeadline(null, 200, labelOf).text).not.toMatch(/between|touch/);
		expect(mapHeadline(pairs, 200, labelOf).text).toBe(
			'“theme 1” and “theme 4” touch most: 30 papers (15 %) between them'
		);
		const even = [pairs[0]!, { ...pairs[1]!, papers: 30 }];
		expect(mapHeadline(even, 200, labelOf).text).toBe(
			'“theme 1” and “theme 4” touch most: 30 papers (15 %) between them, as between “theme 2” and “theme 4”'
		);
		expect(mapHeadline([...even, { ...even[1]!, first: 3 }], 200, labelOf).text).toBe(
			'No two themes stand out: at most 30 papers between any two'
		);
		expect(mapHeadline([], 200, labelOf).text).toBe('No paper lies between two themes');
		expect(mapHeadline([], 0, labelOf).text).toBe('No paper passes the filters');
	});

	it('counts the papers that are left', () => {
		expect(mapCaption(75, 75, 8)).toMatch(/^75 papers in 8 themes;/);
		expect(mapCaption(4, 75, 1)).toMatch(/^4 of 75 papers in 1 theme, the others faded;/);
		expect(mapCaption(75, 75, 8, 1, true)).toMatch(/^Part of the map of 75 papers in 8 themes;/);
		const some = mapCaption(4_000_000, 9_500_000, 8, drawnEvery(9_500_000));
		expect(some).toMatch(
			/^4,000,000 of 9,500,000 papers in 8 themes, 1 of 10 papers is drawn, the others faded;/
		);
		expect([75, 1_000_000, 1_000_001].map(drawnEvery)).toEqual([1, 1, 2]);
	});

	it('goes by places among the papers drawn, and by their ids elsewhere', () => {
		const map = new MapState(10);
		expect([map.idOf(7), map.shownWith(70), map.shownWith(71)]).toEqual([70, 7, null]);
	});

	it('tabulates where themes lie and whom they touch', () => {
		const centres = [
			{ id: 4, x: 0.12345, y: 1, papers: 50, reach: 0.1, others: [] },
			{ id: 9, x: 0.5, y: 0.5, papers: 3, reach: 0.1, others: [] }
		];
		expect(mapTable(centres, pairs, labelOf, new Map([[4, 41]])).rows).toEqual([
			['theme 4', 41, 0.123, 1, 'theme 1', 30],
			['theme 9', 0, 0.5, 0.5, '–', '–']
		]);
	});

	it('says which themes most papers in view belong to', () => {
		const of = (counts: [number, number][], papers: number) => mostlyWords(new Map(counts), papers, labelOf);
		expect(of([[3, 122], [1, 40], [2, 38]], 200)).toBe('Mostly “theme 3” (61 %), then “theme 1” (20 %)'); // prettier-ignore
		expect(of([[2, 30], [1, 40], [5, 30]], 100)).toBe('Most often “theme 1” (40 %), then “theme 2” and “theme 5” (30 % each)'); // prettier-ignore
		expect(of([[2, 13], [1, 13], [5, 10]], 75)).toBe('Most often “theme 1” and “theme 2” (17 % each), then “theme 5” (13 %)'); // prettier-ignore
		expect(of([[2, 4], [1, 4], [5, 4]], 12)).toBe('3 themes (33 % each)'); // prettier-ignore
		expect(of([[7, 5]], 5)).toBe('All from “theme 7”'); // prettier-ignore
		expect(of([[7, 1]], 1)).toBe('From “theme 7”');
		expect(of([], 0)).toBe('');
	});

	it('explains shading where there is some', () => {
		expect(shadeWords(0)).toBe('Each dot is a paper.');
		expect(shadeWords(0.2)).toMatch(/^Each dot is a paper; the shading/);
		expect(shadeWords(0.7)).toMatch(/from 0\.5 to 16 times an even spread in 6 steps/);
	});
});
