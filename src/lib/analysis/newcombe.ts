import { wilson, type Interval } from './wilson.ts';

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
