import { listedFields, type ColumnOf, type ListedField, type ListedNames } from '../../dataset/fields.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { allPapers } from '../sql/all-papers.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import { number, nullable, text, type Shape, type Statement } from '../../engine/statement.ts';
import type { Filters } from '../filters/filters.ts';
import { themeColumn, themePlace } from '../filters/grouping.ts';
import { namesOfOrder, type PaperColumn, type PaperOrder } from './paper-order.ts';
import type { PaperListRow } from './paper-types.ts';
import { paperCondition } from '../filters/predicates.ts';
import { quoteInteger } from '../sql/quote.ts';
import { listedShape, listedSql } from './stated-columns.ts';
import { statedValues } from '../sql/named-values.ts';
import { select } from '../sql/statement.ts';

/** SQL for a date as precisely as the source states it. */
export const statedDate =
	`left(CAST(published AS VARCHAR), ` +
	`CASE date_precision WHEN 'year' THEN 4 WHEN 'month' THEN 7 ELSE 10 END)`;

export const listShape: Shape<PaperListRow> = {
	paperId: number,
	title: text,
	published: nullable(text),
	teamSize: nullable(number),
	themeId: number,
	similarity: number,
	...listedShape
};

export function listColumns(grouping: ArrangedThemes): { readonly [C in keyof PaperListRow]: string } {
	return {
		paperId: 'paper_id',
		title: 'title',
		published: statedDate,
		teamSize: 'team_size',
		themeId: themeColumn(grouping),
		similarity: 'similarity',
		...listedSql
	};
}

const papers = allPapers;

const orderBy: Record<Exclude<PaperColumn, ListedNames | 'theme' | 'relevance'>, string> = {
	title: `nullif(lower(title), '')`,
	published: 'published',
	team_size: 'team_size',
	similarity: 'similarity',
	...(Object.fromEntries(listedFields.map(({ name, column }) => [column, listedSql[name]])) as Record<
		ColumnOf<ListedField>,
		string
	>)
};

/** What papers are ordered by, before their ids. */
function sortKey(column: PaperColumn, matches: string | null, grouping: ArrangedThemes): string {
	if (column === 'theme') return themePlace(grouping);
	if (column === 'relevance') return matches === null ? '0' : 'score';
	return isNames(column) ? 'name' : orderBy[column];
}

const isNames = (column: PaperColumn): column is ListedNames => namesOfOrder(column) !== null;

/** The papers, and where they are ordered by names, the first that each states. */
function papersWithNames(column: PaperColumn, files: readonly DatasetFile[]): string {
	const dimension = namesOfOrder(column);
	if (dimension === null) return papers;
	const first = `SELECT paper_id, lower(arg_min(value, place)) AS name FROM (${statedValues(dimension, files)})`;
	return `${papers} LEFT JOIN (${first} GROUP BY paper_id) USING (paper_id)`;
}

/**
 * A page of the papers that filters leave: `count` of them from position `from`, which begins at 0. Those papers are
 * found first and fetched then, so that nothing of all the others is read but what they are ordered by. Where that is
 * names, the files that hold them are attached.
 */
export function papersQuery(
	filters: Filters,
	matches: string | null,
	{ column, descending }: PaperOrder,
	from: number,
	count: number,
	grouping: ArrangedThemes,
	files: readonly DatasetFile[]
): Statement<PaperListRow> {
	const order = `ORDER BY sort_key ${descending ? 'DESC' : 'ASC'} NULLS LAST, paper_id`;
	const named = papersWithNames(column, files);
	const among = matches === null ? named : `${named} JOIN ${matches} USING (paper_id)`;
	const page =
		`SELECT paper_id, ${sortKey(column, matches, grouping)} AS sort_key FROM ${among} ` +
		`WHERE ${paperCondition(filters, null, grouping)} ` +
		`${order} LIMIT ${quoteInteger(count)} OFFSET ${quoteInteger(from)}`;
	return select(
		listShape,
		listColumns(grouping),
		`FROM ${papers} JOIN page USING (paper_id) ${order}`,
		`WITH page AS (${page}) `
	);
}

/** The papers of a table of ids, in the order of the ids. */
export function papersOfQuery(matches: string, grouping: ArrangedThemes): Statement<PaperListRow> {
	return select(
		listShape,
		listColumns(grouping),
		`FROM ${papers} WHERE paper_id IN (SELECT paper_id FROM ${matches}) ORDER BY paper_id`
	);
}

/** The number of papers that filters leave. */
export function countQuery(
	filters: Filters,
	matches: string | null,
	grouping: ArrangedThemes
): Statement<{ papers: number }> {
	return select(
		{ papers: number },
		{ papers: 'CAST(count(*) AS INTEGER)' },
		`FROM ${papers} WHERE ${paperCondition(filters, matches, grouping)}`
	);
}

/** The ids of the papers that filters leave, ascending. */
export function idsQuery(
	filters: Filters,
	matches: string | null,
	grouping: ArrangedThemes
): Statement<{ paperId: number }> {
	return select(
		{ paperId: number },
		{ paperId: 'paper_id' },
		`FROM ${papers} WHERE ${paperCondition(filters, matches, grouping)} ORDER BY paper_id`
	);
}
