import type { Filters } from '../../../queries/filters/filters.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { PageLinks } from './pages.ts';
import { papersId } from './show-papers.ts';

/** Address of the list of papers that filters leave, which leads to where the list stands on the overview. */
export function papersAddress(
	links: Pick<PageLinks, 'overview'>,
	dashboard: Pick<DashboardState, 'searchFor'>,
	filters: Filters
): string {
	return `${links.overview}${dashboard.searchFor(filters)}#${papersId}`;
}
