import { allPapers } from '../sql/all-papers.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import type { ResultTable } from '../../engine/query-host.ts';
import { number, type Statement } from '../../engine/statement.ts';
import type { Filters } from '../filters/filters.ts';
import { themeColumn } from '../filters/grouping.ts';
import { paperCondition } from '../filters/predicates.ts';
import { quoteInteger } from '../sql/quote.ts';
import { select } from '../sql/statement.ts';

/** Steps of a position along each side of the map. */
export const positionSteps = 65_535;

/** Papers that a map shows, at most. */
const mostDrawn = 1_000_000;

/** Of so many papers the map shows one, by their ids from 0 on: the paper at a place has the id of place times this. */
export const drawnEvery = (papers: number): number => Math.max(1, Math.ceil(papers / mostDrawn));

/** Condition on a paper that it is one of those shown. */
export const isDrawn = (every: number): string =>
	every === 1 ? 'true' : `paper_id % ${quoteInteger(every)} = 0`;

/** Where the papers shown lie, in narrow columns; the place in them is that among the papers shown. */
export interface Positions {
	/** 0 to `positionSteps`. */
	readonly x: Uint16Array;
	readonly y: Uint16Array;
	/** Theme of the arrangement. */
	readonly theme: Uint16Array;
	/** Leaf of the theme tree. */
	readonly leaf: Uint16Array;
}

const step = (column: 'x' | 'y') =>
	`CAST(round(least(greatest(CAST(${column} AS DOUBLE), 0), 1) * ${positionSteps}) AS USMALLINT)`;

/** @param every number of papers of which one is shown */
export function positionsQuery(
	grouping: ArrangedThemes,
	every = 1
): Statement<Record<keyof Positions, number>> {
	return select(
		{ x: number, y: number, theme: number, leaf: number },
		{
			x: step('x'),
			y: step('y'),
			theme: `CAST(${themeColumn(grouping)} AS USMALLINT)`,
			leaf: 'CAST(leaf_id AS USMALLINT)'
		},
		`FROM ${allPapers} WHERE ${isDrawn(every)} ORDER BY paper_id`
	);
}

/** Reads the result of `positionsQuery` without a row of its own for any paper. */
export function readPositions({ columns }: ResultTable): Positions {
	const column = (name: keyof Positions) => new Uint16Array(columns[name] as ArrayLike<number>);
	return { x: column('x'), y: column('y'), theme: column('theme'), leaf: column('leaf') };
}

/** For every paper, or those shown, in the order of the ids, 1 when it passes the filters and 0 when not. */
export function passingQuery(
	filters: Filters,
	matches: string | null,
	grouping: ArrangedThemes,
	every = 1
): Statement<{ passes: number }> {
	return select(
		{ passes: number },
		{ passes: `CAST(CASE WHEN ${paperCondition(filters, matches, grouping)} THEN 1 ELSE 0 END AS UTINYINT)` },
		`FROM ${allPapers} WHERE ${isDrawn(every)} ORDER BY paper_id`
	);
}

/** Reads the result of `passingQuery`. */
export function readPassing({ columns }: ResultTable): Uint8Array {
	return new Uint8Array(columns.passes as ArrayLike<number>);
}
