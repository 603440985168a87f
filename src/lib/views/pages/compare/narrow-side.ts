import type { Filters, Range, RangeFilter } from '../../../queries/filters/filters.ts';

/** The papers of a side that are of one kind as well. */
export function narrowSide(side: Filters, kind: Partial<Filters>): Filters {
	return {
		...side,
		...kind,
		date: kind.date ? within(side.date, kind.date) : side.date,
		team: kind.team ? within(side.team, kind.team) : side.team
	};
}

function within<V extends string | number>(
	side: RangeFilter<V> | null,
	kind: RangeFilter<V>
): RangeFilter<V> {
	if (!side?.range || !kind.range) return kind;
	return { range: overlap(side.range, kind.range), unknown: false };
}

function overlap<V extends string | number>(one: Range<V>, two: Range<V>): Range<V> {
	const later = (a: V | null, b: V | null) => (a === null || (b !== null && b > a) ? b : a);
	const earlier = (a: V | null, b: V | null) => (a === null || (b !== null && b < a) ? b : a);
	return { from: later(one.from, two.from), to: earlier(one.to, two.to) };
}
