import { allPapers } from '../sql/all-papers.ts';
import type { ArrangedThemes } from '../../themes/arrange.ts';
import type { ResultTable } from '../../engine/query-host.ts';
import { number, type Statement } from '../../engine/statement.ts';
import type { Filters } from '../filters/filters.ts';
import { themeColumn } from '../filters/grouping.ts';
import { paperCondition } from '../filters/predicates.ts';
import { select } from '../sql/statement.ts';

/** Steps of a position along each side of the map. */
export const positionSteps = 65_535;

/** Where every paper lies, in narrow columns; the place in them is the paper id. */
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

export function positionsQuery(grouping: ArrangedThemes): Statement<Record<keyof Positions, number>> {
	return select(
		{ x: number, y: number, theme: number, leaf: number },
		{
			x: step('x'),
			y: step('y'),
			theme: `CAST(${themeColumn(grouping)} AS USMALLINT)`,
			leaf: 'CAST(leaf_id AS USMALLINT)'
		},
		`FROM ${allPapers} ORDER BY paper_id`
	);
}

/** Reads the result of `positionsQuery` without a row of its own for any paper. */
export function readPositions({ columns }: ResultTable): Positions {
	const column = (name: keyof Positions) => new Uint16Array(columns[name] as ArrayLike<number>);
	return { x: column('x'), y: column('y'), theme: column('theme'), leaf: column('leaf') };
}

/** For every paper, in the order of the ids, 1 when it passes the filters and 0 when not. */
export function passingQuery(
	filters: Filters,
	matches: string | null,
	grouping: ArrangedThemes
): Statement<{ passes: number }> {
	return select(
		{ passes: number },
		{ passes: `CAST(CASE WHEN ${paperCondition(filters, matches, grouping)} THEN 1 ELSE 0 END AS UTINYINT)` },
		`FROM ${allPapers} ORDER BY paper_id`
	);
}

/** Reads the result of `passingQuery`. */
export function readPassing({ columns }: ResultTable): Uint8Array {
	return new Uint8Array(columns.passes as ArrayLike<number>);
}
