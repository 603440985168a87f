import { tally, totalOf, type Tally } from './tally.ts';
import { chiSquareTail } from './tails.ts';

export interface KruskalWallis {
	/** Corrected for ties. */
	h: number;
	degreesOfFreedom: number;
	p: number;
	/** Epsilon-squared, h / (n - 1): 0 when groups do not differ, 1 when they share no rank. */
	epsilonSquared: number;
	/** Values in all groups. */
	n: number;
}

/**
 * Whether groups differ in their ranks (Kruskal and Wallis 1952), with the effect size of Kelley (1935; Tomczak
 * and Tomczak 2014). Empty groups are left out.
 *
 * @returns `null` with fewer than two groups, or when all values are equal
 */
export function kruskalWallis(groups: readonly Tally[]): KruskalWallis | null {
	const filled = groups.filter((group) => group.length > 0);
	const pooled = tally(filled.flat());
	const n = totalOf(pooled);
	if (filled.length < 2 || pooled.length < 2) return null;
	const ranks = midRanks(pooled);
	const squares = filled.reduce((sum, group) => {
		const rankSum = group.reduce((all, { value, count }) => all + count * (ranks.get(value) as number), 0);
		return sum + (rankSum * rankSum) / totalOf(group);
	}, 0);
	const ties = pooled.reduce((sum, { count }) => sum + (count * count * count - count), 0);
	const h = Math.max(0, (12 / (n * (n + 1))) * squares - 3 * (n + 1)) / (1 - ties / (n * n * n - n));
	const degreesOfFreedom = filled.length - 1;
	return { h, degreesOfFreedom, p: chiSquareTail(h, degreesOfFreedom), epsilonSquared: h / (n - 1), n };
}

/** Rank of each value, from 1; tied values share their mean rank. */
function midRanks(values: Tally): Map<number, number> {
	const ranks = new Map<number, number>();
	let before = 0;
	for (const { value, count } of values) {
		ranks.set(value, before + (count + 1) / 2);
		before += count;
	}
	return ranks;
}
