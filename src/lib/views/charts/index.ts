import type { Chart } from './chart.ts';
import { matrix } from './matrix/matrix.ts';
import { teamByTheme } from './team-by-theme/team-by-theme.ts';
import { teamOverTime } from './team-over-time/team-over-time.ts';
import { team } from './team/team.ts';
import { themeRows } from './theme-rows/theme-rows.ts';
import { trend } from './trend/trend.ts';

/** The charts of the overview, in their order. Each can be embedded alone by its id. */
export const charts: readonly Chart[] = [themeRows, trend, team, teamOverTime, teamByTheme, matrix];
