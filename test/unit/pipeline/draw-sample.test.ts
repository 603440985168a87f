import { describe, expect, it } from 'vitest';

import { bare } from '../../../src/lib/corpus/paper/record.ts';
import type { Paper } from '../../../src/lib/dataset/paper.ts';
import { drawSample } from '../../../src/lib/pipeline/build.ts';
import { paperSource } from '../../support/paper-source.ts';

describe('drawSample', () => {
	const all = Array.from({ length: 1000 }, (_, i): Paper => bare(`${i}`, ''));
	const draw = async (size: number, seed: number, from = all, characters = Infinity) => {
		const { papers: drawn, total } = await drawSample(paperSource(from), { size, characters, seed }, {});
		expect(total).toBe(from.length);
		return drawn.map(({ title }) => Number(title));
	};

	it('takes all papers where there are no more, in order', async () => {
		expect(await draw(1000, 1)).toEqual([...all.keys()]);
		expect(await draw(5000, 1)).toEqual([...all.keys()]);
	});

	it('draws the same papers for the same seed, none twice, in input order', async () => {
		const drawn = await draw(100, 3);
		expect(await draw(100, 3)).toEqual(drawn);
		expect(await draw(100, 4)).not.toEqual(drawn);
		expect(drawn).toEqual([...new Set(drawn)].sort((a, b) => a - b));
		expect(drawn).toHaveLength(100);
	});

	it('draws the same papers within a bound of characters, one at least', async () => {
		const drawn = await draw(1000, 3, all, 300);
		const length = drawn.reduce((sum, number) => sum + String(number).length, 0);
		expect(length).toBeGreaterThan(290);
		expect(length).toBeLessThanOrEqual(300);
		expect(drawn).toEqual(await draw(drawn.length, 3));
		expect(await draw(1000, 3, all, 0)).toEqual(await draw(1, 3));
	});

	it('draws every paper equally often', async () => {
		const draws = 400;
		const counts = new Array<number>(10).fill(0);
		for (let seed = 0; seed < draws; seed++) {
			for (const index of await draw(50, seed)) counts[Math.floor(index / 100)]! += 1;
		}
		// Each tenth expects draws x 5; chi-squared with 9 degrees of freedom stays below 27.9 in 999 of 1,000 cases.
		const expected = draws * 5;
		const chi2 = counts.reduce((sum, count) => sum + ((count - expected) * (count - expected)) / expected, 0);
		expect(chi2).toBeLessThan(27.9);

		let last = 0;
		for (let seed = 0; seed < 900; seed++) if ((await draw(2, seed, all.slice(0, 3))).includes(2)) last++;
		// 600 are expected; four standard deviations are 57.
		expect(Math.abs(last - 600)).toBeLessThan(57);
	});
});
