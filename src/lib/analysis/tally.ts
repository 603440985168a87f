/** Values and how often each occurs: ascending, distinct, every count at least 1. */
export type Tally = readonly { readonly value: number; readonly count: number }[];

/** Sums counts of equal values and sorts them; unknown values (`null`) and empty counts are left out. */
export function tally(rows: readonly { value: number | null; count: number }[]): Tally {
	const counts = new Map<number, number>();
	for (const { value, count } of rows) {
		if (value !== null && count > 0) counts.set(value, (counts.get(value) ?? 0) + count);
	}
	return [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => a.value - b.value);
}

/** How many values there are, repeated ones counted as often as they occur. */
export function totalOf(values: Tally): number {
	return values.reduce((sum, { count }) => sum + count, 0);
}

/**
 * Quantile of a tally, definition 7 of Hyndman and Fan (1996).
 *
 * @param p 0 to 1
 * @throws RangeError when the tally is empty
 */
export function quantile(values: Tally, p: number): number {
	const total = totalOf(values);
	if (total === 0) throw new RangeError('no values to take a quantile of');
	const position = (total - 1) * p;
	const below = Math.floor(position);
	const lower = orderStatistic(values, below);
	const upper = orderStatistic(values, Math.min(total - 1, below + 1));
	return lower + (position - below) * (upper - lower);
}

/** The value at a place of the sorted sequence, counted from 0. */
function orderStatistic(values: Tally, place: number): number {
	let seen = 0;
	for (const { value, count } of values) {
		seen += count;
		if (place < seen) return value;
	}
	throw new RangeError(`no value at place ${place} of ${seen}`);
}
