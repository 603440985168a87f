import type { Range, RangeFilter } from '../../../queries/filters/filters.ts';

/**
 * A filter with another range. Without a range nothing is filtered; a range put in the place of "only unknown"
 * replaces it.
 */
export function withRange<V>(filter: RangeFilter<V> | null, range: Range<V> | null): RangeFilter<V> | null {
	if (range === null || (range.from === null && range.to === null)) return null;
	return { range, unknown: filter?.range ? filter.unknown : false };
}

/** A filter that lets the unknown values pass too, or no longer; alone, only they pass. */
export function withUnknown<V>(filter: RangeFilter<V> | null, unknown: boolean): RangeFilter<V> | null {
	if (filter?.range) return { ...filter, unknown };
	return unknown ? { range: null, unknown } : null;
}

/** Whether a filter is exactly this range. */
export function isRange<V>(filter: RangeFilter<V> | null, range: Range<V>): boolean {
	const own = filter?.range;
	return own !== null && own !== undefined && own.from === range.from && own.to === range.to;
}
