import type { ArrangedThemes } from '../dataset/arrangement/arrange.ts';
import { number, type Statement } from '../dataset/statement.ts';
import type { Filters } from './filters.ts';
import { publishedThemeColumn, themeColumn } from './grouping.ts';
import { paperCondition } from './predicates.ts';
import { quoteInteger } from './quote.ts';
import { select } from './statement.ts';
import { tableIn } from './tables.ts';

/** Two themes and the papers that lie between them. */
export interface ThemePair {
	/** The smaller id. */
	first: number;
	second: number;
	papers: number;
}

/** A paper lies between two themes when it is at least so near to the second, as a share of its nearness to its own. */
export const nearness = 0.9;

/**
 * The pairs of themes with most papers between them, of those that pass the filters. The second theme of a paper
 * is a published one: papers whose second theme is now several, or the same as their own, lie between none.
 */
export function touchingQuery(
	filters: Filters,
	matches: string | null,
	count: number,
	grouping: ArrangedThemes,
	published: ArrangedThemes
): Statement<ThemePair> {
	return select(
		{ first: number, second: number, papers: number },
		{
			first: 'CAST(least(own, other) AS INTEGER)',
			second: 'CAST(greatest(own, other) AS INTEGER)',
			papers: 'CAST(count(*) AS INTEGER)'
		},
		`FROM (SELECT ${themeColumn(grouping)} AS own, ${publishedThemeColumn('second_theme_id', grouping, published)} AS other ` +
			`FROM ${tableIn('papers')} WHERE ${paperCondition(filters, matches, grouping)} AND similarity > 0 ` +
			`AND CAST(margin AS DOUBLE) <= (1 - ${nearness}) * CAST(similarity AS DOUBLE)) ` +
			`WHERE own <> other ` +
			`GROUP BY ALL ORDER BY papers DESC, first, second LIMIT ${quoteInteger(count)}`
	);
}
