import type { Matrix } from '../model.ts';

/** Joins two groups; groups are numbered points first, then merges in their order. */
export interface Merge {
	readonly first: number;
	readonly second: number;
	/** Ward distance of the two, sqrt(2 ab / (a + b)) times the distance of their centroids; never decreases. */
	readonly height: number;
}

interface Group {
	readonly id: number;
	readonly size: number;
	readonly centroid: Float64Array;
}

function distance(a: Group, b: Group): number {
	let squared = 0;
	for (let c = 0; c < a.centroid.length; c++) {
		const difference = (a.centroid[c] as number) - (b.centroid[c] as number);
		squared += difference * difference;
	}
	return Math.sqrt(((2 * a.size * b.size) / (a.size + b.size)) * squared);
}

function join(id: number, a: Group, b: Group): Group {
	const size = a.size + b.size;
	const centroid = a.centroid.map((value, c) => (value * a.size + (b.centroid[c] as number) * b.size) / size);
	return { id, size, centroid };
}

/** Positions of the two nearest groups (the first such pair), the smaller position first. */
function nearestPair(distances: readonly (readonly number[])[]): [number, number] {
	let pair: [number, number] = [0, 1];
	let least = Infinity;
	distances.forEach((row, j) =>
		row.forEach((value, i) => {
			if (value >= least) return;
			least = value;
			pair = [i, j];
		})
	);
	return pair;
}

/**
 * Agglomerates weighted points by Ward's criterion (Ward 1963) down to one group.
 * @param sizes weight of each point, above 0
 * @returns points - 1 merges, lowest first
 */
export function wardMerges(centroids: Matrix, sizes: ArrayLike<number>): Merge[] {
	const groups: Group[] = Array.from({ length: centroids.rows }, (_, id) => ({
		id,
		size: sizes[id] as number,
		centroid: centroids.data.slice(id * centroids.columns, (id + 1) * centroids.columns)
	}));
	// Row j holds the distances to the groups before j.
	const distances = groups.map((group, j) => groups.slice(0, j).map((other) => distance(other, group)));
	const merges: Merge[] = [];
	while (groups.length > 1) {
		const [i, j] = nearestPair(distances);
		const [a, b] = [groups[i] as Group, groups[j] as Group];
		const height = Math.max(distances[j]?.[i] as number, merges.at(-1)?.height ?? 0);
		merges.push({ first: a.id, second: b.id, height });
		groups.splice(j, 1);
		groups.splice(i, 1);
		distances.splice(j, 1);
		distances.splice(i, 1);
		for (const row of distances) {
			if (row.length > j) row.splice(j, 1);
			if (row.length > i) row.splice(i, 1);
		}
		const joined = join(centroids.rows + merges.length - 1, a, b);
		distances.push(groups.map((group) => distance(group, joined)));
		groups.push(joined);
	}
	return merges;
}
