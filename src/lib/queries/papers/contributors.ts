import { allPapers } from '../sql/all-papers.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { number, text, type Statement } from '../../engine/statement.ts';
import type { SelectedPapers } from './export-rows.ts';
import type { SuggestDimension, Suggestion } from './paper-types.ts';
import { countQuery } from './papers.ts';
import { paperCondition } from '../filters/predicates.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { attachValues, valuesOf } from './suggest.ts';

/** Who or what some papers name most. */
export interface Contributors {
	/** Most papers first, equal ones by name. */
	values: readonly Suggestion[];
	/** Papers in all, and those of them that name none. */
	papers: number;
	unstated: number;
}

/**
 * The values that most papers name, the empty one, for papers that name none, before all others.
 * @param condition on a row of `papers`
 */
function contributorsQuery(
	dimension: SuggestDimension,
	condition: string,
	count: number,
	files: readonly DatasetFile[]
): Statement<Suggestion> {
	return select(
		{ value: text, papers: number },
		{ value: 'value', papers: 'CAST(count(*) AS INTEGER)' },
		`FROM (${valuesOf(dimension, files)}) ` +
			`WHERE paper_id IN (SELECT paper_id FROM ${allPapers} WHERE ${condition}) ` +
			`GROUP BY value ORDER BY value = '' DESC, count(*) DESC, value LIMIT ${quoteInteger(count + 1)}`
	);
}

/** The `count` values that most papers name; attaches the files that hold the dimension. */
export async function readContributors(
	host: QueryHost,
	files: readonly DatasetFile[],
	dimension: SuggestDimension,
	{ filters, matches, grouping }: SelectedPapers,
	count: number,
	signal?: AbortSignal
): Promise<Contributors> {
	const condition = paperCondition(filters, matches, grouping);
	await attachValues(host, files, dimension, signal);
	const [rows, [all]] = await Promise.all([
		run(host, contributorsQuery(dimension, condition, count, files), signal),
		run(host, countQuery(filters, matches, grouping), signal)
	]);
	const [first] = rows;
	return {
		papers: all?.papers ?? 0,
		values: rows.filter(({ value }) => value !== '').slice(0, count),
		unstated: first?.value === '' ? first.papers : 0
	};
}
