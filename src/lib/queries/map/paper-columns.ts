import { datePrecisions } from '../../base/date.ts';
import type { Joins } from '../../dataset/joined-names.ts';
import type { DatasetFile, NameDimension } from '../../dataset/manifest.ts';
import type { ResultTable } from '../../engine/query-host.ts';
import { number, text, type Statement } from '../../engine/statement.ts';
import { shownValues } from '../papers/suggest.ts';
import { allPapers } from '../sql/all-papers.ts';
import { statedValues } from '../sql/named-values.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { isDrawn } from '../themes/positions.ts';

/** What papers may have a number for. */
export const paperMeasures = ['team_size', 'citations', 'upvotes', 'similarity'] as const;
export type PaperMeasure = (typeof paperMeasures)[number];

/** Stands for a number that a paper does not state. */
export const unstated = -2_147_483_648;

/** Steps of a similarity of 1. */
export const similaritySteps = 1_000_000;

const measured: Record<PaperMeasure, string> = {
	team_size: 'team_size',
	citations: 'citations',
	upvotes: 'upvotes',
	similarity: `CAST(round(similarity * ${similaritySteps}) AS INTEGER)`
};

/** How many papers state each measure. */
export function statedQuery(): Statement<Record<PaperMeasure, number>> {
	const count = (measure: PaperMeasure) => `CAST(count(${measured[measure]}) AS INTEGER)`;
	return select(
		{ team_size: number, citations: number, upvotes: number, similarity: number },
		{
			team_size: count('team_size'),
			citations: count('citations'),
			upvotes: count('upvotes'),
			similarity: count('similarity')
		},
		`FROM ${allPapers}`
	);
}

/**
 * A measure of the papers shown, in the order of the ids.
 * @param every number of papers of which one is shown
 */
export function measureQuery(measure: PaperMeasure, every = 1): Statement<{ value: number }> {
	return select(
		{ value: number },
		{ value: `coalesce(${measured[measure]}, ${unstated})` },
		`FROM ${allPapers} WHERE ${isDrawn(every)} ORDER BY paper_id`
	);
}

/** Reads the result of `measureQuery`. */
export function readMeasure({ columns }: ResultTable): Int32Array {
	return new Int32Array(columns.value as ArrayLike<number>);
}

/** When the papers shown were published, in the order of their ids. */
export interface PaperDates {
	/** First day of the stated period as a day number (days since 1970-01-01), or `unstated`. */
	readonly day: Int32Array;
	/** Place of its precision in `datePrecisions`; 0 for papers without a date. */
	readonly precision: Uint8Array;
}

export function datesQuery(every = 1): Statement<Record<keyof PaperDates, number>> {
	const cases = datePrecisions.map((name, place) => `WHEN '${name}' THEN ${place}`).join(' ');
	return select(
		{ day: number, precision: number },
		{
			day: `coalesce(CAST(published - DATE '1970-01-01' AS INTEGER), ${unstated})`,
			precision: `CAST(CASE date_precision ${cases} ELSE 0 END AS UTINYINT)`
		},
		`FROM ${allPapers} WHERE ${isDrawn(every)} ORDER BY paper_id`
	);
}

/** Reads the result of `datesQuery`. */
export function readDates({ columns }: ResultTable): PaperDates {
	return {
		day: new Int32Array(columns.day as ArrayLike<number>),
		precision: new Uint8Array(columns.precision as ArrayLike<number>)
	};
}

/** The names that most papers state, and which of them each paper states. */
export interface PaperNames {
	/** Most papers first, equal ones by name. */
	readonly names: readonly string[];
	/** In the order of the ids: 0 for papers that state none, 1 for others, from 2 on the place in `names`, which begins at 0, plus 2. */
	readonly code: Uint8Array;
}

const statedNames = (dimension: NameDimension, files: readonly DatasetFile[], joins: Joins) =>
	shownValues(dimension, statedValues(dimension, files), joins);

/** The `count` names that most papers state, joined ones as one. */
export function topNamesQuery(
	dimension: NameDimension,
	count: number,
	files: readonly DatasetFile[],
	joins: Joins
): Statement<{ value: string; papers: number }> {
	return select(
		{ value: text, papers: number },
		{ value: 'value', papers: 'CAST(count(DISTINCT paper_id) AS INTEGER)' },
		`FROM (${statedNames(dimension, files, joins)}) GROUP BY value ` +
			`ORDER BY count(DISTINCT paper_id) DESC, value LIMIT ${quoteInteger(count)}`
	);
}

/** Of each paper the code of the most frequent name that it states, among the first `count`. */
export function nameCodesQuery(
	dimension: NameDimension,
	count: number,
	files: readonly DatasetFile[],
	joins: Joins,
	every = 1
): Statement<{ code: number }> {
	const stated = statedNames(dimension, files, joins);
	const top = topNamesQuery(dimension, count, files, joins).sql;
	const coded =
		`SELECT s.paper_id, min(t.place) AS place FROM (${stated}) s LEFT JOIN ` +
		`(SELECT "value", row_number() OVER (ORDER BY "papers" DESC, "value") + 1 AS place FROM (${top})) t ` +
		`ON s.value = t."value" GROUP BY s.paper_id`;
	return select(
		{ code: number },
		{ code: 'CAST(CASE WHEN c.paper_id IS NULL THEN 0 ELSE coalesce(c.place, 1) END AS UTINYINT)' },
		`FROM (SELECT paper_id FROM ${allPapers} WHERE ${isDrawn(every)}) p ` +
			`LEFT JOIN (${coded}) c ON c.paper_id = p.paper_id ORDER BY p.paper_id`
	);
}

/** Reads the result of `nameCodesQuery`. */
export function readCodes({ columns }: ResultTable): Uint8Array {
	return new Uint8Array(columns.code as ArrayLike<number>);
}
