import { allPapers } from '../sql/all-papers.ts';
import type { Joins } from '../../dataset/joined-names.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, text as asText, type Statement } from '../../engine/statement.ts';
import type { SuggestDimension, Suggestion } from './paper-types.ts';
import { foldedSql } from '../sql/folded.ts';
import { filesOfNames, statedInPieces, statedValues } from '../sql/named-values.ts';
import { quoteInteger, quoteText } from '../sql/quote.ts';
import { command, select } from '../sql/statement.ts';

/**
 * SQL for the values of a dimension, a row for each that a paper names: `paper_id`, `value` as it is shown and `name` as
 * the paper has it, which differ where names are joined; the empty one where it names none.
 */
export function valuesOf(dimension: SuggestDimension, files: readonly DatasetFile[], joins: Joins): string {
	return shownValues(dimension, plainValues(dimension, files), joins);
}

/** The same for given rows of `paper_id` and `value`. */
export function shownValues(dimension: SuggestDimension, values: string, joins: Joins): string {
	const shown = joins
		.filter((one) => one.dimension === dimension)
		.flatMap(({ names: [first = '', ...others] }) =>
			others.map((name) => `WHEN ${quoteText(name)} THEN ${quoteText(first)}`)
		);
	const value = shown.length === 0 ? 'v.value' : `CASE v.value ${shown.join(' ')} ELSE v.value END`;
	return `SELECT v.paper_id, ${value} AS value, v.value AS name FROM (${values}) v`;
}

function plainValues(dimension: SuggestDimension, files: readonly DatasetFile[]): string {
	if (dimension === 'venue') return `SELECT paper_id, coalesce(venue, '') AS value FROM ${allPapers}`;
	const stated = statedValues(dimension, files);
	return (
		`SELECT DISTINCT paper_id, value FROM (${stated}) UNION ALL SELECT paper_id, '' AS value FROM ${allPapers} ` +
		`WHERE paper_id NOT IN (SELECT paper_id FROM (${stated}))`
	);
}

/** Beyond this a text cannot narrow anything; what is pasted by mistake must not become a long query. */
const longestText = 200;

/**
 * SQL that creates the temporary table `table` of all names of a dimension: `value` as it is shown, `folded` as it is
 * looked for, a row for each name of those that are joined, and `papers` that name it; the empty value stands for those
 * that name none. Papers are counted a file at a time, which takes little memory.
 */
export function createNames(
	table: string,
	dimension: SuggestDimension,
	files: readonly DatasetFile[],
	joins: Joins
): string {
	const pieces = statedInPieces(dimension, files);
	const each = pieces.map((piece) => {
		const named = `SELECT DISTINCT paper_id, value FROM (${shownValues(dimension, piece, joins)})`;
		return `SELECT value, count(*) AS papers FROM (${named}) GROUP BY value`;
	});
	const known = pieces.map((piece) => `(SELECT count(DISTINCT paper_id) FROM (${piece}))`);
	const others = joins
		.filter((one) => one.dimension === dimension)
		.flatMap(({ names: [first = '', ...rest] }) =>
			rest.map((name) => rowsOf(foldedSql(quoteText(name)), `WHERE value = ${quoteText(first)}`))
		);
	return command(
		`CREATE TEMP TABLE ${table} AS WITH counted AS MATERIALIZED (` +
			`SELECT value, sum(papers) AS papers FROM (${each.join(' UNION ALL ')}) GROUP BY value ` +
			`UNION ALL SELECT '', (SELECT count(*) FROM ${allPapers}) - ${known.join(' - ')}) ` +
			[rowsOf(foldedSql('value'), 'WHERE papers > 0'), ...others].join(' UNION ALL ')
	);
}

const rowsOf = (folded: string, condition: string) =>
	`SELECT value, ${folded} AS folded, CAST(papers AS INTEGER) AS papers FROM counted ${condition}`;

/**
 * Values that hold a text, case, accents and the looks of digits aside: those that begin with it first, then by their
 * papers. Joined names are one value, which is found by each of them. Without a text every value, the empty one, for
 * papers that state none, before all others, so that it is there however few are asked for.
 */
function suggestQuery(table: string, { text, count }: SuggestQuestion): Statement<Suggestion> {
	const wanted = foldedSql(quoteText(text.trim().slice(0, longestText)));
	return select(
		{ value: asText, papers: number },
		{ value: 'value', papers: 'CAST(max(papers) AS INTEGER)' },
		`FROM ${table} GROUP BY value HAVING bool_or(contains(folded, ${wanted})) ` +
			`ORDER BY value = '' DESC, bool_or(starts_with(folded, ${wanted})) DESC, max(papers) DESC, value ` +
			`LIMIT ${quoteInteger(count)}`
	);
}

/** What values are looked for. */
interface SuggestQuestion {
	text: string;
	/** At most so many. */
	count: number;
}

/** Attaches the files that hold the values of a dimension. */
export async function attachValues(
	host: QueryHost,
	files: readonly DatasetFile[],
	dimension: SuggestDimension,
	signal?: AbortSignal
): Promise<void> {
	for (const file of filesOfNames(files, dimension)) await host.attach(file, signal);
}

/** As `suggestQuery` has it, but the empty value last. @param table names of a dimension */
export async function readSuggestions(
	host: QueryHost,
	table: string,
	question: SuggestQuestion,
	signal?: AbortSignal
): Promise<Suggestion[]> {
	const found = await run(host, suggestQuery(table, question), signal);
	const isEmpty = ({ value }: Suggestion) => value === '';
	return [...found.filter((one) => !isEmpty(one)), ...found.filter(isEmpty)];
}
