import { formatAddress } from '../../state/address.ts';
import type { DashboardState } from '../../state/dashboard.svelte.ts';
import type { PageLinks } from '../context.ts';

/** Address of a theme's page under the filters that stand, whatever themes they select. */
export function themeAddress(links: PageLinks, dashboard: DashboardState, themeId: number): string {
	const { arrangement, filters, settings, site } = dashboard;
	const asked = {
		arrangement,
		filters: { ...filters, themes: [themeId] },
		settings: { ...settings, paper: null },
		lent: new Map()
	};
	return links.theme + formatAddress(asked, site);
}
