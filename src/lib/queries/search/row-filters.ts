import { allPapers } from '../sql/all-papers.ts';
import type { DatasetFile, NameDimension } from '../../dataset/manifest.ts';
import type { WordRules } from '../../words/word-rules.ts';
import { areaIds } from '../filters/area.ts';
import type { Filters } from '../filters/filters.ts';
import { phraseHits, type PlacedStem } from './phrase-hits.ts';
import { filesOfNames, namesClause } from '../sql/named-values.ts';
import { quoteInteger, quoteTexts } from '../sql/quote.ts';
import { parseSearch } from './search-query.ts';
import { command } from '../sql/statement.ts';
import { partWith, tableIn } from '../sql/tables.ts';

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
	/** Distinct stems that a paper must all hold. */
	readonly stems: readonly string[];
	/** Stems that must stand at their distances in title or abstract, phrase by phrase. */
	readonly placed: readonly (readonly PlacedStem[])[];
	/** Keys of words that must follow each other, phrase by phrase, where only the texts tell whether they do. */
	readonly phrases: readonly (readonly string[])[];
}

/**
 * The filters on rows in a canonical form; `null` when they filter nothing, as a search for stop words does.
 * @param rules those that searches of the corpus follow
 */
export function rowFiltersOf(filters: Filters, rules: WordRules): RowFilters | null {
	const distinct = (values: readonly string[]) => [...new Set(values)].sort();
	const { stems, phrases } = parseSearch(filters.query, rules);
	const rows: RowFilters = {
		stems: [...stems].sort(),
		placed: phrases.map((phrase) => phrase.placed).filter((placed) => placed.length > 1),
		phrases: phrases.filter((phrase) => !phrase.isPlaced).map((phrase) => phrase.keys),
		organisations: distinct(filters.organisations),
		venues: distinct(filters.venues),
		authors: distinct(filters.authors),
		keywords: distinct(filters.keywords),
		countries: distinct(filters.countries),
		area: filters.area
	};
	return Object.values(rows).some((values: readonly unknown[]) => values.length > 0) ? rows : null;
}

/** The files that must be attached before the filters can be answered. */
export function filesFor(filters: RowFilters, files: readonly DatasetFile[]): DatasetFile[] {
	const search = filters.stems.map((stem) => partWith(files, 'search', stem)).filter((file) => file !== null);
	const names = namedBy.flatMap(([filter, dimension]) =>
		filters[filter].length > 0 ? filesOfNames(files, dimension) : []
	);
	return [...new Set([...search, ...names])];
}

/** Saturation of repeated words (Robertson and Zaragoza 2009). */
const k1 = 1.2;

/**
 * The papers that hold all stems, with the BM25 score of the match. The index does not know how long papers are,
 * so their length takes no part (b = 0).
 * @returns `null` when no paper holds one of them
 */
function searchHits(stems: readonly string[], files: readonly DatasetFile[], papers: number): string | null {
	const byPart = new Map<DatasetFile, string[]>();
	for (const stem of stems) {
		const file = partWith(files, 'search', stem);
		if (!file) return null;
		byPart.set(file, [...(byPart.get(file) ?? []), stem]);
	}
	const df = 't.document_frequency';
	const rarity = `ln(1 + (${quoteInteger(papers)} - ${df} + 0.5) / (${df} + 0.5))`;
	const hits = [...byPart].map(
		([{ part }, terms]) =>
			`SELECT p.paper_id, ${rarity} * p.frequency * ${k1 + 1} / (p.frequency + ${k1}) AS weight ` +
			`FROM ${tableIn('postings', part)} p JOIN ${tableIn('terms', part)} t ON p.term_id = t.term_id ` +
			`WHERE t.term IN ${quoteTexts(terms)}`
	);
	return (
		`SELECT paper_id, CAST(sum(weight) AS FLOAT) AS score FROM (${hits.join(' UNION ALL ')}) ` +
		`GROUP BY paper_id HAVING count(*) = ${quoteInteger(stems.length)}`
	);
}

/**
 * Creates the temporary table `table` with the `paper_id` of every paper that passes the filters on rows, and its
 * `score`, how well the paper matches the search. Phrases that need the texts are taken for words.
 * @param all papers in the dataset
 */
export function createMatches(
	table: string,
	filters: RowFilters,
	files: readonly DatasetFile[],
	all: number
): string {
	const { stems, placed, area } = filters;
	const hits = stems.length > 0 ? searchHits(stems, files, all) : null;
	const clauses = namedBy.flatMap(([filter, dimension]) =>
		filters[filter].length > 0 ? [namesClause(dimension, filters[filter], files)] : []
	);
	if (stems.length > 0 && !hits) clauses.push('false');
	if (hits) clauses.push(...placed.map((phrase) => `paper_id IN (${phraseHits(phrase, files)})`));
	if (area.length > 0) clauses.push(`paper_id IN (${areaIds(area, allPapers)})`);
	const where = clauses.length > 0 ? ` WHERE ${clauses.join(' AND ')}` : '';
	const selection = hits
		? `SELECT paper_id, score FROM (${hits})`
		: `SELECT paper_id, CAST(0 AS FLOAT) AS score FROM ${allPapers}`;
	return command(`CREATE TEMP TABLE ${table} AS ${selection}${where}`);
}
