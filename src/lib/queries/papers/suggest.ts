import { allPapers } from '../sql/all-papers.ts';
import { lookalikes } from '../../base/fold.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, text as asText, type Statement } from '../../engine/statement.ts';
import type { SuggestDimension, Suggestion } from './paper-types.ts';
import { filesOfNames, statedValues } from '../sql/named-values.ts';
import { quoteInteger, quoteText } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';

/** SQL for the values of a dimension, a row for each that a paper names; the empty one where it names none. */
export function valuesOf(dimension: SuggestDimension, files: readonly DatasetFile[]): string {
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
 * Values that hold a text, case, accents and the looks of digits aside: those that begin with it first, then by their papers. Without
 * a text every value, the empty one, for papers that state none, included.
 */
function suggestQuery(
	dimension: SuggestDimension,
	text: string,
	count: number,
	files: readonly DatasetFile[]
): Statement<Suggestion> {
	const fold = (value: string) =>
		`strip_accents(lower(translate(${value}, ${quoteText(lookalikes.from)}, ${quoteText(lookalikes.to)})))`;
	const wanted = fold(quoteText(text.trim().slice(0, longestText)));
	const folded = fold('value');
	return select(
		{ value: asText, papers: number },
		{ value: 'value', papers: 'CAST(count(*) AS INTEGER)' },
		`FROM (${valuesOf(dimension, files)}) WHERE contains(${folded}, ${wanted}) GROUP BY value ` +
			`ORDER BY starts_with(${folded}, ${wanted}) DESC, count(*) DESC, value LIMIT ${quoteInteger(count)}`
	);
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

/** As `suggestQuery` has it; attaches the files that hold the dimension. */
export async function readSuggestions(
	host: QueryHost,
	files: readonly DatasetFile[],
	dimension: SuggestDimension,
	text: string,
	count: number,
	signal?: AbortSignal
): Promise<Suggestion[]> {
	await attachValues(host, files, dimension, signal);
	return run(host, suggestQuery(dimension, text, count, files), signal);
}
