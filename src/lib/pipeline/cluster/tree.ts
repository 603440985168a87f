import type { Matrix, TreeNode, ThemeNode } from '../model.ts';
import { wardMerges, type Merge } from './ward.ts';

/** Centroids (means) and sizes of groups, in the same order. */
export interface Sized {
	readonly means: Matrix;
	readonly sizes: readonly number[];
}

/** An inner node in the making. */
interface Inner {
	readonly children: readonly [string, string];
	readonly key: string;
	readonly height: number;
}

const leafKey = (theme: number, leaf: number) => `leaf ${theme} ${leaf}`;
const innerKey = (theme: number, merge: number) => `inner ${theme} ${merge}`;
const aboveKey = (merge: number) => `above ${merge}`;

/** The merges of the leaves of one theme, numbered after its leaves. */
function insideTheme(theme: number, leaves: Sized): Inner[] {
	const count = leaves.sizes.length;
	const keyOf = (group: number) => (group < count ? leafKey(theme, group) : innerKey(theme, group - count));
	return wardMerges(leaves.means, leaves.sizes).map((merge, i) => ({
		children: [keyOf(merge.first), keyOf(merge.second)],
		key: innerKey(theme, i),
		height: merge.height
	}));
}

function aboveThemes(merges: readonly Merge[], themeKeys: readonly string[]): Inner[] {
	const keyOf = (group: number) => themeKeys[group] ?? aboveKey(group - themeKeys.length);
	return merges.map((merge, i) => ({
		children: [keyOf(merge.first), keyOf(merge.second)],
		key: aboveKey(i),
		height: merge.height
	}));
}

/**
 * The dendrogram over the leaves: Ward merges inside each theme up to the theme, then of the themes up to one
 * root. Undoing the last merges, in the order of their ids, gives every coarser and finer cut.
 * @param themes published themes
 * @param leavesOf the leaves of each theme, in the order of the themes
 */
export function buildTree(themes: Sized, leavesOf: readonly Sized[]): TreeNode[] {
	const inside = leavesOf
		.flatMap((leaves, theme) => insideTheme(theme, leaves).map((inner, order) => ({ inner, theme, order })))
		.sort((a, b) => a.inner.height - b.inner.height || a.theme - b.theme || a.order - b.order)
		.map(({ inner }) => inner);
	const themeKeys = leavesOf.map(({ sizes }, theme) =>
		sizes.length === 1 ? leafKey(theme, 0) : innerKey(theme, sizes.length - 2)
	);
	const inners = [...inside, ...aboveThemes(wardMerges(themes.means, themes.sizes), themeKeys)];
	const leafKeys = leavesOf.flatMap(({ sizes }, theme) => sizes.map((_, leaf) => leafKey(theme, leaf)));
	return numberNodes(leafKeys, inners, new Set(themeKeys));
}

function numberNodes(
	leafKeys: readonly string[],
	inners: readonly Inner[],
	published: ReadonlySet<string>
): TreeNode[] {
	const keys = [...leafKeys, ...inners.map(({ key }) => key)];
	const ids = new Map(keys.map((key, id) => [key, id]));
	const parents = new Map<number, number>();
	const heights = leafKeys.map(() => 0);
	const children = inners.map((inner, i) => {
		const both = inner.children.map((key) => ids.get(key) as number);
		both.forEach((child) => parents.set(child, leafKeys.length + i));
		heights.push(Math.max(inner.height, ...both.map((child) => heights[child] as number)));
		return both;
	});
	return keys.map((key, themeId) => ({
		themeId,
		parentId: parents.get(themeId) ?? null,
		children: children[themeId - leafKeys.length] ?? [],
		height: heights[themeId] as number,
		inDefault: published.has(key)
	}));
}

type Node = Pick<ThemeNode, 'themeId' | 'parentId' | 'children'>;

/** For each leaf the nodes from the leaf itself up to the root. */
export function pathsToRoot(nodes: readonly Node[]): number[][] {
	return nodes
		.filter(({ children }) => children.length === 0)
		.map(({ themeId }) => {
			const path: number[] = [];
			for (let id: number | null = themeId; id !== null; id = nodes[id]?.parentId ?? null) path.push(id);
			return path;
		});
}

/** For each leaf the published theme that holds it. */
export function themeOfLeaves(nodes: readonly (Node & { readonly inDefault: boolean })[]): number[] {
	return pathsToRoot(nodes).map((path) => path.find((id) => nodes[id]?.inDefault) ?? (path.at(-1) as number));
}
