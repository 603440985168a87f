import { localRegression } from './local-regression.ts';
import type { Period } from './periods.ts';

type Axis = readonly Pick<Period, 'papers' | 'partial'>[];
type Measure = 'count' | 'share';

/** Periods that smoothing needs at least, and the fewest that take part in one value. */
const [fewestPeriods, fewestNearest] = [8, 5];

/** Places of the periods that smoothing goes by. */
function wholePeriods(axis: Axis, measure: Measure): number[] {
	return axis.flatMap(({ partial, papers }, place) =>
		partial || (measure === 'share' && papers === 0) ? [] : [place]
	);
}

/** Whether there are enough periods for smoothing. */
export function canSmooth(axis: Axis, measure: Measure): boolean {
	return wholePeriods(axis, measure).length >= fewestPeriods;
}

/**
 * Counts or shares of each theme smoothed over the third of the periods nearest to each, by theme. Periods that the
 * corpus covers only in part take no part; a share weighs as much as its period has papers.
 *
 * @param series papers of each theme along the axis
 * @returns a value for each period of the axis, `null` where there is none; no themes where `canSmooth` says no
 */
export function smoothSeries(
	series: readonly { id: number; counts: readonly number[] }[],
	axis: Axis,
	measure: Measure
): Map<number, (number | null)[]> {
	if (!canSmooth(axis, measure)) return new Map();
	const times = wholePeriods(axis, measure);
	const wholes = times.map((place) => (measure === 'share' ? (axis[place] as Period).papers : 1));
	const fit = localRegression(times, wholes, Math.max(fewestNearest, Math.ceil(times.length / 3)));
	return new Map(
		series.map(({ id, counts }) => {
			const fitted = fit(times.map((place, i) => (counts[place] ?? 0) / (wholes[i] as number)));
			const smooth: (number | null)[] = axis.map(() => null);
			// A line may dip below what can be counted.
			times.forEach((place, i) => (smooth[place] = Math.max(0, fitted[i] ?? 0)));
			return [id, smooth] as const;
		})
	);
}
