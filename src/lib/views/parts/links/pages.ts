/** The pages of the site in the order of the menu; one without a label is reached by links alone. */
export const pages = [
	{ key: 'overview', path: '/', label: 'Overview' },
	{ key: 'read', path: '/read/', label: 'Read' },
	{ key: 'trends', path: '/trends/', label: 'Trends' },
	{ key: 'words', path: '/words/', label: 'Words' },
	{ key: 'compare', path: '/compare/', label: 'Compare' },
	{ key: 'map', path: '/map/', label: 'Map' },
	{ key: 'open', path: '/open/', label: 'Open papers' },
	{ key: 'about', path: '/about/', label: 'About' },
	{ key: 'theme', path: '/theme/', label: null }
] as const;

export type PageKey = (typeof pages)[number]['key'];

/** Addresses of the site's pages, without query. */
export type PageLinks = Readonly<Record<PageKey, string>>;

/** The page of a route, or `null`. */
export function pageOf(route: string | null): PageKey | null {
	return pages.find(({ path }) => path === route || path === `${route}/`)?.key ?? null;
}
