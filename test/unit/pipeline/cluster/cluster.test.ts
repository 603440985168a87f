import { describe, expect, it } from 'vitest';

import { fitThemes } from '../../../../src/lib/pipeline/cluster/cluster.ts';
import { unitRows } from '../../../../src/lib/pipeline/cluster/leaves.ts';
import { defaultOptions } from '../../../../src/lib/pipeline/options.ts';
import { createRandom } from '../../../../src/lib/pipeline/random.ts';

const random = createRandom(21);
const points = unitRows({
	rows: 1500,
	columns: 8,
	data: Float64Array.from({ length: 1500 * 8 }, () => random.normal())
});

describe('fitThemes', () => {
	it.each([1, 2, 7, 60])(
		'gives a tree with two to three times as many leaves as its %i themes',
		async (k) => {
			const { nodes, leafId, themeIds, leafCentroids } = await fitThemes(points, k, defaultOptions);
			const leaves = nodes.filter(({ children }) => children.length === 0);
			expect(themeIds).toHaveLength(k);
			expect(leaves.length).toBeGreaterThanOrEqual(2 * k);
			expect(leaves.length).toBeLessThanOrEqual(3 * k);
			expect(leafCentroids.rows).toBe(leaves.length);
			expect(new Set(leafId).size).toBe(leaves.length);
			expect(nodes).toHaveLength(2 * leaves.length - 1);
			expect(nodes.filter(({ parentId }) => parentId === null)).toEqual([nodes.at(-1)]);
			for (const { themeId, children, height } of nodes) {
				for (const child of children) {
					expect(nodes[child]?.parentId).toBe(themeId);
					expect(nodes[child]?.height).toBeLessThanOrEqual(height);
				}
			}
			expect(nodes.filter(({ inDefault }) => inDefault).map(({ themeId }) => themeId)).toEqual(themeIds);
		}
	);
});
