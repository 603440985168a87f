import { createContext } from 'svelte';

import type { DashboardState } from '../state/dashboard.svelte.ts';

/** The dashboard that the page shows, for every view below the shell. */
export const [getDashboard, setDashboard] = createContext<DashboardState>();
