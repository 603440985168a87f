import { createContext } from 'svelte';

import type { DashboardState } from '../state/dashboard.svelte.ts';

/** The dashboard that the page shows, for every view below the shell. */
export const [getDashboard, setDashboard] = createContext<DashboardState>();

/** Addresses of the site's pages, without query. */
export interface PageLinks {
	overview: string;
	map: string;
	readingList: string;
	about: string;
	theme: string;
}

/** Where the pages are; only routes know the site's base path. */
export const [getLinks, setLinks] = createContext<PageLinks>();
