import { describe, expect, it } from 'vitest';

import { arrangeThemes, type ThemeSource, carryThemes } from '../../../src/lib/themes/arrange.ts';
import {
	groupsAsPublished,
	publishedArrangement,
	tidyName,
	type ThemeArrangement
} from '../../../src/lib/themes/arrangement.ts';
import { merged, renamed, split } from '../../../src/lib/themes/edit.ts';
import { formatArrangement, parseArrangement } from '../../../src/lib/themes/syntax.ts';
import type { ThemeNode } from '../../../src/lib/dataset/theme-tree.ts';
import { randomArrangement } from '../../support/random-arrangements.ts';
import { randomSource } from '../../support/random.ts';

/**
 * Five leaves, three published themes (0, 5 and 6):
 *
 *     8 ── 7 ── 6 ── 3, 4
 *     │    └─── 0
 *     └─── 5 ── 1, 2
 */
const node = (themeId: number, parentId: number | null, papers: number): ThemeNode => ({
	themeId,
	parentId,
	papers,
	label: `node ${themeId}`
});
const source: ThemeSource = {
	tree: [
		node(0, 7, 10),
		node(1, 5, 6),
		node(2, 5, 4),
		node(3, 6, 3),
		node(4, 6, 2),
		node(5, 8, 10),
		node(6, 7, 5),
		node(7, 8, 15),
		node(8, null, 25)
	],
	themes: [0, 5, 6].map((themeId) => ({
		themeId,
		label: `node ${themeId}`,
		papers: [10, 0, 0, 0, 0, 10, 5][themeId] ?? 0,
		terms: [`term ${themeId}`]
	}))
};
const arrange = (changes: Partial<ThemeArrangement>) =>
	arrangeThemes(source, { ...publishedArrangement, ...changes });
const idsOf = (changes: Partial<ThemeArrangement>) => arrange(changes).themes.map(({ themeId }) => themeId);

/** A random binary tree over leaves of random sizes, published at a random cut. */
function randomSourceOf(random: () => number): ThemeSource {
	const leaves = 2 + Math.floor(random() * 20);
	const tree: ThemeNode[] = Array.from({ length: leaves }, (_, id) =>
		node(id, null, Math.floor(random() * 30))
	);
	const open = tree.map(({ themeId }) => themeId);
	while (open.length > 1) {
		const pair = [0, 1].map(() => open.splice(Math.floor(random() * open.length), 1)[0] as number);
		const themeId = tree.length;
		for (const id of pair) tree[id] = { ...(tree[id] as ThemeNode), parentId: themeId };
		tree.push(
			node(
				themeId,
				null,
				pair.reduce((sum, id) => sum + (tree[id]?.papers ?? 0), 0)
			)
		);
		open.push(themeId);
	}
	const all = { tree, themes: [] };
	const cut = 1 + Math.floor(random() * leaves);
	return { tree, themes: arrangeThemes(all, { ...publishedArrangement, cut }).themes };
}

describe('an arrangement', () => {
	it('is the published themes while nothing is changed', () => {
		const { themes, themeOfLeaf } = arrange({});
		expect(themes.map(({ themeId, label, papers, terms }) => ({ themeId, label, papers, terms }))).toEqual(
			source.themes
		);
		expect(themeOfLeaf).toEqual([0, 5, 5, 6, 6]);
	});

	it('cuts the tree by undoing its last merges', () => {
		expect(idsOf({ cut: 1 })).toEqual([8]);
		expect(idsOf({ cut: 2 })).toEqual([7, 5]);
		expect(idsOf({ cut: 3 })).toEqual([0, 5, 6]);
		expect(idsOf({ cut: 4 })).toEqual([0, 5, 3, 4]);
		expect(idsOf({ cut: 5 })).toEqual([0, 1, 2, 3, 4]);
	});

	it('merges themes, whose papers add up, also when they are cut finer', () => {
		const merges = [[5, 6]];
		const { themes, themeOfLeaf } = arrange({ merges });
		expect(themes[0]).toMatchObject({ themeId: 5, papers: 15, label: 'node 5 + node 6', nodes: [5, 6] });
		expect(themeOfLeaf).toEqual([0, 5, 5, 5, 5]);
		expect(arrange({ merges, cut: 5 }).themeOfLeaf).toEqual([0, 5, 5, 5, 5]);
	});

	it('names what was merged after the node that has the same papers, if there is one', () => {
		expect(arrange({ merges: [[0, 6]] }).themes[0]?.label).toBe('node 7');
	});

	it('lets a merge rest where a theme reaches beyond it, and applies it again', () => {
		const merges = [[5, 6]];
		expect(arrange({ merges, cut: 2 })).toMatchObject({ themeOfLeaf: [7, 5, 5, 7, 7], resting: merges });
		expect(arrange({ merges, cut: 3 }).resting).toEqual([]);
	});

	it('gives names, and tells apart what would be called the same', () => {
		const names = new Map([[0, 'same'], [6, 'same'], [8, 'not there']]); // prettier-ignore
		expect(arrange({ names }).themes.map(({ label }) => label)).toEqual(['same', 'node 5', 'same (2)']);
	});

	it('puts every leaf into one theme and loses no paper, however it is made', () => {
		const random = randomSource(5);
		for (let round = 0; round < 300; round++) {
			const some = randomSourceOf(random);
			const leaves = (some.tree.length + 1) / 2;
			const arrangement = randomArrangement(some, random);
			const { themes, themeOfLeaf } = arrangeThemes(some, arrangement);
			const held = themes.flatMap((theme) => theme.leaves).sort((a, b) => a - b);
			expect(held).toEqual(Array.from({ length: leaves }, (_, leaf) => leaf));
			expect(new Set(themes.map(({ themeId }) => themeId)).size).toBe(themes.length);
			expect(themes.reduce((sum, { papers }) => sum + papers, 0)).toBe(some.tree.at(-1)?.papers);
			for (const { themeId, papers, leaves: own } of themes) {
				expect(own.every((leaf) => themeOfLeaf[leaf] === themeId)).toBe(true);
				expect(own.reduce((sum, leaf) => sum + (some.tree[leaf]?.papers ?? 0), 0)).toBe(papers);
			}
			if (arrangement.merges.length === 0) {
				expect(themes).toHaveLength(arrangement.cut ?? some.themes.length);
			}
		}
	});
});

describe('the written form of an arrangement', () => {
	const read = (search: string, of = source) => {
		const parts = new URLSearchParams(search);
		return parseArrangement((name) => parts.getAll(name), of);
	};

	it('comes back unchanged, whatever was arranged', () => {
		const random = randomSource(6);
		for (let round = 0; round < 300; round++) {
			const some = randomSourceOf(random);
			const arrangement = randomArrangement(some, random);
			const written = formatArrangement(arrangement);
			const { arrangement: back, problems } = read(new URLSearchParams(written).toString(), some);
			expect(problems).toEqual([]);
			expect(arrangeThemes(some, back)).toEqual(arrangeThemes(some, arrangement));
			expect(formatArrangement(back)).toEqual(
				written.filter(([name, value]) => name !== 'themes' || Number(value) !== some.themes.length)
			);
		}
	});

	it('is plain to read and says nothing of what is as published', () => {
		const arrangement = { cut: 4, merges: [[4, 3], [1, 0]], names: new Map([[1, 'My words']]) }; // prettier-ignore
		expect(formatArrangement(arrangement)).toEqual([
			['themes', '4'],
			['merge', '0-1,3-4'],
			['name', '1:My words']
		]);
		expect(formatArrangement(publishedArrangement)).toEqual([]);
		expect(groupsAsPublished(read('themes=3').arrangement)).toBe(true);
	});

	it.each([
		['themes=0'],
		['themes=6'],
		['themes=two'],
		['merge=1'],
		['merge=1-9'],
		['merge=1-5'],
		['merge=1-2,2-3'],
		['merge=1-1'],
		['name=12:nobody'],
		['name=1'],
		['name=1: ']
	])('refuses %s by name and changes nothing', (search) => {
		expect(read(search)).toEqual({ arrangement: publishedArrangement, problems: [search] });
	});
});

describe('arranging by hand', () => {
	it('keeps names to one line of a bearable length', () => {
		expect(tidyName('  a\n\tb\u202e \u0000 c  ')).toBe('a b c');
		expect([...tidyName('🧪'.repeat(100))]).toHaveLength(80);
	});

	it('merges into what was merged before, and splits it into what it was made of', () => {
		const first = merged(publishedArrangement, arrange({}), [5, 6]);
		const both = merged(first, arrangeThemes(source, first), [5, 0]);
		expect(both.merges).toEqual([expect.arrayContaining([0, 5, 6])]);
		const called = renamed(both, 0, 'all');
		expect(arrangeThemes(source, called).themes.map(({ label }) => label)).toEqual(['all']);
		expect(split(called, arrangeThemes(source, called), 0)).toEqual(publishedArrangement);
	});

	it('gives a theme its own name back for an empty one', () => {
		expect(renamed(renamed(publishedArrangement, 5, 'x'), 5, '  ')).toEqual(publishedArrangement);
	});
});

describe('a selection of themes under another arrangement', () => {
	const carried = (selected: number[], from: Partial<ThemeArrangement>, to: Partial<ThemeArrangement>) =>
		carryThemes(source, selected, arrange(from), arrange(to));

	it('keeps its papers where themes are split', () => {
		expect(carried([5], {}, { cut: 5 })).toEqual([1, 2]);
	});

	it('follows into a larger theme only where it has most of its papers', () => {
		expect(carried([0], {}, { cut: 2 })).toEqual([7]);
		expect(carried([6], {}, { cut: 2 })).toEqual([]);
	});

	it('leaves no other choice with fewer papers that belong to one of the two only', () => {
		const random = randomSource(8);
		for (let round = 0; round < 200; round++) {
			const some = randomSourceOf(random);
			const [from, to] = [0, 1].map(() => arrangeThemes(some, randomArrangement(some, random))) as [
				ReturnType<typeof arrange>,
				ReturnType<typeof arrange>
			];
			const selected = from.themes.map(({ themeId }) => themeId).filter(() => random() < 0.4);
			const inside = (leaf: number) => selected.includes(from.themeOfLeaf[leaf] as number);
			const wrong = (chosen: readonly number[]) =>
				to.themeOfLeaf.reduce(
					(sum, themeId, leaf) =>
						sum + (chosen.includes(themeId) === inside(leaf) ? 0 : (some.tree[leaf]?.papers ?? 0)),
					0
				);
			const best = carryThemes(some, selected, from, to);
			for (const { themeId } of to.themes) {
				const other = best.includes(themeId) ? best.filter((id) => id !== themeId) : [...best, themeId];
				expect(wrong(other)).toBeGreaterThanOrEqual(wrong(best));
			}
		}
	});
});
