import type { PeriodUnit } from '../base/date.ts';
import { formatFilters, parseFilters } from '../queries/filters/filter-syntax.ts';
import { noFilters, type Filters } from '../queries/filters/filters.ts';

/** The two sides of a comparison. */
export type SideName = 'a' | 'b';
export type Sides = Readonly<Record<SideName, Filters>>;

export const noSides: Sides = { a: noFilters, b: noFilters };

/** The filters of a side as one value of an address: `date=2023&q=reward`. Empty when it holds all papers. */
export function formatSide(filters: Filters): string {
	return new URLSearchParams(formatFilters(filters)).toString();
}

/** Reads what `formatSide` writes; `null` when some of it cannot be understood. */
export function parseSide(
	text: string,
	known: { themes: readonly number[]; granularity: PeriodUnit }
): Filters | null {
	const parts = new URLSearchParams(text);
	const { filters, problems } = parseFilters((name) => parts.getAll(name), known);
	return problems.length > 0 ? null : filters;
}
