import { chiSquareTail } from './tails.ts';

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
