import { listedFields, listedNames } from '../../dataset/fields.ts';
import type { NameDimension } from '../../dataset/manifest.ts';

/**
 * What papers can be put in order by: of names the first that a paper states; `relevance` is how well they match the
 * search, where there is one.
 */
export const paperColumns = [
	'title',
	'published',
	'team_size',
	'theme',
	'similarity',
	...listedFields.map(({ column }) => column),
	...listedNames.map(({ column }) => column),
	'relevance'
] as const;
export type PaperColumn = (typeof paperColumns)[number];

/** What the list of papers can show, in its order: the title always, names and what only some sources state where it is there. */
export const shownColumns = [
	'title',
	'theme',
	...listedNames.map(({ column }) => column),
	'published',
	'team_size',
	'similarity',
	...listedFields.map(({ column }) => column)
] as const;
export type ShownColumn = (typeof shownColumns)[number];

/** Papers without a value come last either way; equal ones in input order. */
export interface PaperOrder {
	column: PaperColumn;
	descending: boolean;
}

/** What papers name that are put in order by it; `null` where they are by something of their own. */
export const namesOfOrder = (column: PaperColumn): NameDimension | null =>
	listedNames.find((names) => names.column === column)?.dimension ?? null;
