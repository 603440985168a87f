/** The part of the page that holds a chart. */
export const chartId = (chart: string) => `chart-${chart}`;
