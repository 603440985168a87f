import { allPapers } from '../sql/all-papers.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import { number, type Statement } from '../../engine/statement.ts';
import type { Filters } from '../filters/filters.ts';
import { themeColumn } from '../filters/grouping.ts';
import { paperCondition } from '../filters/predicates.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';
import type { ThemeNeighbour } from './theme-types.ts';

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
 * The pairs of themes with most papers between them, of those that pass the filters.
 * @param published the published themes, the only ones whose second themes the dataset knows
 */
export function themePairsQuery(
	filters: Filters,
	matches: string | null,
	count: number,
	published: ArrangedThemes
): Statement<ThemePair> {
	return select(
		{ first: number, second: number, papers: number },
		{
			first: 'CAST(least(own, other) AS INTEGER)',
			second: 'CAST(greatest(own, other) AS INTEGER)',
			papers: 'CAST(count(*) AS INTEGER)'
		},
		`FROM (SELECT ${themeColumn(published)} AS own, second_theme_id AS other FROM ${allPapers} ` +
			`WHERE ${paperCondition(filters, matches, published)} AND similarity > 0 AND second_theme_id IS NOT NULL ` +
			`AND CAST(margin AS DOUBLE) <= (1 - ${nearness}) * CAST(similarity AS DOUBLE)) ` +
			`GROUP BY ALL ORDER BY papers DESC, first, second LIMIT ${quoteInteger(count)}`
	);
}

/** Themes near to one, with the papers that lie between. */
export function withBetween(
	themeId: number,
	near: readonly Omit<ThemeNeighbour, 'between'>[],
	pairs: readonly ThemePair[]
): ThemeNeighbour[] {
	const between = (other: number) =>
		pairs.find(
			({ first, second }) => first === Math.min(themeId, other) && second === Math.max(themeId, other)
		);
	return near.map((theme) => ({ ...theme, between: between(theme.themeId)?.papers ?? 0 }));
}
