import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import {
	chooseK,
	middleOfBest,
	proposed,
	rangeOfBest,
	between,
	candidateNumbers
} from '../../../../src/lib/pipeline/cluster/choose-k.ts';
import type { Matrix } from '../../../../src/lib/pipeline/model.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { fitSpace } from '../../../../src/lib/pipeline/fit-space.ts';
import { embedPapers } from '../../../../src/lib/pipeline/space/embed.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';
import { buildVocabulary } from '../../../../src/lib/pipeline/text/vocabulary.ts';
import { weighPapers } from '../../../../src/lib/pipeline/space/weighting.ts';
import { plantThemes, type PlantedCorpus } from '../../../support/planted-themes.ts';

async function vectorsOf({ papers }: PlantedCorpus): Promise<Matrix> {
	const tokens = await tokenisePapers(papers, noRules);
	const built = buildVocabulary(tokens, defaultOptions);
	const weighted = await weighPapers(tokens, built.vocabulary, built.termOfStem, defaultOptions);
	const space = await fitSpace(tokens, weighted, built, defaultOptions);
	return embedPapers(weighted, space, defaultOptions);
}

describe('candidate numbers of themes', () => {
	it('leave eight papers to each theme, go one by one at first, and never beyond 100', () => {
		expect(candidateNumbers(10)).toEqual([]);
		expect(candidateNumbers(75)).toEqual([2, 3, 4, 5, 6, 7, 9]);
		expect(candidateNumbers(1e6).at(-1)).toBeGreaterThan(90);
		expect(candidateNumbers(1e6).at(-1)).toBeLessThanOrEqual(100);
	});

	it('are refined between the best and its neighbours', () => {
		expect(between([2, 3, 9, 16], 9)).toEqual([6, 13]);
		expect(between([2, 3], 2)).toEqual([]);
	});
});

describe('the chosen number', () => {
	it.each([
		[3, 400],
		[3, 1100],
		[8, 800],
		[25, 1000]
	])(
		'is within 30 %% of %i planted themes',
		async (themes, papers) => {
			const { k, curve } = await chooseK(await vectorsOf(plantThemes({ themes, papers, seed: themes })), 42);
			expect(k).toBeGreaterThanOrEqual(0.7 * themes);
			expect(k).toBeLessThanOrEqual(1.3 * themes);
			expect(curve.filter(({ chosen }) => chosen).map((point) => point.k)).toEqual([k]);
		},
		60_000
	);

	it('is the middle, by ratio, of those around the best that are worth nearly as much', () => {
		const point = (k: number, worth: number) => {
			const part = worth * Math.pow(k, 0.3);
			return { k, parts: [part, part], silhouette: 0, calinskiHarabasz: 0, stability: 0 };
		};
		const flat = [point(4, 9.2), point(8, 9.4), point(16, 10), point(20, 9.7), point(32, 9.6), point(64, 9)];
		expect(middleOfBest(flat)?.k).toBe(16);
		expect(rangeOfBest(flat, 16)).toEqual({ from: 8, to: 32 });
		expect(rangeOfBest(flat, 64)).toBeNull();
		const steep = [point(4, 9.2), point(8, 9.2), point(16, 10), point(32, 9.2)];
		expect(middleOfBest(steep)?.k).toBe(16);
		expect(rangeOfBest(steep, 16)).toBeNull();
		const broken = [point(4, 10), point(8, 9), point(16, 9.9), point(32, 9.9)];
		expect(middleOfBest(broken)?.k).toBe(4);
		expect(middleOfBest([point(5, 10), point(6, 9.9)])?.k).toBe(6);
		expect(middleOfBest([])).toBeUndefined();
		expect(rangeOfBest([], 1)).toBeNull();
	});

	it('is six at least of a thousand papers, unless fewer are worth markedly more', () => {
		const point = (k: number, worth: number) => {
			const part = worth * Math.pow(k, 0.3);
			return { k, parts: [part, part], silhouette: 0, calinskiHarabasz: 0, stability: 0 };
		};
		const close = [point(4, 8), point(5, 10), point(6, 9.1), point(7, 9.3), point(9, 8)];
		expect(proposed(close, 1000)?.k).toBe(7);
		expect(proposed(close, 999)?.k).toBe(5);
		const clear = [point(4, 8), point(5, 10), point(6, 8.9), point(7, 8.9)];
		expect(proposed(clear, 1000)?.k).toBe(5);
		expect(proposed([point(2, 5), point(3, 10)], 1000)?.k).toBe(3);
		expect(proposed([point(6, 9), point(8, 10)], 1000)?.k).toBe(8);
		expect(proposed([], 1000)).toBeUndefined();
	});

	it('is one where all papers are the same', async () => {
		const same = { rows: 40, columns: 2, data: new Float64Array(80).fill(Math.SQRT1_2) };
		expect((await chooseK(same, 1)).k).toBe(1);
	});
});
