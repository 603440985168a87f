import { describe, expect, it } from 'vitest';

import { noRules } from '../../../../src/lib/words/word-rules.ts';
import { candidateTerms, type CandidateTerms } from '../../../../src/lib/pipeline/label/label-terms.ts';
import type { TreeNode } from '../../../../src/lib/pipeline/model.ts';
import { countTerms } from '../../../../src/lib/pipeline/label/term-counts.ts';
import { cohesion, termQuality } from '../../../../src/lib/pipeline/label/term-quality.ts';
import { termStatistics, type TermStatistics } from '../../../../src/lib/pipeline/label/term-statistics.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/terms/tokenise.ts';

const leaves = 4;
const nodes: TreeNode[] = [0, 1, 2, 3].map((themeId) => ({
	themeId,
	parentId: null,
	children: [],
	height: 0,
	inDefault: true
}));

/** Forty papers over four leaves: a subject in each leaf, said twice, and the same frame in all. */
const subjects = ['gaussian splatting', 'speech recognition', 'crop rotation', 'protein folding'];
const texts = Array.from({ length: 40 }, (_, i) => {
	const subject = subjects[i % leaves] as string;
	return `We propose ${subject}. Our study of ${subject} in the multi-modal domain; results reveal a gap. Leading ${subject}, again with ${i % 3 ? 'models' : 'trees'}.`;
});

async function prepare() {
	const tokens = await tokenisePapers(
		texts.map((abstract) => ({ title: '', abstract })),
		noRules
	);
	const candidates = await candidateTerms(tokens, 2, new Uint8Array(tokens.stems.length));
	const statistics = await termStatistics(candidates, tokens);
	const leafId = Int16Array.from(texts, (_, i) => i % leaves);
	const counts = await countTerms(candidates, tokens.offsets, leafId, nodes);
	const { listed: quality } = termQuality(candidates, statistics, counts);
	const nameOf = (term: number) =>
		candidates
			.stemsOf(term)
			.map((stem) => tokens.stems[stem])
			.join(' ');
	const of = (name: string) =>
		quality[Array.from(quality.keys()).find((term) => nameOf(term) === name) as number] as number;
	return { quality, of, counts, statistics, candidates, tokens };
}

describe('termQuality', () => {
	it('ranks what a leaf repeats above what all papers say once', async () => {
		const { of, quality } = await prepare();
		for (const frame of ['propos', 'reveal', 'gap', 'studi', 'result']) {
			expect(of('speech recognit')).toBeGreaterThan(10 * of(frame));
		}
		expect(Math.max(...quality)).toBeLessThanOrEqual(1);
		expect(Math.min(...quality)).toBeGreaterThanOrEqual(0);
	});

	it('drops halves of hyphenated words and words that never end a phrase', async () => {
		const { of } = await prepare();
		expect(of('multi')).toBe(0);
		expect(of('speech')).toBeLessThan(of('recognit') + 1e-12);
		expect(of('gaussian')).toBeLessThan(0.01);
	});

	it('is the product of its parts, as worked out by hand', () => {
		// Two words and the phrase that they make, in two leaves of 20 papers.
		const candidates: CandidateTerms = {
			count: 3,
			stems: 2,
			stemsOf: (term) => [[0], [1], [0, 1]][term] as number[],
			lengthOf: (term) => (term < 2 ? 1 : 2),
			startingAt: []
		};
		const statistics: TermStatistics = {
			papers: 40,
			frequency: Int32Array.of(24, 16, 10),
			documents: Int32Array.of(12, 12, 8),
			titles: Int32Array.of(0, 0, 0),
			initial: Int32Array.of(24, 2, 10),
			final: Int32Array.of(3, 16, 10),
			alone: Int32Array.of(12, 4, 0),
			tied: Int32Array.of(6, 0, 0)
		};
		const leaf = (documents: readonly number[]) => {
			const terms = [0, 1, 2].filter((term) => (documents[term] as number) > 0);
			const counts = Int32Array.from(terms, (term) => documents[term] as number);
			return { papers: 20, words: 0, terms: Int32Array.from(terms), frequency: counts, documents: counts };
		};
		const { listed: quality } = termQuality(candidates, statistics, [leaf([12, 9, 8]), leaf([0, 3, 0])]);

		// Of 12 papers 0.5 of half of G² are chance's; ln 2 is the entropy of two equal leaves.
		const [first, second] = [
			1 - 0.5 / (12 * Math.log(2)),
			(9 * Math.log(1.5) + 3 * Math.log(0.5) - 0.5) / (12 * Math.log(2))
		];
		const usual = (first + second) / 2;
		// Words come again (12 + 4) / (12 + 12) times; three papers like that are added to each word's own.
		const again = [(12 + 2) / (12 + 3) + 0.1, (4 + 2) / (12 + 3) + 0.1] as const;
		const repeats = again.map((times) => times / (times + 2 / 3 + 0.1)) as [number, number];
		// 16 of 40 words stand alone. The first ends a phrase in 1 of 8 cases, half as often as it should; the second
		// begins one in 1 of 8, of 0.15.
		const whole = [(1 / 8 / 0.25) * (3 / 4) ** 2 * (0.4 / 0.5), 1 / 8 / 0.15] as const;
		expect(quality[0]).toBeCloseTo(repeats[0] ** 2 * (first / (first + usual)) * whole[0], 12);
		expect(quality[1]).toBeCloseTo(repeats[1] ** 2 * (second / (second + usual)) * whole[1], 12);
		// The only phrase is the typical one: it comes again as often as usual and is spread as usual. NPMI of 0.029.
		const npmi = Math.log(10 / 40 / ((24 / 40) * (16 / 40))) / -Math.log(10 / 40);
		const ofWords = (repeats[0] + repeats[1]) / 2;
		const own = ((2 + 3 * (2 / 8)) / (8 + 3) + 0.1) / ((2 + 3 * (2 / 8)) / (8 + 3) + 0.1 + 2 / 8 + 0.1);
		expect(quality[2]).toBeCloseTo(own * ofWords * 0.5 * (npmi / 0.25), 12);
	});
});

describe('cohesion', () => {
	it('is full for words that only come together, and nothing for words that meet by chance', () => {
		expect(cohesion(10, [10, 10], 1000)).toBe(1);
		expect(cohesion(1, [100, 100], 10_000)).toBeCloseTo(0, 12);
		expect(cohesion(5, [7], 10_000)).toBe(1);
	});

	it('is NPMI over a quarter in between', () => {
		const npmi = Math.log(20 / 10_000 / ((200 / 10_000) * (300 / 10_000))) / -Math.log(20 / 10_000);
		expect(npmi).toBeLessThan(0.25);
		expect(cohesion(20, [200, 300], 10_000)).toBeCloseTo(npmi / 0.25, 12);
	});
});

describe('countTerms', () => {
	it('counts papers and occurrences of each leaf, and adds children up', async () => {
		const { counts, statistics, candidates, tokens } = await prepare();
		const merged: TreeNode[] = [
			...nodes,
			{ themeId: 4, parentId: null, children: [0, 2], height: 1, inDefault: false }
		];
		const leafId = Int16Array.from(texts, (_, i) => i % leaves);
		const again = await countTerms(candidates, tokens.offsets, leafId, merged);
		const sums = new Map<number, [number, number]>();
		for (const id of [0, 2]) {
			again[id]?.terms.forEach((term, i) => {
				const [frequency, documents] = sums.get(term) ?? [0, 0];
				sums.set(term, [
					frequency + (again[id]?.frequency[i] as number),
					documents + (again[id]?.documents[i] as number)
				]);
			});
		}
		const inner = again[4];
		expect([...(inner?.terms ?? [])]).toEqual([...sums.keys()].sort((a, b) => a - b));
		expect(
			inner?.terms.reduce<boolean>((all, term, i) => {
				const [frequency, documents] = sums.get(term) as [number, number];
				return all && inner.frequency[i] === frequency && inner.documents[i] === documents;
			}, true)
		).toBe(true);
		expect(inner?.papers).toBe(20);
		const total = (term: number) =>
			counts.reduce((sum, own) => sum + (own.documents[own.terms.indexOf(term)] ?? 0), 0);
		for (const term of [0, 1, 2, 3, 4]) expect(total(term)).toBe(statistics.documents[term]);
	});
});
