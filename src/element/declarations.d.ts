/**
 * Importing this defines the element `<corpuscope-chart>`, which shows one chart of a dataset:
 *
 * - `src`: the address of a page that shows the dataset, as `corpuscope serve` prints it or a published site has it
 * - `chart`: `trend`, `team`, `team-over-time`, `team-by-theme` or `matrix` (`trend`)
 * - `filters`: what the address of the page has after its `?` under filters, such as `date=2024&theme=3`
 * - `title`: what the chart is called for those who cannot see it
 *
 * It is as wide as its place and as high as the chart.
 */
export {};
