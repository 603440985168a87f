import type { PeriodUnit } from '../../base/date.ts';
import { datePrecisions, type DatePrecision } from '../../base/date.ts';
import { formatArea, parseArea } from './area.ts';
import { formatDays, parseDays } from './day-text.ts';
import { noFilters, type Filters, type Range, type RangeFilter } from './filters.ts';
import { snapRange } from './snap.ts';

/**
 * The written form of filters, shared by the page's address and the command line. Names and values:
 *
 * - `theme=12` or `theme=3,12`: papers of these themes, as `dataset/arrangement` makes them
 * - `date=2024`, `date=2023-06..2025`, `date=2024-03-07..`, `date=..2024`: papers whose whole stated date lies
 *   inside, both ends included; `date=..` any dated paper; `date=unknown` undated ones; `date=2024,unknown` both
 * - `dated=year` or `dated=day,month`: papers dated exactly so finely; undated ones are not
 * - `team=5`, `team=2..10`, `team=11..`, `team=..3`: numbers of authors; `team=unknown` and `team=..3,unknown`
 * - `q=chain of thought`: papers whose title or abstract has all of these words, by stem; `"a phrase"`, `one OR
 *   another`, `-without`, `title:word` and `author:name` are understood
 * - `organisation=`, `venue=`, `author=`, `keyword=`, `country=`: exact names, repeated for any of several; an empty
 *   one stands for papers that state none
 * - `area=0.2,0.3 0.5,0.6`: papers in this part of the map, whose sides run from 0 to 1: two opposite corners of
 *   a rectangle, or three and more corners of a polygon
 *
 * Different names narrow each other. `theme`, `date`, `dated` and `team` may be repeated instead of using commas.
 */
export type FilterName =
	| 'theme'
	| 'date'
	| 'dated'
	| 'team'
	| 'q'
	| 'organisation'
	| 'venue'
	| 'author'
	| 'keyword'
	| 'country'
	| 'area';

export const filterNames: readonly FilterName[] = [
	'theme',
	'date',
	'dated',
	'team',
	'q',
	'organisation',
	'venue',
	'author',
	'keyword',
	'country',
	'area'
];

const unknown = 'unknown';

function formatRange<V>(filter: RangeFilter<V>, format: (range: Range<V>) => string): string {
	const parts = [...(filter.range ? [format(filter.range)] : []), ...(filter.unknown ? [unknown] : [])];
	return parts.join(',');
}

function formatCounts({ from, to }: Range<number>): string {
	return from !== null && from === to ? String(from) : `${from ?? ''}..${to ?? ''}`;
}

/** Filters as names and values, only those that filter anything, always in the same order. */
export function formatFilters(filters: Filters): [name: FilterName, value: string][] {
	const { themes, date, dated, team, query, organisations, venues, authors, keywords, countries, area } =
		filters;
	const written: [FilterName, string][] = [];
	if (themes.length > 0) written.push(['theme', [...new Set(themes)].sort((a, b) => a - b).join(',')]);
	if (date) written.push(['date', formatRange(date, formatDays)]);
	if (dated.length > 0)
		written.push(['dated', datePrecisions.filter((one) => dated.includes(one)).join(',')]);
	if (team) written.push(['team', formatRange(team, formatCounts)]);
	if (query.trim() !== '') written.push(['q', query]);
	for (const value of organisations) written.push(['organisation', value]);
	for (const value of venues) written.push(['venue', value]);
	for (const value of authors) written.push(['author', value]);
	for (const value of keywords) written.push(['keyword', value]);
	for (const value of countries) written.push(['country', value]);
	if (area.length > 0) written.push(['area', formatArea(area)]);
	return written;
}

function parseCounts(text: string): Range<number> | null {
	const match = /^(\d{1,9})?(\.\.)?(\d{1,9})?$/.exec(text);
	if (!match || text === '' || (!match[2] && match[3])) return null;
	const end = (digits: string | undefined) => (digits === undefined ? null : Number(digits));
	const from = end(match[1]);
	const to = match[2] ? end(match[3]) : from;
	return from !== null && to !== null && from > to ? null : { from, to };
}

/** A range and `unknown`, in any order, each at most once. */
function parseRange<V>(parts: readonly string[], parse: (text: string) => Range<V> | null) {
	const ranges = parts.filter((part) => part !== unknown);
	if (ranges.length > 1) return null;
	const range = ranges[0] === undefined ? null : parse(ranges[0]);
	return ranges.length === 1 && range === null ? null : { range, unknown: ranges.length < parts.length };
}

function parseThemes(parts: readonly string[], known: readonly number[]): number[] | null {
	const ids = parts.map((part) => (/^\d{1,5}$/.test(part) ? Number(part) : -1));
	return ids.every((id) => known.includes(id)) ? [...new Set(ids)].sort((a, b) => a - b) : null;
}

function parsePrecisions(parts: readonly string[]): DatePrecision[] | null {
	const known = datePrecisions.filter((one) => parts.includes(one));
	return known.length === new Set(parts).size ? known : null;
}

/**
 * Reads filters from their written form. What cannot be understood filters nothing and is named in `problems`
 * as `name=value`. Dates are widened to whole periods of the dataset's granularity.
 * @param read all values given for a name, in their order
 * @param known themes that can be filtered by, and the unit of the dataset's cube
 */
export function parseFilters(
	read: (name: FilterName) => readonly string[],
	known: { themes: readonly number[]; granularity: PeriodUnit }
): { filters: Filters; problems: string[] } {
	const problems: string[] = [];
	const whole = <V>(name: FilterName, parse: (values: readonly string[]) => V | null): V | null => {
		const values = read(name);
		if (values.length === 0) return null;
		const value = parse(values);
		if (value === null) problems.push(`${name}=${values.join(',')}`);
		return value;
	};
	const take = <V>(name: FilterName, parse: (parts: string[]) => V | null) =>
		whole(name, (values) => parse(values.flatMap((text) => text.split(',').map((part) => part.trim()))));
	const distinct = (name: FilterName) => [...new Set(read(name))];
	const date = take('date', (parts) => parseRange(parts, parseDays));
	const filters: Filters = {
		themes: take('theme', (parts) => parseThemes(parts, known.themes)) ?? noFilters.themes,
		date: date && { ...date, range: date.range && snapRange(date.range, known.granularity) },
		dated: take('dated', parsePrecisions) ?? noFilters.dated,
		team: take('team', (parts) => parseRange(parts, parseCounts)),
		query: read('q').join(' ').trim(),
		organisations: distinct('organisation'),
		venues: distinct('venue'),
		authors: distinct('author'),
		keywords: distinct('keyword'),
		countries: distinct('country'),
		area:
			whole('area', (values) => (values.length === 1 ? parseArea(values[0] as string) : null)) ??
			noFilters.area
	};
	return { filters, problems };
}
