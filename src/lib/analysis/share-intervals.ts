import type { Period } from './periods.ts';
import { wilson } from './wilson.ts';

/** Between which shares (0 to 1) the share of a theme may lie in a period; `null` in an empty one. */
export type ShareInterval = { low: number; high: number } | null;

/**
 * 95 % Wilson intervals of the share of each theme in each period of an axis, by theme.
 *
 * @param series papers of each theme along the axis
 */
export function shareIntervals(
	series: readonly { id: number; counts: readonly number[] }[],
	axis: readonly Pick<Period, 'papers'>[]
): Map<number, ShareInterval[]> {
	return new Map(
		series.map(({ id, counts }) => [
			id,
			axis.map(({ papers }, place) => {
				const interval = wilson(counts[place] ?? 0, papers);
				return interval && { low: interval.lower, high: interval.upper };
			})
		])
	);
}
