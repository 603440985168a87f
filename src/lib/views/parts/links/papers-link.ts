import type { Filters } from '../../../queries/filters/filters.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { PageLinks } from './pages.ts';

/** The part of the page that holds the table of papers. */
export const papersId = 'papers';

/** Address of the list of papers that filters leave, which leads to where the list stands on the overview. */
export function papersAddress(
	links: Pick<PageLinks, 'overview'>,
	dashboard: Pick<DashboardState, 'searchFor'>,
	filters: Filters
): string {
	return `${links.overview}${dashboard.searchFor(filters)}#${papersId}`;
}

/** Moves to the papers that the filters leave; the focus goes along, to their heading. */
export function showPapers(event?: Event): void {
	event?.preventDefault();
	const part = document.getElementById(papersId);
	part?.scrollIntoView({ block: 'start' });
	part?.querySelector<HTMLElement>('h2, h3')?.focus({ preventScroll: true });
}
