import type { Filters } from './filters.ts';

/** The papers that filters leave and that hold a term as well. */
export function termFilters(filters: Filters, term: string): Filters {
	return { ...filters, query: `${filters.query} ${term}`.trim() };
}
