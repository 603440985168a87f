/** How the label of a theme begins whose papers have few words in common. */
export const mixedLabel = 'Mixed: ';

/** A name of a node, and who says it. */
export interface ThemeName {
	/** One or two. */
	readonly terms: readonly string[];
	/**
	 * Papers of the node that hold one of the terms in title or abstract: whole words, whatever their case, with hyphens
	 * as spaces and without the "s" of plurals.
	 */
	readonly papers: number;
	/** The same of all other papers. */
	readonly others: number;
}

/** A node of the theme tree, as far as arranging themes needs it. */
export interface ThemeNode {
	/** Leaves come first, then merges in their order, the root last. */
	themeId: number;
	/** `null` at the root. */
	parentId: number | null;
	label: string;
	papers: number;
	/** Middle of the densest part of its papers on the map, each 0 to 1; older datasets do not say. */
	centre?: readonly [x: number, y: number];
	/** The name that the label is, then the next best; none in datasets that were made before names were counted. */
	names?: readonly ThemeName[];
}

/** The theme tree: leaves, and above them the merges that end in one root. */
export class ThemeTree {
	readonly nodes: readonly ThemeNode[];
	/** Leaves have the ids below this. */
	readonly leafCount: number;
	readonly #children: readonly (readonly number[])[];

	/** @param nodes in the order of their ids, which begin at 0 */
	constructor(nodes: readonly ThemeNode[]) {
		const children: number[][] = nodes.map(() => []);
		for (const { themeId, parentId } of nodes) if (parentId !== null) children[parentId]?.push(themeId);
		this.nodes = nodes;
		this.#children = children;
		this.leafCount = children.filter((below) => below.length === 0).length;
	}

	has(themeId: number): boolean {
		return this.nodes[themeId] !== undefined;
	}

	/** @throws RangeError when there is no such node */
	node(themeId: number): ThemeNode {
		const node = this.nodes[themeId];
		if (!node) throw new RangeError(`There is no theme ${themeId} in this dataset.`);
		return node;
	}

	parentOf(themeId: number): number | null {
		return this.node(themeId).parentId;
	}

	/** The two nodes that a node joins; none below a leaf. */
	childrenOf(themeId: number): readonly number[] {
		return this.#children[this.node(themeId).themeId] as readonly number[];
	}

	/** The leaves below a node, ascending; a leaf itself. */
	leavesOf(themeId: number): number[] {
		const below = this.childrenOf(themeId);
		if (below.length === 0) return [themeId];
		return below.flatMap((child) => this.leavesOf(child)).sort((a, b) => a - b);
	}

	/**
	 * The cut with so many themes: that of the tree without its last merges, in the order of the ids.
	 * @param count from 1 to the number of leaves
	 * @returns ids, ascending
	 */
	cut(count: number): number[] {
		const undone = 2 * this.leafCount - count;
		return this.nodes
			.filter(({ themeId, parentId }) => themeId < undone && (parentId === null || parentId >= undone))
			.map(({ themeId }) => themeId);
	}
}
