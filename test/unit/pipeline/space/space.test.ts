import { describe, expect, it } from 'vitest';

import { assign } from '../../../../src/lib/pipeline/assign.ts';
import { fit } from '../../../../src/lib/pipeline/fit.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { componentsFor, createEmbed, wordShareOf } from '../../../../src/lib/pipeline/space/space.ts';
import { plantThemes } from '../../../support/planted-themes.ts';

describe('a paper’s share of word vectors', () => {
	it('is largest for no words, half of that at 20, and next to nothing for an abstract', () => {
		expect(wordShareOf(0, defaultOptions)).toBe(0.75);
		expect(wordShareOf(20, defaultOptions)).toBe(0.375);
		expect(wordShareOf(140, defaultOptions)).toBeCloseTo(0.015, 12);
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
	it('blends unit vectors by the square roots of their shares', () => {
		const basis = { rows: 2, columns: 1, data: Float64Array.of(2, 0) };
		const words = { rows: 2, columns: 2, data: Float64Array.of(3, 4, 1, 0) };
		const vector = new Float64Array(3);
		createEmbed({ basis, words }, { wordShare: 0.5, wordLength: 20 })(
			Int32Array.of(0),
			Float32Array.of(7),
			0,
			1,
			20,
			vector
		);
		const expected = [Math.sqrt(0.75), 0.6 * 0.5, 0.8 * 0.5];
		expected.forEach((value, at) => expect(vector[at]).toBeCloseTo(value, 12));
	});
});

describe('vectors of short papers', () => {
	it('have word vectors beside latent semantic analysis, those of long ones do without', async () => {
		const short = plantThemes({ themes: 3, papers: 120, seed: 1, words: 10, share: 0.5 }).papers;
		const long = plantThemes({ themes: 3, papers: 60, seed: 1, words: 250 }).papers;
		expect((await fit(short, defaultOptions)).space.words.columns).toBeGreaterThan(0);
		expect((await fit(long, defaultOptions)).space.words.columns).toBe(0);
	}, 60_000);

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
	}, 60_000);
});
