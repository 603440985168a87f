import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { Shown } from './source-words.ts';

/** What the page shows now. */
export function shownOf(dashboard: DashboardState): Shown {
	return {
		site: dashboard.site,
		filters: dashboard.filters,
		papers: dashboard.overview.papers,
		labelOf: (id) => dashboard.labelOf(id)
	};
}
