import { listedFields } from '../../dataset/fields.ts';

/** What papers can be put in order by; `relevance` is how well they match the search, where there is one. */
export const paperColumns = [
	'title',
	'published',
	'team_size',
	'theme',
	'similarity',
	...listedFields.map(({ column }) => column),
	'relevance'
] as const;
export type PaperColumn = (typeof paperColumns)[number];

/** Papers without a value come last either way; equal ones in input order. */
export interface PaperOrder {
	column: PaperColumn;
	descending: boolean;
}
