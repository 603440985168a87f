import { formatDate } from '../../../format/format.ts';
import { nextPeriod, parseIsoDate, periodStart } from '../../../base/date.ts';
import type { DatePrecision } from '../../../base/date.ts';
import type { Filters, Range, RangeFilter } from '../../../queries/filters/filters.ts';

const isFirstOf = (day: number, unit: 'month' | 'year') => periodStart(day, unit) === day;
const isLastOf = (day: number, unit: 'month' | 'year') =>
	nextPeriod(periodStart(day, unit), unit) === day + 1;

/** The coarsest way of writing a range that loses nothing. */
function precisionOf(from: number | null, to: number | null): DatePrecision {
	const fits = (unit: 'month' | 'year') =>
		(from === null || isFirstOf(from, unit)) && (to === null || isLastOf(to, unit));
	return fits('year') ? 'year' : fits('month') ? 'month' : 'day';
}

/** `2024`, `2023–2025`, `Mar 2024–Jun 2024`, `from 7 Mar 2024`, `until 2024`. */
export function dateRangeWords({ from, to }: Range<string>): string {
	const precision = precisionOf(
		from === null ? null : parseIsoDate(from),
		to === null ? null : parseIsoDate(to)
	);
	const [first, last] = [from, to].map((day) => day && formatDate(day, precision));
	if (first && last) return first === last ? first : `${first}–${last}`;
	return first ? `from ${first}` : last ? `until ${last}` : 'any date';
}

/** How finely papers are dated: `dated by year only`, `dated to the month or day`. */
export function datedWords(dated: Filters['dated']): string {
	if (dated.length === 3) return 'dated';
	if (dated.join() === 'year') return 'dated by year only';
	return `dated to the ${[...dated].reverse().join(' or ')}`;
}

/** `4 authors`, `2–10 authors`, `at least 21 authors`, `at most 3 authors`. */
export function teamRangeWords({ from, to }: Range<number>): string {
	const authors = (count: number) => (count === 1 ? 'author' : 'authors');
	if (from !== null && to !== null) return `${from === to ? from : `${from}–${to}`} ${authors(to)}`;
	if (from !== null) return `at least ${from} ${authors(from)}`;
	return to === null ? 'any team size' : `at most ${to} ${authors(to)}`;
}

/** What a filter along one dimension lets pass, in words: `2024 or undated`. */
export function rangeFilterWords<V>(
	filter: RangeFilter<V>,
	words: (range: Range<V>) => string,
	unknown: string
): string {
	const parts = [...(filter.range ? [words(filter.range)] : []), ...(filter.unknown ? [unknown] : [])];
	return parts.join(' or ');
}
