import { checkpoint, type Hooks } from '../../source/hooks.ts';

import { drawKmeans, finishAll, kmeans, type Drawn } from './kmeans.ts';
import { groupsOf, leafCounts, unitRows, type Groups } from './leaves.ts';
import { takeRows } from '../space/matrix.ts';
import type { Matrix, TreeNode } from '../model.ts';
import type { PipelineOptions } from '../options.ts';
import { createRandom, type Random } from '../random.ts';
import { buildTree, type Sized } from './tree.ts';

export interface ThemeFit {
	readonly nodes: readonly TreeNode[];
	/** Leaf of each point of the sample. */
	readonly leafId: Int16Array;
	/** leaves x components, unit rows. */
	readonly leafCentroids: Matrix;
	/** Unit rows, in the order of `themeIds`. */
	readonly themeCentroids: Matrix;
	/** Ids of the published themes, ascending. */
	readonly themeIds: readonly number[];
}

type Options = Pick<PipelineOptions, 'restarts' | 'pointsPerCentroid' | 'seed' | 'leavesPerTheme'>;

/** Indices of the rows that are not zero, or of all rows when every one is. */
function nonZeroRows({ rows, columns, data }: Matrix): Int32Array {
	const kept: number[] = [];
	for (let row = 0; row < rows; row++) {
		let at = row * columns;
		const end = at + columns;
		while (at < end && data[at] === 0) at++;
		if (at < end) kept.push(row);
	}
	return kept.length > 0 ? Int32Array.from(kept) : Int32Array.from({ length: rows }, (_, row) => row);
}

const sized = ({ members, means }: Groups): Sized => ({ means, sizes: members.map((part) => part.length) });

function stackMeans(groups: readonly Groups[], columns: number): Matrix {
	const rows = groups.reduce((sum, { means }) => sum + means.rows, 0);
	const data = new Float64Array(rows * columns);
	let at = 0;
	for (const { means } of groups) {
		data.set(means.data, at);
		at += means.data.length;
	}
	return { rows, columns, data };
}

/** Leaf of each point; points that no group holds (zero vectors) go to the first leaf, of the largest theme. */
function leafOfPoint(points: number, leaves: readonly Groups[]): Int16Array {
	const leafId = new Int16Array(points);
	leaves
		.flatMap(({ members }) => members)
		.forEach((members, leaf) => {
			for (const member of members) leafId[member] = leaf;
		});
	return leafId;
}

/** The published themes' ids, ascending, and the centroids in that order. */
function orderThemes(nodes: readonly TreeNode[], themes: Groups, leaves: readonly Groups[]) {
	const parents = nodes.map((node) => node.parentId);
	let firstLeaf = 0;
	const byId = leaves.map(({ members }, theme) => {
		let node = firstLeaf;
		firstLeaf += members.length;
		while (!nodes[node]?.inDefault) node = parents[node] as number;
		return { id: node, theme };
	});
	byId.sort((a, b) => a.id - b.id);
	const { columns } = themes.means;
	const data = new Float64Array(themes.means.data.length);
	byId.forEach(({ theme }, i) => {
		data.set(themes.means.data.subarray(theme * columns, (theme + 1) * columns), i * columns);
	});
	return { themeIds: byId.map(({ id }) => id), themeCentroids: unitRows({ ...themes.means, data }) };
}

/** What the leaves of themes are fitted with. */
interface Means {
	random: Random;
	hooks: Hooks;
	/** Called between chunks of work, and after each theme. */
	pause: () => Promise<void>;
	ended: () => Promise<void>;
}

/** Splits each theme into leaves, in the order of the themes. */
async function fitLeaves(
	points: Matrix,
	{ members }: Groups,
	options: Options,
	{ random, hooks, pause, ended }: Means
): Promise<Groups[]> {
	const sizes = members.map((part) => part.length);
	const counts = leafCounts(sizes, Math.round(options.leavesPerTheme * sizes.length));
	const drawn: Drawn[] = [];
	for (const [theme, own] of members.entries()) {
		drawn.push(await drawKmeans(takeRows(points, own), counts[theme] as number, options, random, pause));
	}
	const found = await finishAll(drawn, hooks, pause, ended);
	return found.map(({ labels }, theme) =>
		groupsOf(points, members[theme] as Int32Array, labels, counts[theme] as number)
	);
}

/**
 * Clusters points of unit length into k themes, each theme into leaves, and joins them to one tree. Themes come
 * largest first, leaves theme by theme and largest first. Fewer than k themes come back when there are fewer
 * distinct points.
 */
export async function fitThemes(
	points: Matrix,
	k: number,
	options: Options,
	hooks: Hooks = {}
): Promise<ThemeFit> {
	const random = createRandom(options.seed, 3);
	let done = 0;
	const pause = () => checkpoint(hooks, { stage: 'cluster', done, total: k + 1 });
	const some = nonZeroRows(points);
	const { labels } = await kmeans(takeRows(points, some), k, options, random, hooks, pause);
	const themes = groupsOf(points, some, labels, k);
	const ended = () => {
		done++;
		return pause();
	};
	const leaves = await fitLeaves(points, themes, options, { random, hooks, pause, ended });
	done = k + 1;
	await pause();
	const nodes = buildTree(sized(themes), leaves.map(sized));
	return {
		nodes,
		leafId: leafOfPoint(points.rows, leaves),
		leafCentroids: unitRows(stackMeans(leaves, points.columns)),
		...orderThemes(nodes, themes, leaves)
	};
}
