import type { TrendFinding } from './findings.ts';
import type { TrendWindow } from './window.ts';

/** Shares along the window's axis, 0 to 1, a step each, so that lines keep their gaps; `null` of what is not tested. */
export function stepShares(
	{ shares }: Pick<TrendFinding, 'shares'>,
	{ from, to }: Pick<TrendWindow, 'from' | 'to'>
): (number | null)[] {
	const known = new Map(shares.map(([place, own, of]) => [place, own / of]));
	return Array.from({ length: to - from + 1 }, (_, step) => known.get(from + step) ?? null);
}
