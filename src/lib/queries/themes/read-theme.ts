import type { ArrangedTheme, ArrangedThemes, ThemeSource } from '../../themes/arrange.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import type { PaperListRow } from '../papers/paper-types.ts';
import type { ThemeDetail, ThemePart } from './theme-types.ts';
import { representativesQuery, themeFactsQuery, themeTermsQuery, type ThemeFacts } from './themes.ts';

/** What is known of one node of the tree. */
interface NodeDetail {
	facts: ThemeFacts;
	terms: ThemeDetail['terms'];
	representatives: readonly PaperListRow[];
}

async function readNode(
	host: QueryHost,
	node: number,
	grouping: ArrangedThemes,
	signal: AbortSignal | undefined
): Promise<NodeDetail> {
	const [[facts], terms, representatives] = await Promise.all([
		run(host, themeFactsQuery(node), signal),
		run(host, themeTermsQuery(node), signal),
		run(host, representativesQuery(node, grouping), signal)
	]);
	if (!facts) throw new RangeError(`There is no theme ${node} in this dataset.`);
	return { facts, terms, representatives };
}

/** Terms of several nodes: a weight is the mean over their papers. As many as the first has. */
function joinedTerms(nodes: readonly NodeDetail[], papers: number): ThemeDetail['terms'] {
	const weights = new Map<string, number>();
	for (const { facts, terms } of nodes) {
		for (const { term, weight } of terms) {
			weights.set(term, (weights.get(term) ?? 0) + (weight * facts.size) / Math.max(papers, 1));
		}
	}
	return [...weights]
		.map(([term, weight]) => ({ term, weight }))
		.sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1))
		.slice(0, nodes[0]?.terms.length ?? 0);
}

/** The most typical papers of several nodes by turns, the largest node first. As many as the first has. */
function byTurns(nodes: readonly NodeDetail[]): PaperListRow[] {
	const count = nodes[0]?.representatives.length ?? 0;
	const turns = Array.from({ length: count }, (_, rank) =>
		nodes.flatMap(({ representatives }) => representatives[rank] ?? [])
	);
	return turns.flat().slice(0, count);
}

/** The one node that has exactly these leaves, if there is one. */
function coverOf({ leaves, nodes }: ArrangedTheme, { tree }: ThemeSource): readonly number[] {
	if (nodes.length === 1) return nodes;
	const parents = new Set(nodes.map((node) => tree[node]?.parentId));
	const [parent] = parents;
	const children = tree.filter(({ parentId }) => parentId === parent);
	const isWhole = parents.size === 1 && typeof parent === 'number' && children.length === nodes.length;
	return isWhole && leaves.length > 0 ? [parent] : nodes;
}

function partsOf({ nodes, leaves }: ArrangedTheme, { tree }: ThemeSource): ThemePart[] {
	return (nodes.length > 1 ? nodes : leaves)
		.map((id) => ({ themeId: id, label: tree[id]?.label ?? '', size: tree[id]?.papers ?? 0 }))
		.sort((a, b) => b.size - a.size || a.themeId - b.themeId);
}

/**
 * What is known of a theme. One that was merged by hand is described by the node that has the same papers, if
 * there is one, else by what was merged.
 * @throws RangeError when there is no such theme
 */
export async function readTheme(
	host: QueryHost,
	source: ThemeSource,
	themeId: number,
	grouping: ArrangedThemes,
	signal?: AbortSignal
): Promise<ThemeDetail> {
	const theme = grouping.themes.find((some) => some.themeId === themeId);
	if (!theme) throw new RangeError(`There is no theme ${themeId} among the themes shown.`);
	const ids = coverOf(theme, source);
	const nodes = await Promise.all(ids.map((node) => readNode(host, node, grouping, signal)));
	const [first] = nodes as [NodeDetail];
	const isOne = nodes.length === 1;
	const mean = nodes.reduce((sum, { facts }) => sum + facts.cohesion * facts.size, 0);
	return {
		themeId,
		label: theme.label,
		size: theme.papers,
		cohesion: isOne ? first.facts.cohesion : mean / Math.max(theme.papers, 1),
		coherence: isOne ? first.facts.coherence : null,
		stability: isOne ? first.facts.stability : null,
		terms: isOne ? first.terms : joinedTerms(nodes, theme.papers),
		representatives: isOne ? first.representatives : byTurns(nodes),
		parts: partsOf(theme, source)
	};
}
