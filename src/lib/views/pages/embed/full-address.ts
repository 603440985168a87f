import { formatAddress } from '../../../state/address.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { PageLinks } from '../../parts/links/context.ts';

/** Address of the whole overview under all that is asked for. */
export function fullAddress(links: PageLinks, dashboard: DashboardState): string {
	const { arrangement, filters, settings, site } = dashboard;
	const asked = { arrangement, filters, settings: { ...settings, embed: null }, lent: new Map() };
	return links.overview + formatAddress(asked, site);
}
