import type { Period } from './periods.ts';

/** Two-sided 95 % quantile of the standard normal distribution. */
export const z95 = 1.959963984540054;

export interface Interval {
	lower: number;
	upper: number;
}

/**
 * Wilson's score interval for a share (Wilson 1927; Agresti and Coull 1998): honest with few papers, never
 * outside 0 to 1, and not empty at 0 or 1.
 *
 * @param part papers of the kind, 0 to `whole`
 * @param z quantile of the confidence level, 95 % unless told
 * @returns bounds from 0 to 1, or `null` when there are no papers
 */
export function wilson(part: number, whole: number, z = z95): Interval | null {
	if (!(whole > 0)) return null;
	const share = part / whole;
	const z2 = z * z;
	const centre = (share + z2 / (2 * whole)) / (1 + z2 / whole);
	const half = (z / (1 + z2 / whole)) * Math.sqrt((share * (1 - share)) / whole + z2 / (4 * whole * whole));
	return {
		lower: part === 0 ? 0 : Math.max(0, centre - half),
		upper: part === whole ? 1 : Math.min(1, centre + half)
	};
}

/** Between which shares (0 to 1) the share of a theme may lie in a period; `null` in an empty one. */
type ShareInterval = { low: number; high: number } | null;

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
