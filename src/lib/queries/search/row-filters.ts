import { allPapers } from '../sql/all-papers.ts';
import type { DatasetFile, NameDimension } from '../../dataset/manifest.ts';
import type { SearchRules } from '../../words/word-rules.ts';
import { areaIds } from '../filters/area.ts';
import type { Filters } from '../filters/filters.ts';
import { filesOfNames, namesClause } from '../sql/named-values.ts';
import { parseSearch, type SearchQuery } from './search-query.ts';
import {
	askedStems,
	requiredStems,
	scoredHits,
	scoringStems,
	searchConditions,
	whereAll
} from './search-sql.ts';
import { command } from '../sql/statement.ts';
import { partWith } from '../sql/tables.ts';

/** Filters by names, and what each is of. */
const nameFilters = {
	organisations: 'organisation',
	venues: 'venue',
	authors: 'author',
	keywords: 'keyword',
	countries: 'country'
} as const satisfies Partial<Record<keyof Filters, NameDimension>>;
type NameFilter = keyof typeof nameFilters;
const namedBy = Object.entries(nameFilters) as [NameFilter, NameDimension][];

/** The filters that counts cannot answer. They are answered once, into a table of paper ids. */
export interface RowFilters extends Pick<Filters, NameFilter | 'area'> {
	readonly search: SearchQuery;
}

/**
 * The filters on rows in a canonical form; `null` when they filter nothing, as a search for stop words does.
 * @param rules those that searches of the corpus follow
 */
export function rowFiltersOf(filters: Filters, rules: SearchRules): RowFilters | null {
	const distinct = (values: readonly string[]) => [...new Set(values)].sort();
	const rows: RowFilters = {
		search: inOrder(parseSearch(filters.query, rules)),
		organisations: distinct(filters.organisations),
		venues: distinct(filters.venues),
		authors: distinct(filters.authors),
		keywords: distinct(filters.keywords),
		countries: distinct(filters.countries),
		area: filters.area
	};
	return Object.values(rows).some((values: readonly unknown[]) => values.length > 0) ? rows : null;
}

/** The clauses in one order, however they were written. */
function inOrder(search: SearchQuery): SearchQuery {
	const keyed = search.map((clause) => ({ key: JSON.stringify(clause), clause }));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ clause }) => clause);
}

/** The files that must be attached before the filters can be answered. */
export function filesFor(filters: RowFilters, files: readonly DatasetFile[]): DatasetFile[] {
	const { search } = filters;
	const index = askedStems(search).map((stem) => partWith(files, 'search', stem));
	const asksAuthors = search.flat().some(({ atoms }) => atoms.some(({ kind }) => kind === 'author'));
	const names = namedBy.flatMap(([filter, dimension]) =>
		filters[filter].length > 0 || (dimension === 'author' && asksAuthors)
			? filesOfNames(files, dimension)
			: []
	);
	return [...new Set([...index.filter((file) => file !== null), ...names])];
}

/**
 * Creates the temporary table `table` with the `paper_id` of every paper that passes the filters on rows, and its
 * `score`, how well the paper matches the search. What only texts decide counts as passing.
 * @param all papers in the dataset
 */
export function createMatches(
	table: string,
	filters: RowFilters,
	files: readonly DatasetFile[],
	all: number
): string {
	const { search, area } = filters;
	const [required, wanted] = [requiredStems(search), scoringStems(search)];
	const clauses = namedBy.flatMap(([filter, dimension]) =>
		filters[filter].length > 0 ? [namesClause(dimension, filters[filter], files)] : []
	);
	clauses.push(...searchConditions(search, files, null));
	if (area.length > 0) clauses.push(`paper_id IN (${areaIds(area, allPapers)})`);
	const isRequired = required.length > 0;
	// Papers that do not pass are left out before scores are added up.
	const hits = wanted.length > 0 ? scoredHits(required, wanted, files, all, isRequired ? clauses : []) : null;
	return command(`CREATE TEMP TABLE ${table} AS ${isRequired ? (hits ?? nothing) : scored(hits, clauses)}`);
}

const nothing = `SELECT CAST(NULL AS INTEGER) AS paper_id, CAST(0 AS FLOAT) AS score WHERE false`;

/** SQL of all papers that pass some conditions, with the scores of those that have one. */
function scored(hits: string | null, conditions: readonly string[]): string {
	if (!hits) return `SELECT paper_id, CAST(0 AS FLOAT) AS score FROM ${allPapers}${whereAll(conditions)}`;
	return (
		`SELECT paper_id, coalesce(score, CAST(0 AS FLOAT)) AS score ` +
		`FROM (SELECT paper_id FROM ${allPapers}) LEFT JOIN (${hits}) USING (paper_id)${whereAll(conditions)}`
	);
}
