import { describe, expect, it } from 'vitest';

import { assign } from '../../../../src/lib/pipeline/assign.ts';
import { fit } from '../../../../src/lib/pipeline/fit.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { componentsFor } from '../../../../src/lib/pipeline/fit-space.ts';
import { createEmbed, joinParts, wordShareOf } from '../../../../src/lib/pipeline/space/embed.ts';
import { plantThemes } from '../../../support/planted-themes.ts';

describe('a paper’s share of word vectors', () => {
	it('is largest for no words, half of that at 20, and no less than .3 for an abstract', () => {
		expect(wordShareOf(0, defaultOptions)).toBe(0.75);
		expect(wordShareOf(20, defaultOptions)).toBe(0.375);
		expect(wordShareOf(140, defaultOptions)).toBe(0.3);
		expect(wordShareOf(140, { ...defaultOptions, leastWordShare: 0 })).toBeCloseTo(0.015, 12);
	});
});

describe('components', () => {
	it.each([
		[1, 1],
		[75, 9],
		[2500, 50],
		[20_000, 50]
	])('of %i papers are %i', (papers, components) => {
		expect(componentsFor(papers, 50)).toBe(components);
	});
});

describe('createEmbed', () => {
	const basis = { rows: 2, columns: 1, data: Float64Array.of(2, 5) };
	const words = { rows: 2, columns: 2, data: Float64Array.of(3, 4, 1, 0) };
	const options = { wordShare: 0.5, leastWordShare: 0, wordLength: 20 };
	const embedded = (space: ReturnType<typeof joinParts>, width: number, terms = [0]) => {
		const vector = new Float64Array(width);
		const weights = Float32Array.from(terms, () => 7);
		createEmbed(space, options)(Int32Array.from(terms), weights, 0, terms.length, 20, vector);
		return vector;
	};

	it('blends unit vectors by the square roots of their shares', () => {
		const expected = [Math.sqrt(0.75), 0.6 * 0.5, 0.8 * 0.5];
		const vector = embedded(joinParts(basis, words), 3);
		expected.forEach((value, at) => expect(vector[at]).toBeCloseTo(value, 12));
	});

	it('multiplies what terms add by their emphasis', () => {
		const vector = embedded(joinParts(basis, words, Float64Array.of(1, 2)), 3, [0, 1]);
		const length = Math.sqrt(25 + 16);
		const expected = [Math.sqrt(0.75), (5 / length) * 0.5, (4 / length) * 0.5];
		expected.forEach((value, at) => expect(vector[at]).toBeCloseTo(value, 12));
	});

	it('turns vectors and scales them to unit length', () => {
		const turn = { rows: 3, columns: 2, data: Float64Array.of(1, 0, 0, 0, 0, 1) };
		const vector = embedded({ ...joinParts(basis, words), turn }, 2);
		const length = Math.sqrt(0.75 + 0.16);
		expect(vector[0]).toBeCloseTo(Math.sqrt(0.75) / length, 12);
		expect(vector[1]).toBeCloseTo(0.4 / length, 12);
	});
});

describe('vectors of papers', () => {
	it('hold no more numbers than asked for, from both parts, or from directions alone', async () => {
		const { papers } = plantThemes({ themes: 3, papers: 120, seed: 1, words: 10, share: 0.5 });
		const { space, themeCentroids } = await fit(papers, { ...defaultOptions, width: 5 });
		expect(themeCentroids.columns).toBe(5);
		expect(space.terms.columns).toBeGreaterThan(space.directions);
		const without = await fit(papers, { ...defaultOptions, wordShare: 0 });
		expect(without.space.terms.columns).toBe(without.space.directions);
	});

	it('do not depend on the papers beside them', async () => {
		const { papers } = plantThemes({ themes: 3, papers: 120, seed: 2, words: 10, share: 0.5 });
		const model = await fit(papers, { ...defaultOptions, themes: 3 });
		const all = await assign(model, papers);
		const columns = all.vectors.columns;
		for (const paper of [0, 57, 119]) {
			const alone = await assign(model, [papers[paper] as (typeof papers)[number]]);
			expect(alone.leafId[0]).toBe(all.leafId[paper]);
			expect(alone.vectors.data).toEqual(all.vectors.data.slice(paper * columns, (paper + 1) * columns));
			expect([alone.x[0], alone.y[0]]).toEqual([all.x[paper], all.y[paper]]);
		}
	});
});
