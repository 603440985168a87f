import type { ArrangedTheme } from '../../../themes/arrange.ts';
import { split } from '../../../themes/edit.ts';
import type { ThemeArrangement } from '../../../themes/arrangement.ts';
import { formatAddress } from '../../../state/address.ts';
import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { withoutPaper } from '../../../state/settings.ts';
import type { PageLinks } from './pages.ts';

/** Address of a theme's page under the filters that stand, whatever themes they select. */
export function themeAddress(
	links: PageLinks,
	dashboard: DashboardState,
	themeId: number,
	arrangement: ThemeArrangement = dashboard.arrangement
): string {
	const { filters, settings, site } = dashboard;
	const asked = {
		arrangement,
		filters: { ...filters, themes: [themeId] },
		settings: withoutPaper(settings)
	};
	return links.theme + formatAddress(asked, site);
}

/** The themes arranged so that a part of one is a theme of its own: what was merged by hand split, else more themes. */
export function partArrangement(
	{ arrangement, arranged, site }: Pick<DashboardState, 'arrangement' | 'arranged' | 'site'>,
	theme: Pick<ArrangedTheme, 'themeId' | 'nodes'>,
	partId: number
): ThemeArrangement {
	if (theme.nodes.length > 1) return split(arrangement, arranged, theme.themeId);
	const parent = site.tree[partId]?.parentId;
	const leaves = site.counts.leaves;
	// A node is undone by every cut into more themes than this, as ThemeTree.cut has it.
	return { ...arrangement, cut: 2 * leaves - (parent ?? 2 * leaves - 1) };
}
