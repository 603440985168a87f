import { checkpoint, type Hooks } from '../../source/hooks.ts';

import type { ThemeFit } from './cluster.ts';
import { kmeans } from './kmeans.ts';
import { takeRows } from '../space/matrix.ts';
import type { Matrix } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { createRandom } from '../random.ts';
import { pathsToRoot } from './tree.ts';

const refits = 10;
/** Share of the papers that each refit is made from. */
const part = 0.8;

/** Pairs of one group that are together in another grouping, over all its pairs: by group; `null` without a pair. */
export function pairsTogether(
	groups: ArrayLike<number>,
	others: ArrayLike<number>,
	count: number
): (number | null)[] {
	const sizes = new Float64Array(count);
	const cells = new Map<number, number>();
	for (let i = 0; i < groups.length; i++) {
		const group = groups[i] as number;
		if (group < 0) continue;
		sizes[group] = (sizes[group] as number) + 1;
		const cell = (others[i] as number) * count + group;
		cells.set(cell, (cells.get(cell) ?? 0) + 1);
	}
	const together = new Float64Array(count);
	for (const [cell, papers] of cells) {
		together[cell % count] = (together[cell % count] as number) + papers * (papers - 1);
	}
	return Array.from(sizes, (size, group) =>
		size < 2 ? null : (together[group] as number) / (size * (size - 1))
	);
}

/**
 * How often two papers of a theme are in one theme again when the themes are fitted anew to random parts of the
 * papers: 0 to 1, for each published theme in the order of `themeIds`; `null` for a theme without two papers.
 */
export async function themeStability(
	points: Matrix,
	{ leafId, nodes, themeIds }: ThemeFit,
	options: Pick<PipelineOptions, 'pointsPerCentroid' | 'seed'>,
	hooks: Hooks = {}
): Promise<(number | null)[]> {
	const random = createRandom(options.seed, 8);
	const themeOfLeaf = pathsToRoot(nodes).map((path) => themeIds.findIndex((id) => path.includes(id)));
	const sums = themeIds.map(() => 0);
	const counted = themeIds.map(() => 0);
	for (let refit = 0; refit < refits; refit++) {
		const pause = () => checkpoint(hooks, { stage: 'cluster', done: refit, total: refits });
		const chosen = random.sample(points.rows, Math.max(1, Math.floor(points.rows * part)));
		const { labels } = await kmeans(
			takeRows(points, chosen),
			themeIds.length,
			{ ...options, restarts: 2 },
			random,
			hooks,
			pause
		);
		const themes = Array.from(chosen, (point) => themeOfLeaf[leafId[point] as number] as number);
		for (const [theme, share] of pairsTogether(themes, labels, themeIds.length).entries()) {
			if (share === null) continue;
			sums[theme] = (sums[theme] as number) + share;
			counted[theme] = (counted[theme] as number) + 1;
		}
	}
	return sums.map((sum, theme) => (counted[theme] === 0 ? null : sum / (counted[theme] as number)));
}
