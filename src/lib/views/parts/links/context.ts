import { createContext } from 'svelte';

import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { Datasets } from '../../../state/datasets.svelte.ts';
import type { OpenSession } from '../opening/open-session.svelte.ts';

/** The dashboard that the page shows, for every view below the shell. */
export const [getDashboard, setDashboard] = createContext<DashboardState>();

/** The site's dataset and the visitor's own, for what leads from one to the other. */
export const [getDatasets, setDatasets] = createContext<Datasets>();

/** The opening of a visitor's papers. */
export const [getOpenSession, setOpenSession] = createContext<OpenSession>();

/** Addresses of the site's pages, without query. */
export interface PageLinks {
	overview: string;
	trends: string;
	words: string;
	compare: string;
	map: string;
	readingList: string;
	about: string;
	theme: string;
	open: string;
}

/** Where the pages are; only routes know the site's base path. */
export const [getLinks, setLinks] = createContext<PageLinks>();
