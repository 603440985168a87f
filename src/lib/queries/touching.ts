import { number, type Statement } from '../dataset/statement.ts';
import type { Filters } from './filters.ts';
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

/** The pairs of themes with most papers between them, of those that pass the filters. */
export function touchingQuery(filters: Filters, matches: string | null, count: number): Statement<ThemePair> {
	return select(
		{ first: number, second: number, papers: number },
		{
			first: 'CAST(least(theme_id, second_theme_id) AS INTEGER)',
			second: 'CAST(greatest(theme_id, second_theme_id) AS INTEGER)',
			papers: 'CAST(count(*) AS INTEGER)'
		},
		`FROM ${tableIn('papers')} WHERE ${paperCondition(filters, matches)} AND second_theme_id IS NOT NULL ` +
			`AND similarity > 0 AND CAST(margin AS DOUBLE) <= (1 - ${nearness}) * CAST(similarity AS DOUBLE) ` +
			`GROUP BY ALL ORDER BY papers DESC, first, second LIMIT ${quoteInteger(count)}`
	);
}
