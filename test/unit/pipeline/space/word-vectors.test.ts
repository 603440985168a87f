import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { cooccurrences } from '../../../../src/lib/pipeline/space/cooccurrence.ts';
import { positiveInformation } from '../../../../src/lib/pipeline/space/ppmi.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import type { SparseMatrix } from '../../../../src/lib/pipeline/space/sparse.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';
import { buildVocabulary } from '../../../../src/lib/pipeline/text/vocabulary.ts';
import { companyOf, fitWordVectors } from '../../../../src/lib/pipeline/space/word-vectors.ts';

function dense({ rows, columns, offsets, indices, values }: SparseMatrix): number[][] {
	const out = Array.from({ length: rows }, () => Array.from({ length: columns }, () => 0));
	for (let row = 0; row < rows; row++) {
		for (let at = offsets[row] as number; at < (offsets[row + 1] as number); at++) {
			(out[row] as number[])[indices[at] as number] = values[at] as number;
		}
	}
	return out;
}

const limits = { minDf: 1, maxDfShare: 1 };

describe('cooccurrences', () => {
	it('count pairs within the window, in both directions and never across papers', async () => {
		const papers = ['soil water soil plant', 'plant water'].map((abstract) => ({ title: '', abstract }));
		const tokens = await tokenisePapers(papers, noRules);
		const { vocabulary, termOfStem } = buildVocabulary(tokens, limits);
		expect(vocabulary.terms).toEqual(['plant', 'soil', 'water']);
		const counted = await cooccurrences(tokens, termOfStem, 3, Int32Array.of(0, 1), 2);
		expect(dense(counted)).toEqual([
			[0, 1, 2],
			[1, 2, 2],
			[2, 2, 0]
		]);
	});
});

describe('positiveInformation', () => {
	it('is ln(p(w, c) / (p(w) p(c)^.75)) where positive, as numpy 2.4.6 has it', async () => {
		const counts: SparseMatrix = {
			rows: 3,
			columns: 3,
			offsets: Int32Array.of(0, 2, 4, 6),
			indices: Int32Array.of(1, 2, 0, 1, 0, 2),
			values: Float32Array.of(4, 1, 4, 2, 1, 6)
		};
		const expected = [
			[0, 0.87371964771756, 0],
			[0.8281392585190713, 0, 0],
			[0, 0, 0.8270995093340676]
		];
		dense(await positiveInformation(counts)).forEach((row, i) =>
			row.forEach((value, j) => expect(value).toBeCloseTo(expected[i]?.[j] as number, 6))
		);
	});
});

describe('fitWordVectors', () => {
	it('brings words together that never meet but keep the same company', async () => {
		const frames = ['root soil rain', 'soil rain seed', 'star orbit dust', 'orbit dust moon'];
		const papers = frames.flatMap((frame) =>
			Array.from({ length: 6 }, () => ({ title: '', abstract: frame }))
		);
		const tokens = await tokenisePapers(papers, noRules);
		const built = buildVocabulary(tokens, limits);
		const company = await companyOf(tokens, built, defaultOptions);
		const vectors = await fitWordVectors(company, { ...defaultOptions, components: 2 });
		const cosine = (a: string, b: string) => {
			const [i, j] = [a, b].map((word) => built.vocabulary.terms.indexOf(word)) as [number, number];
			let sum = 0;
			for (let c = 0; c < vectors.columns; c++) {
				sum +=
					(vectors.data[i * vectors.columns + c] as number) *
					(vectors.data[j * vectors.columns + c] as number);
			}
			return sum;
		};
		expect(cosine('root', 'seed')).toBeGreaterThan(0.9);
		expect(cosine('star', 'moon')).toBeGreaterThan(0.9);
		expect(Math.abs(cosine('root', 'moon'))).toBeLessThan(0.1);
	});
});
