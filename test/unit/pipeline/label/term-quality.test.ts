import { describe, expect, it } from 'vitest';

import { candidateTerms } from '../../../../src/lib/pipeline/label/label-terms.ts';
import type { TreeNode } from '../../../../src/lib/pipeline/model.ts';
import { countTerms } from '../../../../src/lib/pipeline/space/term-counts.ts';
import { cohesion, termQuality } from '../../../../src/lib/pipeline/label/term-quality.ts';
import { termStatistics } from '../../../../src/lib/pipeline/label/term-statistics.ts';
import { tokenisePapers } from '../../../../src/lib/pipeline/text/tokenise.ts';

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
		[]
	);
	const candidates = candidateTerms(tokens, 2, new Uint8Array(tokens.stems.length));
	const statistics = termStatistics(candidates, tokens);
	const leafId = Int16Array.from(texts, (_, i) => i % leaves);
	const counts = countTerms(candidates, tokens.offsets, leafId, nodes);
	const quality = termQuality(candidates, statistics, counts);
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
		const again = countTerms(candidates, tokens.offsets, leafId, merged);
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
