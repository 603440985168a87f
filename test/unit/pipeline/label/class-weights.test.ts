import { describe, expect, it } from 'vitest';

import {
	classTfIdf,
	keyness,
	weighTerms,
	type Corpus
} from '../../../../src/lib/pipeline/label/class-weights.ts';
import type { TermCounts } from '../../../../src/lib/pipeline/label/term-counts.ts';

/** Three classes over four terms, and the occurrences of each. */
const classes = [
	[5, 1, 0, 2],
	[1, 4, 3, 0],
	[0, 0, 6, 6]
];

describe('classTfIdf', () => {
	it('agrees with BERTopic’s class-based TF-IDF (Grootendorst 2022) worked in numpy 2.4.6', () => {
		const totals = [0, 1, 2, 3].map((term) => classes.reduce((sum, row) => sum + (row[term] as number), 0));
		const words = classes.map((row) => row.reduce((sum, count) => sum + count, 0));
		const mean = words.reduce((sum, count) => sum + count, 0) / 3;
		const expected = [
			[0.5864185241, 0.1316437393, 0, 0.1932974721],
			[0.1172837048, 0.5265749573, 0.2668111197, 0],
			[0, 0, 0.3557481596, 0.3865949441]
		];
		for (const [c, row] of classes.entries()) {
			for (const [term, tf] of row.entries()) {
				const weight = classTfIdf(tf, words[c] as number, mean, totals[term] as number);
				expect(weight).toBeCloseTo(expected[c]?.[term] as number, 9);
			}
		}
	});
});

describe('keyness', () => {
	it('is 1 - 1 / lift, and 0 for terms that are no commoner than elsewhere', () => {
		expect(keyness(8, 10, 20, 100)).toBeCloseTo(1 - 0.25, 12);
		expect(keyness(2, 10, 20, 100)).toBe(0);
		expect(keyness(1, 10, 20, 100)).toBe(0);
	});
});

function counts(
	papers: number,
	rows: readonly (readonly [frequency: number, documents: number])[]
): TermCounts {
	return {
		papers,
		words: rows.reduce((sum, [frequency]) => sum + frequency, 0),
		terms: Int32Array.from(rows.keys()),
		frequency: Int32Array.from(rows, ([frequency]) => frequency),
		documents: Int32Array.from(rows, ([, documents]) => documents)
	};
}

describe('weighTerms', () => {
	const corpus: Corpus = {
		papers: 100,
		wordsPerTheme: 50,
		frequency: Int32Array.of(12, 40, 12, 12, 12),
		documents: Int32Array.of(10, 21, 10, 10, 10),
		quality: Float64Array.of(1, 1, 0.5, 1, 0)
	};
	// The second stands in 21 % of all papers, the fourth in one paper of the theme, the last is no name.
	const theme = counts(20, [
		[10, 8],
		[30, 20],
		[10, 8],
		[4, 1],
		[10, 8]
	]);

	it('multiplies class-based TF-IDF, keyness, the root of the share of papers, and quality', () => {
		const wider = counts(20, [...[0, 2, 3].map((i): [number, number] => [theme.frequency[i] as number, 8])]);
		const same = { ...corpus, documents: Int32Array.of(10, 10, 10), quality: Float64Array.of(1, 0.5, 1) };
		const [first] = weighTerms(wider, same);
		const expected = (10 / 24) * Math.log(1 + 50 / 12) * (1 - 10 / 100 / (8 / 20)) * Math.sqrt(8 / 20);
		expect(first?.term).toBe(0);
		expect(first?.weight).toBeCloseTo(expected, 12);
		expect(first?.share).toBe(0.4);
	});

	it('leaves common, rare and unfit terms out unless hardly anything else is there', () => {
		const terms = weighTerms(theme, corpus).map(({ term }) => term);
		expect(terms.slice(0, 2)).toEqual([0, 2]);
		const more = {
			...corpus,
			documents: Int32Array.of(10, 10, 10, 10, 10),
			quality: new Float64Array(5).fill(1)
		};
		expect(
			weighTerms({ ...theme, documents: Int32Array.of(8, 8, 8, 1, 8) }, more).map(({ term }) => term)
		).not.toContain(3);
	});
});
