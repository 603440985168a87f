import { describe, expect, it } from 'vitest';

import { leftoversAmong, rowCohesions } from '../../../../src/lib/pipeline/cluster/leftovers.ts';
import { fit } from '../../../../src/lib/pipeline/fit.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { plantThemes } from '../../../support/planted-themes.ts';

describe('the cohesion of a group', () => {
	it('is the length of the mean of its rows', () => {
		const papers = {
			rows: 4,
			columns: 3,
			offsets: Int32Array.of(0, 1, 2, 4, 4),
			indices: Int32Array.of(0, 1, 0, 2),
			values: Float32Array.of(1, 1, 0.6, 0.8)
		};
		const [first, second, third] = rowCohesions(papers, [0, 0, 1, 1], 3);
		expect(first).toBeCloseTo(Math.SQRT1_2, 12);
		expect(second).toBeCloseTo(0.5, 6);
		expect(third).toBe(0);
	});

	it('tells a leftover where it is far below the median', () => {
		expect(leftoversAmong(Float64Array.of(0.3, 0.21, 0.29, 0.267, 0.23, 0.31, 0.2, 0.3))).toEqual([1, 6]);
		expect(leftoversAmong(Float64Array.of(0.3))).toEqual([]);
		expect(leftoversAmong(new Float64Array(0))).toEqual([]);
	});
});

describe('a fit', () => {
	it('says which theme has little in common, and nothing where all have much', async () => {
		const planted = plantThemes({ themes: 5, papers: 1000, seed: 3, words: 40 }).papers;
		// Three of five papers share a word, so that a name covers them and cohesion alone tells.
		const random = plantThemes({ themes: 1, papers: 200, seed: 4, words: 40, share: 0 }).papers.map(
			(paper, i) => (i % 5 < 3 ? { ...paper, abstract: `kestrel ${paper.abstract}` } : paper)
		);
		const options = { ...defaultOptions, restarts: 3 };
		expect((await fit(planted, { ...options, themes: 5 })).notices).toEqual([]);
		const { notices, nodes } = await fit([...planted, ...random], { ...options, themes: 6 });
		const mixed = nodes.flatMap(({ inDefault, label }) =>
			inDefault && label.startsWith('Mixed: ') ? [label] : []
		);
		expect(mixed).toEqual(['Mixed: kestrel']);
		expect(notices).toEqual(['Papers of mixed themes have few words in common: “Mixed: kestrel”.']);
		const fewer = await fit([...planted.slice(0, 799), ...random], { ...options, themes: 6 });
		expect(fewer.notices).toEqual([]);
	});
});
