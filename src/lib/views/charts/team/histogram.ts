import type { TeamBin } from '../../../drawing/model.ts';

/**
 * Where a team size stands along ordered bins, in bins from the left edge of the first. Inside a bin sizes
 * are spaced by their logarithm, as the bins themselves nearly are; `null` when no bin holds it.
 */
export function placeInBins(bins: readonly TeamBin[], size: number): number | null {
	for (let index = 0; index < bins.length; index++) {
		const { from, to } = bins[index]!;
		if (from === null || size < from) continue;
		const next = bins[index + 1]?.from ?? null;
		const end = to === null ? from * 2 : (next ?? to + 1);
		if (size >= end && to !== null) continue;
		const within = end > from + 1 ? Math.log(size / from) / Math.log(end / from) : 0.5;
		return index + Math.min(1, within);
	}
	return null;
}
