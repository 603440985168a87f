import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';
import { buildVocabulary } from '../../../../src/lib/pipeline/text/vocabulary.ts';
import { weighPapers } from '../../../../src/lib/pipeline/space/weighting.ts';

/** Words that are their own stems and no stop words. */
const texts = [
	'soil rain soil root',
	'rain cloud',
	'root soil root root leaf',
	'cloud cloud rain sun',
	'leaf sun root'
];
const limits = { minDf: 1, maxDfShare: 1 } as const;

/** Rows over cloud, leaf, rain, root, soil, sun; one test more row for a paper without words. */
async function weigh(
	weighting: 'bm25' | 'tfidf',
	scheme: { k1?: number; b?: number } = {}
): Promise<number[][]> {
	const tokens = await tokenisePapers(
		texts.map((abstract) => ({ title: '', abstract })),
		noRules
	);
	const { vocabulary, termOfStem } = buildVocabulary(tokens, limits);
	expect(vocabulary.terms).toEqual(['cloud', 'leaf', 'rain', 'root', 'soil', 'sun']);
	const matrix = await weighPapers(tokens, vocabulary, termOfStem, {
		...defaultOptions,
		weighting,
		...scheme
	});
	return texts.map((_, row) => {
		const dense = vocabulary.terms.map(() => 0);
		for (let at = matrix.offsets[row] as number; at < (matrix.offsets[row + 1] as number); at++) {
			dense[matrix.indices[at] as number] = matrix.values[at] as number;
		}
		return dense;
	});
}

function expectClose(actual: number[][], expected: number[][]): void {
	const worst = Math.max(
		...actual.flat().map((value, i) => Math.abs(value - (expected.flat()[i] as number)))
	);
	expect(worst).toBeLessThan(1e-7);
}

describe('weighPapers', () => {
	it('agrees with scikit-learn 1.9.1, TfidfVectorizer(smooth_idf, sublinear_tf, norm l2), on the same tokens', async () => {
		expectClose(await weigh('tfidf'), [
			[0, 0, 0.4028972663, 0.4028972663, 0.8217953429, 0],
			[0.769447073, 0, 0.6387105776, 0, 0, 0],
			[0, 0.4456699895, 0, 0.7763739569, 0.4456699895, 0],
			[0.7932544435, 0, 0.3889046701, 0, 0, 0.468508853],
			[0, 0.6098184564, 0, 0.5062044059, 0, 0.6098184564]
		]);
	});

	it('agrees with the BM25 formula worked in numpy 2.4.6, k1 1.2, b 0.75, mean length 3.6', async () => {
		expectClose(await weigh('bm25'), [
			[0, 0, 0.3746022747, 0.3746022747, 0.8481428368, 0],
			[0.8515512754, 0, 0.5242713281, 0, 0, 0],
			[0, 0.5705911092, 0, 0.5906365822, 0.5705911092, 0],
			[0.7647804261, 0, 0.3377833011, 0, 0, 0.5486468275],
			[0, 0.6483338316, 0, 0.399157219, 0, 0.6483338316]
		]);
	});

	it('weighs by presence alone at k1 = 0', async () => {
		// Lucene's idf, ln(1 + (N - df + 0.5) / (df + 0.5)), of rain and root (df 3) and soil (df 2) among 5 papers.
		const [first] = await weigh('bm25', { k1: 0 });
		const [common, rare] = [Math.log(1 + 2.5 / 3.5), Math.log(1 + 3.5 / 2.5)];
		const length = Math.hypot(common, common, rare);
		expectClose([first as number[]], [[0, 0, common / length, common / length, rare / length, 0]]);
	});
});
