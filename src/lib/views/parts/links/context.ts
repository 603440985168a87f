import { createContext } from 'svelte';

import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { Datasets } from '../../../state/datasets.svelte.ts';
import type { OpenSession } from '../opening/open-session.svelte.ts';
import type { PageLinks } from './pages.ts';

/** The dashboard that the page shows, for every view below the shell. */
export const [getDashboard, setDashboard] = createContext<DashboardState>();

/** The site's dataset and the visitor's own, for what leads from one to the other. */
export const [getDatasets, setDatasets] = createContext<Datasets>();

/** The opening of a visitor's papers. */
export const [getOpenSession, setOpenSession] = createContext<OpenSession>();

/** Where the pages are; only routes know the site's base path. */
export const [getLinks, setLinks] = createContext<PageLinks>();
