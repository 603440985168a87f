import { describe, expect, it } from 'vitest';

import { areAlike, isWithin } from '../../../../src/lib/pipeline/label/choose-terms.ts';
import type { NameTerm } from '../../../../src/lib/pipeline/label/name-search.ts';
import { nameNodes } from '../../../../src/lib/pipeline/label/node-names.ts';
import type { TreeNode } from '../../../../src/lib/pipeline/model.ts';

const leaf = (themeId: number, parentId: number | null, inDefault: boolean): TreeNode => ({
	...{ themeId, parentId, children: [], height: 0, inDefault }
});

/** Two themes of 20 papers, the first of two leaves, under a root: nodes 0 and 1 make 3, with 2 the root 4. */
const nodes: TreeNode[] = [
	leaf(0, 3, false),
	leaf(1, 3, false),
	leaf(2, 4, true),
	{ themeId: 3, parentId: 4, children: [0, 1], height: 1, inDefault: true },
	{ themeId: 4, parentId: null, children: [2, 3], height: 2, inDefault: false }
];
const leafId = Int16Array.from({ length: 40 }, (_, paper) => (paper < 20 ? Math.floor(paper / 10) : 2));
/** Papers of the first theme are 0 to 19, of its leaves 0 to 9 and 10 to 19, of the second theme 20 to 39. */
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

/** Names of the nodes when terms stand in the given papers, `[term, ...]` joined; mixed ones begin with "Mixed". */
function name(
	holding: Record<string, readonly number[]>,
	leaves = leafId,
	titled: Record<string, readonly number[]> = holding
): string[] {
	const texts = Object.keys(holding);
	const wordsOf = (term: number) => (texts[term] as string).split(' ');
	const terms: NameTerm[] = texts.map((text, term) => ({
		...{ term, text, words: wordsOf(term).length, fitness: 1 },
		papers: Int32Array.from(holding[text] as readonly number[]),
		titled: Int32Array.from(titled[text] ?? []),
		isKeyword: text.startsWith('keyword')
	}));
	return nameNodes(
		nodes,
		leaves,
		nodes.map(() => terms),
		{
			alike: (a, b) => areAlike(wordsOf(a), wordsOf(b)),
			isPart: (inner, outer) => isWithin(wordsOf(inner), wordsOf(outer))
		}
	).map(({ isMixed, names: [best] }) =>
		[...(isMixed ? ['Mixed'] : []), best?.terms.map(({ text }) => text).join(', ')].join(': ')
	);
}
const theme = (holding: Record<string, readonly number[]>) => name(holding)[3];

describe('nameNodes', () => {
	it('takes the term that covers most, then the one that adds most', () => {
		expect(
			theme({
				rare: range(0, 5),
				agents: range(0, 14),
				tools: range(2, 15),
				software: range(12, 18),
				other: range(20, 35)
			})
		).toBe('agents, software');
	});

	it('passes over what all papers say, and what is said nearly as often elsewhere', () => {
		expect(
			theme({ models: range(0, 40), methods: [...range(0, 16), ...range(20, 30)], agents: range(0, 9) })
		).toBe('agents');
	});

	it('lets no term stand in less than a fifth of the papers', () => {
		expect(theme({ agents: range(0, 12), software: range(12, 15) })).toBe('agents');
		expect(theme({ agents: range(0, 12), software: range(12, 17) })).toBe('agents, software');
	});

	it('takes what two papers of a small theme share for chance', () => {
		const small = Int16Array.from({ length: 46 }, (_, paper) => (paper < 6 ? Math.floor(paper / 3) : 2));
		const said = { vaults: [0, 1], arches: [2, 3], stones: [0, 2, 4, 10, 11, 12, 13] };
		expect(name(said, small)[3]).toBe('stones');
	});

	it('says the phrase that a word mostly stands in, unless it loses half of the papers', () => {
		expect(theme({ video: range(0, 16), 'video generation': range(0, 10) })).toBe('video generation');
		expect(theme({ video: range(0, 16), 'video generation': range(0, 6) })).toBe('video');
	});

	it('says nothing twice, not in halves of a phrase and not in more than five words', () => {
		expect(theme({ bias: range(0, 12), biases: range(10, 20), fairness: range(8, 16) })).toBe(
			'bias, fairness'
		);
		expect(
			theme({ entity: range(0, 12), recognition: range(10, 20), 'entity recognition': range(10, 12) })
		).toBe('entity');
		expect(theme({ 'a b c': range(0, 12), 'd e f': range(10, 20), 'g h': range(12, 17) })).toBe('a b c, g h');
	});

	it('prefers what titles or keywords of the theme have to what its abstracts alone say', () => {
		const said = {
			visions: range(0, 10),
			progress: range(10, 18),
			keyword: range(10, 16),
			other: range(20, 35)
		};
		const inTitles = { visions: [3], progress: [25], other: [20] };
		expect(name(said, leafId, inTitles)[3]).toBe('visions, keyword');
		expect(name(said)[3]).toBe('visions, progress');
		// Where they cover too little, abstracts do.
		expect(name(said, leafId, {})[3]).toBe('visions, progress');
	});

	it('calls a theme mixed that no two terms cover', () => {
		expect(theme({ agents: range(0, 5), software: range(5, 6) })).toBe('Mixed: agents');
		expect(theme({ agents: range(0, 5), software: range(5, 10) })).toBe('agents, software');
		expect(theme({})).toBe('Mixed: ');
	});

	it('tells sub-themes apart by what the rest of their theme does not say, and repeats no first term', () => {
		const [first, second, other, whole] = name({
			genes: range(0, 18),
			plasmids: range(0, 8),
			viruses: range(10, 17),
			stars: range(20, 36)
		});
		expect([first, second, other, whole]).toEqual(['plasmids', 'viruses', 'stars', 'genes']);
	});

	it('gives no node the terms of another in a different order', () => {
		const said = { agents: range(4, 12), tools: [...range(0, 6), 10], servers: range(0, 4) };
		const [, , , theme, root] = name(said);
		expect([theme, root]).toEqual(['agents, tools', 'Mixed: servers, agents']);
	});

	it('gives a first term that two themes want to the one that has less else', () => {
		const both = [...range(0, 14), ...range(20, 34)];
		const names = name({ genes: both, plasmids: range(0, 13), 'rare star': range(20, 24) });
		expect(new Set(names.map((text) => text.split(', ')[0])).size).toBe(names.length);
	});
});
