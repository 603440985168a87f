/** The sentence above each chart of the overview. */
export type { Headline } from './headline.ts';
export { matrixHeadline } from './matrix-headline.ts';
export { teamByThemeHeadline } from './team-by-theme-headline.ts';
export { teamHeadline } from './team-headline.ts';
export { teamOverTimeHeadline } from './team-over-time-headline.ts';
export { trendHeadline, type TrendHeadlineInput } from './trend-headline.ts';
