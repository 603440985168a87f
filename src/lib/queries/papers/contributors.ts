import { allPapers } from '../sql/all-papers.ts';
import type { Joins } from '../../dataset/joined-names.ts';
import type { DatasetFile } from '../../dataset/manifest.ts';
import { run, type QueryHost } from '../../engine/query-host.ts';
import { nullable, number, text, type Statement } from '../../engine/statement.ts';
import type { SelectedPapers } from './export-rows.ts';
import type { SuggestDimension, Suggestion } from './paper-types.ts';
import { countQuery } from './papers.ts';
import { paperCondition } from '../filters/predicates.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import { attachValues, valuesOf } from './suggest.ts';

/** What contributors are put in order by. */
export type ContributorOrder = 'papers' | 'citations';

export interface Contributor extends Suggestion {
	/** How often its papers are cited together, as far as they say; `null` where none does. */
	citations: number | null;
	/** Papers that say how often they are cited. */
	counted: number;
}

/** Who or what some papers name most. */
export interface Contributors {
	/** Most papers or citations first, equal ones by papers and name. */
	values: readonly Contributor[];
	/** Papers in all, and those of them that name none. */
	papers: number;
	unstated: number;
}

/**
 * The values that most papers name, or whose papers are cited most; the empty one, for papers that name none, before all others.
 * @param condition on a row of `papers`
 */
function contributorsQuery(
	dimension: SuggestDimension,
	condition: string,
	order: ContributorOrder,
	count: number,
	files: readonly DatasetFile[],
	joins: Joins
): Statement<Contributor> {
	const first = order === 'citations' ? 'sum(citations) DESC NULLS LAST, ' : '';
	return select(
		{ value: text, papers: number, citations: nullable(number), counted: number },
		{
			value: 'value',
			papers: 'CAST(count(*) AS INTEGER)',
			citations: 'CAST(sum(citations) AS DOUBLE)',
			counted: 'CAST(count(citations) AS INTEGER)'
		},
		`FROM (SELECT DISTINCT paper_id, value FROM (${valuesOf(dimension, files, joins)})) ` +
			`JOIN (SELECT paper_id, citations FROM ${allPapers} WHERE ${condition}) USING (paper_id) ` +
			`GROUP BY value ORDER BY value = '' DESC, ${first}count(*) DESC, value LIMIT ${quoteInteger(count + 1)}`
	);
}

/** Papers, and the names that count as one of what they name. */
export interface JoinedPapers extends SelectedPapers {
	joins: Joins;
}

/** The first `count` values in that order; attaches the files that hold the dimension. */
export async function readContributors(
	host: QueryHost,
	files: readonly DatasetFile[],
	dimension: SuggestDimension,
	{ filters, matches, grouping, joins }: JoinedPapers,
	order: ContributorOrder,
	count: number,
	signal?: AbortSignal
): Promise<Contributors> {
	const condition = paperCondition(filters, matches, grouping);
	await attachValues(host, files, dimension, signal);
	const [rows, [all]] = await Promise.all([
		run(host, contributorsQuery(dimension, condition, order, count, files, joins), signal),
		run(host, countQuery(filters, matches, grouping), signal)
	]);
	const [first] = rows;
	return {
		papers: all?.papers ?? 0,
		values: rows.filter(({ value }) => value !== '').slice(0, count),
		unstated: first?.value === '' ? first.papers : 0
	};
}
