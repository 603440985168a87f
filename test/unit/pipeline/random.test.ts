import { describe, expect, it } from 'vitest';

import { createRandom } from '../../../src/lib/pipeline/random.ts';

describe('the random source', () => {
	it('repeats itself for one seed and stream, and for no other', () => {
		const draw = (seed: number, stream?: number) => {
			const random = createRandom(seed, stream);
			return Array.from({ length: 5 }, () => random.uniform());
		};
		expect(draw(42)).toEqual(draw(42));
		expect(draw(42, 1)).not.toEqual(draw(42));
		expect(draw(43)).not.toEqual(draw(42));
		expect(draw(-1)).not.toEqual(draw(1));
		expect(draw(42 + 2 ** 32)).not.toEqual(draw(42));
	});

	it('is uniform: mean, variance and a chi-squared over 100 bins', () => {
		const random = createRandom(7);
		const bins = new Int32Array(100);
		let [sum, squares] = [0, 0];
		const n = 100_000;
		for (let i = 0; i < n; i++) {
			const value = random.uniform();
			sum += value;
			squares += value * value;
			bins[Math.floor(value * 100)] = (bins[Math.floor(value * 100)] as number) + 1;
		}
		expect(sum / n).toBeCloseTo(0.5, 2);
		expect(squares / n - (sum / n) ** 2).toBeCloseTo(1 / 12, 2);
		const chi = bins.reduce((total, count) => total + (count - 1000) ** 2 / 1000, 0);
		expect(chi).toBeGreaterThan(56);
		expect(chi).toBeLessThan(156);
	});

	it('is standard normal: mean, variance and tails', () => {
		const random = createRandom(8);
		const values = Array.from({ length: 50_000 }, () => random.normal());
		const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
		expect(Math.abs(mean)).toBeLessThan(0.02);
		expect(values.reduce((sum, value) => sum + value * value, 0) / values.length).toBeCloseTo(1, 1);
		expect(values.filter((value) => Math.abs(value) > 1.96).length / values.length).toBeCloseTo(0.05, 2);
	});

	it('samples distinct integers in ascending order, and all of them when asked for more', () => {
		const random = createRandom(9);
		const chosen = [...random.sample(1000, 50)];
		expect(new Set(chosen).size).toBe(50);
		expect([...chosen].sort((a, b) => a - b)).toEqual(chosen);
		expect([...random.sample(5, 9)]).toEqual([0, 1, 2, 3, 4]);
	});
});
