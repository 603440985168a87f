/** Charts that can be shown alone, in the frame of another page. */
export const embeddedCharts = ['trend', 'team', 'team-over-time', 'team-by-theme', 'matrix'] as const;

export type EmbeddedChart = (typeof embeddedCharts)[number];
