import { wilson, type Interval } from './wilson.ts';
import { chiSquareTail } from './tails.ts';

export interface ShareDifference extends Interval {
	/** First share minus second, -1 to 1. */
	difference: number;
}

/**
 * Difference of two independent shares with the 95 % interval made of their Wilson intervals (Newcombe 1998,
 * method 10).
 *
 * @returns `null` when a side has no papers
 */
export function shareDifference(
	part1: number,
	whole1: number,
	part2: number,
	whole2: number
): ShareDifference | null {
	const [first, second] = [wilson(part1, whole1), wilson(part2, whole2)];
	if (!first || !second) return null;
	const [share1, share2] = [part1 / whole1, part2 / whole2];
	const length = (x: number, y: number) => Math.sqrt(x * x + y * y);
	const difference = share1 - share2;
	return {
		difference,
		lower: difference - length(share1 - first.lower, second.upper - share2),
		upper: difference + length(first.upper - share1, share2 - second.lower)
	};
}

/**
 * Whether two shares differ: chi-square of a 2 x 2 table with Yates' continuity correction (Yates 1934).
 *
 * @returns two-sided p; 1 when a side has no papers, or all papers are of one kind
 */
export function compareShares(part1: number, whole1: number, part2: number, whole2: number): number {
	const all = whole1 + whole2;
	const parts = part1 + part2;
	const product = whole1 * whole2 * parts * (all - parts);
	if (product === 0) return 1;
	const cross = Math.abs(part1 * (whole2 - part2) - part2 * (whole1 - part1));
	const corrected = Math.max(0, cross - all / 2);
	return chiSquareTail((all * corrected * corrected) / product, 1);
}
