import { dot, rowOf } from '../space/matrix.ts';
import type { Matrix, ThemeModel } from '../model.ts';

/** Where one paper belongs; indices are rows of the model's centroids. */
export interface Placement {
	theme: number;
	similarity: number;
	/** -1 where there is only one theme. */
	second: number;
	secondSimilarity: number;
}

/** The two nearest themes of a unit vector by cosine; of equal ones the first. */
export function nearestThemes(vector: Float64Array, themes: Matrix): Placement {
	const found = { theme: -1, similarity: -Infinity, second: -1, secondSimilarity: -Infinity };
	for (let theme = 0; theme < themes.rows; theme++) {
		const similarity = dot(vector, 0, themes.data, theme * themes.columns, themes.columns);
		if (similarity > found.similarity) {
			found.second = found.theme;
			found.secondSimilarity = found.similarity;
			found.theme = theme;
			found.similarity = similarity;
		} else if (similarity > found.secondSimilarity) {
			found.second = theme;
			found.secondSimilarity = similarity;
		}
	}
	return found;
}

/** Leaves of each published theme, ascending, in the order of `defaultThemes`. */
export function leavesOfThemes({
	nodes,
	defaultThemes
}: Pick<ThemeModel, 'nodes' | 'defaultThemes'>): number[][] {
	const below = (id: number): number[] => {
		const children = nodes[id]?.children ?? [];
		return children.length === 0 ? [id] : children.flatMap(below);
	};
	return defaultThemes.map((id) => below(id).sort((a, b) => a - b));
}

/** The nearest of some leaves to a unit vector by cosine; of equal ones the first. */
export function nearestLeaf(vector: Float64Array, leaves: readonly number[], centroids: Matrix): number {
	let best = leaves[0] as number;
	let highest = -Infinity;
	for (const leaf of leaves) {
		const similarity = dot(vector, 0, rowOf(centroids, leaf), 0, centroids.columns);
		if (similarity <= highest) continue;
		highest = similarity;
		best = leaf;
	}
	return best;
}
