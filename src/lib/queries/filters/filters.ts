import type { DatePrecision } from '../../base/date.ts';
import type { Area } from './area.ts';

/** An inclusive range; `null` leaves that end open. */
export interface Range<V> {
	from: V | null;
	to: V | null;
}

/**
 * A choice along one dimension whose values may be unknown: `null` stands for no filter. With a range and
 * `unknown`, both pass; with `range: null` only the unknown ones do.
 */
export interface RangeFilter<V> {
	range: Range<V> | null;
	unknown: boolean;
}

/** What a visitor asks for. The one filter of the page, its address and the command line. */
export interface Filters {
	/** Themes of the arrangement in force; empty means all. */
	themes: readonly number[];
	/** Days `YYYY-MM-DD`, already snapped to the dataset's granularity. `unknown` means undated papers. */
	date: RangeFilter<string> | null;
	/** How finely papers must be dated: any of these; empty means all, undated ones too. */
	dated: readonly DatePrecision[];
	/** Numbers of authors. `unknown` means papers whose team size is not known. */
	team: RangeFilter<number> | null;
	/** Words that must all stand in title or abstract, by stem. */
	query: string;
	/** Any of these; empty means all. The empty string stands for papers that state none. */
	organisations: readonly string[];
	venues: readonly string[];
	authors: readonly string[];
	/** Of authors or of the index. */
	keywords: readonly string[];
	countries: readonly string[];
	/** Part of the map that papers must lie in; empty means all of it. */
	area: Area;
}

export const noFilters: Filters = {
	themes: [],
	date: null,
	dated: [],
	team: null,
	query: '',
	organisations: [],
	venues: [],
	authors: [],
	keywords: [],
	countries: [],
	area: []
};

/** The papers that filters leave and that hold a term as well. */
export function termFilters(filters: Filters, term: string): Filters {
	return { ...filters, query: `${filters.query} ${term}`.trim() };
}
