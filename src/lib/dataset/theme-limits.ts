/** Papers that a theme should have on average, at least. */
export const leastPapers = 8;

/** Papers below which none are told apart: all of them are one theme, unless a number of themes is asked for. */
export const leastForThemes = 2 * leastPapers;
