import { describe, expect, it } from 'vitest';

import {
	countTicks,
	fitText,
	isMajor,
	logTicks,
	roundUp,
	shareTicks,
	sparseLabels,
	textWidth
} from '../../../src/lib/drawing/ticks.ts';

describe('ticks', () => {
	it('are whole for counts', () => {
		expect(countTicks(2, 8)).toEqual([0, 1, 2]);
		expect(countTicks(100, 5)).toEqual([0, 20, 40, 60, 80, 100]);
		expect(countTicks(0, 5)).toEqual([0]);
	});

	it('start from zero for shares', () => {
		expect(shareTicks(0.25, 5)).toEqual([0, 0.05, 0.1, 0.15, 0.2, 0.25]);
	});

	it('end on a round number', () => {
		expect([23, 100, 101, 0, 0.3].map((max) => roundUp(max, 1))).toEqual([25, 100, 150, 1, 1]);
		expect(roundUp(0.23, 0.01)).toBeCloseTo(0.25, 12);
	});

	it('go by one, two and five on a log axis', () => {
		expect(logTicks(1, 100)).toEqual([1, 2, 5, 10, 20, 50, 100]);
		expect([1, 2, 10, 50, 1000].filter(isMajor)).toEqual([1, 10, 1000]);
	});
});

describe('labels of periods', () => {
	const labels = Array.from({ length: 16 }, (_, index) => `Q${(index % 4) + 1} 2024`);

	it('are all printed where there is room', () => {
		expect(sparseLabels(labels, 80)).toHaveLength(16);
	});

	it('are thinned evenly, keep the last and never touch', () => {
		const shown = sparseLabels(labels, 20);
		expect(shown.at(-1)).toBe(15);
		const gaps = shown.slice(1).map((index, at) => (index - shown[at]!) * 20);
		expect(Math.min(...gaps)).toBeGreaterThan(textWidth('Q4 2024'));
	});

	it('are none for an empty axis', () => {
		expect(sparseLabels([], 100)).toEqual([]);
	});
});

describe('fitText', () => {
	it('cuts to the width and says so', () => {
		expect(fitText('speech', 200)).toBe('speech');
		const cut = fitText('machine translation of low-resource languages', 120);
		expect(cut).toMatch(/^machine.*…$/);
		expect(textWidth(cut)).toBeLessThanOrEqual(120);
	});

	it('does not split a character outside the basic plane', () => {
		expect(fitText('𝛼𝛽𝛾𝛿', 20)).toBe('𝛼…');
	});
});
