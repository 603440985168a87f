import { type Tally, totalOf } from './tally.ts';
import { twoSidedNormal } from './tails.ts';

interface MannWhitney {
	/** Pairs in which the first sample's value is larger; ties count half. */
	u: number;
	/** Two-sided, from the normal approximation with tie-corrected variance and continuity correction. */
	p: number;
	/** P(first > second) - P(first < second), -1 to 1 (Cliff 1993). */
	delta: number;
}

/**
 * Mann-Whitney test of two samples with ties (Mann and Whitney 1947; variance after Hollander and Wolfe 1999),
 * and Cliff's delta, which is the same comparison of pairs.
 *
 * @returns `null` when a sample is empty
 */
export function mannWhitney(first: Tally, second: Tally): MannWhitney | null {
	const n1 = totalOf(first);
	const n2 = totalOf(second);
	if (n1 === 0 || n2 === 0) return null;
	const { larger, smaller, ties } = comparePairs(first, second);
	const pairs = n1 * n2;
	const u = larger + (pairs - larger - smaller) / 2;
	const n = n1 + n2;
	const variance = (pairs / 12) * (n + 1 - ties / (n * (n - 1)));
	const distance = Math.max(0, Math.abs(u - pairs / 2) - 0.5);
	const p = variance > 0 ? twoSidedNormal(distance / Math.sqrt(variance)) : 1;
	return { u, p, delta: (larger - smaller) / pairs };
}

/** Pairs by which side is larger, and the sum of t³ - t over groups of tied values. */
function comparePairs(first: Tally, second: Tally): { larger: number; smaller: number; ties: number } {
	const all = totalOf(second);
	let larger = 0;
	let smaller = 0;
	let ties = 0;
	let below = 0;
	let next = 0;
	const tie = (count: number) => (ties += count * count * count - count);
	for (const { value, count } of first) {
		for (; next < second.length && second[next]!.value < value; next++) {
			below += second[next]!.count;
			tie(second[next]!.count);
		}
		const same = second[next];
		const equal = same?.value === value ? same.count : 0;
		larger += count * below;
		smaller += count * (all - below - equal);
		tie(count + equal);
		if (equal > 0) {
			below += equal;
			next++;
		}
	}
	for (const { count } of second.slice(next)) tie(count);
	return { larger, smaller, ties };
}

export type Magnitude = 'negligible' | 'small' | 'medium' | 'large';

/** How large a Cliff's delta is (Romano et al. 2006): up to .147, .33, .474, and beyond. */
export function magnitudeOfDelta(delta: number): Magnitude {
	const size = Math.abs(delta);
	if (size < 0.147) return 'negligible';
	if (size < 0.33) return 'small';
	return size < 0.474 ? 'medium' : 'large';
}
