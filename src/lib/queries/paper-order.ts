/** Columns by which papers can be put in order. */
export const paperColumns = [
	'title',
	'published',
	'team_size',
	'theme',
	'similarity',
	'comments',
	'upvotes'
] as const;
export type PaperColumn = (typeof paperColumns)[number];

/** Papers without a value come last either way; equal ones in input order. */
export interface PaperOrder {
	column: PaperColumn;
	descending: boolean;
}
