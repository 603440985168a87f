import type { DashboardState } from '../../state/dashboard.svelte.ts';
import type { ChartSource } from './chart-models.ts';

/** What the overview's charts are made from, as the dashboard has it now. */
export function chartSource({ overview, themes, site, filters, slots }: DashboardState): ChartSource {
	return { overview, themes, site, selected: filters.themes, slots };
}
