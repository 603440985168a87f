import { describe, expect, it } from 'vitest';

import { labelsThatFit, spreadLabels } from '../../../src/lib/drawing/labels.ts';
import { generator } from '../../support/gallery/samples.ts';

const at = (...ys: number[]) => ys.map((y) => ({ y, height: 10 }));

describe('spreadLabels', () => {
	it('leaves labels alone that do not touch', () => {
		expect(spreadLabels(at(20, 40, 70), 0, 100)).toEqual([20, 40, 70]);
	});

	it('moves two that collide apart by the same distance', () => {
		expect(spreadLabels(at(50, 50), 0, 100)).toEqual([45, 55]);
	});

	it('keeps the order given for the result, whatever the order of the heights', () => {
		expect(spreadLabels(at(60, 20, 58), 0, 100)).toEqual([64, 20, 54]);
	});

	it('stays inside the column', () => {
		expect(spreadLabels(at(0, 0, 100), 0, 100)).toEqual([5, 15, 95]);
	});

	it('never overlaps and never leaves a column with room, for random wishes', () => {
		const random = generator(1);
		for (let run = 0; run < 200; run++) {
			const wishes = Array.from({ length: 9 }, () => ({ y: random() * 100, height: 4 + random() * 6 }));
			const middles = spreadLabels(wishes, 0, 100);
			const spans = middles
				.map((middle, index) => [middle - wishes[index]!.height / 2, middle + wishes[index]!.height / 2])
				.sort((a, b) => a[0]! - b[0]!);
			expect(spans[0]![0]).toBeGreaterThan(-1e-9);
			expect(spans.at(-1)![1]).toBeLessThan(100 + 1e-9);
			for (let index = 1; index < spans.length; index++) {
				expect(spans[index]![0]! - spans[index - 1]![1]!).toBeGreaterThan(-1e-9);
			}
		}
	});

	it('counts what fits', () => {
		expect(labelsThatFit(100, 16)).toBe(6);
		expect(labelsThatFit(-5, 16)).toBe(0);
	});
});
