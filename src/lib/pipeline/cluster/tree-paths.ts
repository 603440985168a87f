import type { ThemeNode } from '../model.ts';

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
