import type { ThemeFit } from './cluster.ts';
import { dot } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';
import { pathsToRoot } from './tree.ts';

const share = 0.05;

/**
 * 5th percentile of the similarities of each theme's points to its centroid, in the order of `themeIds`: of n
 * similarities in ascending order, the one at floor(n / 20). -1 for a theme without points.
 */
export function similarityThresholds(
	points: Matrix,
	{ leafId, nodes, themeIds, themeCentroids }: ThemeFit
): Float32Array {
	const { columns } = points;
	const themeOfLeaf = pathsToRoot(nodes).map((path) => themeIds.findIndex((id) => path.includes(id)));
	const similarities: number[][] = themeIds.map(() => []);
	for (let point = 0; point < points.rows; point++) {
		const theme = themeOfLeaf[leafId[point] as number] as number;
		similarities[theme]?.push(
			dot(points.data, point * columns, themeCentroids.data, theme * columns, columns)
		);
	}
	return Float32Array.from(similarities, (values) => {
		const sorted = Float32Array.from(values).sort();
		return sorted[Math.floor(sorted.length * share)] ?? -1;
	});
}
