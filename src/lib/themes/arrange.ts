import type { ThemeSummary } from '../dataset/manifest.ts';
import type { ThemeArrangement } from './arrangement.ts';
import { ThemeTree, type ThemeName, type ThemeNode } from '../dataset/theme-tree.ts';

/** A theme of an arrangement. */
export interface ArrangedTheme extends ThemeSummary {
	/** The node that it is, or those that were merged into it, largest first. */
	readonly nodes: readonly number[];
	/** Leaves of the tree, ascending. */
	readonly leaves: readonly number[];
	/** What it is called by itself. */
	readonly found: string;
	/** Names that it could have, that by itself first; none where the dataset does not know who says them. */
	readonly names: readonly ThemeName[];
}

/** What an arrangement makes of a tree. Every leaf belongs to exactly one theme. */
export interface ArrangedThemes {
	/** Largest first, equal ones by id. */
	readonly themes: readonly ArrangedTheme[];
	/** Theme of each leaf, by the leaf's id. */
	readonly themeOfLeaf: readonly number[];
	/** Groups that cannot be merged at this cut, since it has a theme that reaches beyond one of their nodes. */
	readonly resting: readonly (readonly number[])[];
}

/** What of a dataset an arrangement is made from. */
export interface ThemeSource {
	readonly tree: readonly ThemeNode[];
	readonly themes: readonly ThemeSummary[];
}

const largestFirst = (a: { papers: number; themeId: number }, b: { papers: number; themeId: number }) =>
	b.papers - a.papers || a.themeId - b.themeId;

/** Whether a node is a theme of the cut or is split by it: none of the nodes above it is a theme. */
function isWhole(tree: ThemeTree, id: number, themes: ReadonlySet<number>): boolean {
	for (let above = tree.parentOf(id); above !== null; above = tree.parentOf(above)) {
		if (themes.has(above)) return false;
	}
	return true;
}

/** The node that has the same papers as some others together. */
function coverOf(tree: ThemeTree, leaves: readonly number[]): ThemeNode | undefined {
	return tree.nodes.find(
		({ themeId }) => themeId >= tree.leafCount && tree.leavesOf(themeId).join() === leaves.join()
	);
}

function joinedLabel(nodes: readonly ThemeNode[]): string {
	const [first, second, ...others] = nodes.map(({ label }) => label);
	return [first, second, ...(others.length > 0 ? [`${others.length} more`] : [])].join(' + ');
}

/** A theme that is a node, or several of them. */
function themeOf(tree: ThemeTree, ids: readonly number[], published: readonly ThemeSummary[]): ArrangedTheme {
	const nodes = ids.map((id) => tree.node(id)).sort(largestFirst);
	const [first] = nodes as [ThemeNode];
	const leaves = ids.flatMap((id) => tree.leavesOf(id)).sort((a, b) => a - b);
	const node = nodes.length === 1 ? first : coverOf(tree, leaves);
	const label = node?.label ?? joinedLabel(nodes);
	const known = ids.length === 1 ? published.find(({ themeId }) => themeId === first.themeId) : undefined;
	return {
		themeId: first.themeId,
		label,
		papers: nodes.reduce((sum, { papers }) => sum + papers, 0),
		terms: known?.terms ?? [],
		nodes: nodes.map(({ themeId }) => themeId),
		leaves,
		found: label,
		names: node?.names ?? []
	};
}

/** Puts the given names in place and tells themes apart that would be called the same. */
function named(themes: readonly ArrangedTheme[], names: ReadonlyMap<number, string>): ArrangedTheme[] {
	const seen = new Map<string, number>();
	return themes.map((theme) => {
		const label = names.get(theme.themeId) ?? theme.label;
		const count = (seen.get(label) ?? 0) + 1;
		seen.set(label, count);
		return { ...theme, label: count === 1 ? label : `${label} (${count})` };
	});
}

/** The themes of an arrangement: a pure function from leaf to theme, and what the themes are called. */
export function arrangeThemes(source: ThemeSource, arrangement: ThemeArrangement): ArrangedThemes {
	const tree = new ThemeTree(source.tree);
	const cut = tree.cut(arrangement.cut ?? source.themes.length);
	const isTheme = new Set(cut);
	const isApplied = (group: readonly number[]) => group.every((id) => isWhole(tree, id, isTheme));
	const merged = arrangement.merges.filter(isApplied).map((group) => themeOf(tree, group, source.themes));
	const taken = new Set(merged.flatMap(({ leaves }) => leaves));
	const single = cut
		.map((id) => themeOf(tree, [id], source.themes))
		.filter(({ leaves }) => !taken.has(leaves[0] as number));
	const themes = named([...merged, ...single].sort(largestFirst), arrangement.names);
	const themeOfLeaf: number[] = [];
	for (const { themeId, leaves } of themes) for (const leaf of leaves) themeOfLeaf[leaf] = themeId;
	return { themes, themeOfLeaf, resting: arrangement.merges.filter((group) => !isApplied(group)) };
}

/**
 * Themes of one arrangement as themes of another: each new theme more than half of whose papers are among the
 * old ones, which leaves the fewest papers that belong to only one of the two choices.
 */
export function carryThemes(
	{ tree }: Pick<ThemeSource, 'tree'>,
	selected: readonly number[],
	from: ArrangedThemes,
	to: ArrangedThemes
): number[] {
	const inside = new Set(
		from.themes.filter(({ themeId }) => selected.includes(themeId)).flatMap(({ leaves }) => leaves)
	);
	const kept = to.themes.filter(({ leaves, papers }) => {
		const shared = leaves.filter((leaf) => inside.has(leaf));
		const held = shared.reduce((sum, leaf) => sum + (tree[leaf]?.papers ?? 0), 0);
		return papers === 0 ? shared.length === leaves.length : 2 * held > papers;
	});
	return kept.map(({ themeId }) => themeId).sort((a, b) => a - b);
}
