/** Papers that a theme should have on average, at least. */
export const leastPapers = 8;

/** Papers below which none are told apart: all of them are one theme, unless a number of themes is asked for. */
export const leastForThemes = 2 * leastPapers;

/** Said of papers that are enough for themes and that no division into themes sets apart. */
export const oneThemeNotice =
	'No division into themes sets these papers apart, so they stand in one. ' +
	`It takes papers of two kinds at least, about ${leastPapers} of each, with words of their own.`;

/** Whole numbers from one to another, both included. */
export interface NumberRange {
	readonly from: number;
	readonly to: number;
}

/** Which numbers of themes are as good as the proposed one: `24 to 30 are equally good`. */
export const asGoodWords = ({ from, to }: NumberRange) => `${from} to ${to} are equally good`;
