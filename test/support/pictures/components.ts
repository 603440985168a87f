/** Every drawing that is under test, imported here and nowhere else among the pictures. */
export { default as Sparkline } from '../../../src/lib/drawing/Sparkline.svelte';
export { default as ThemeTeamMatrix } from '../../../src/lib/views/charts/matrix/ThemeTeamMatrix.svelte';
export { default as TeamByTheme } from '../../../src/lib/views/charts/team-by-theme/TeamByTheme.svelte';
export { default as TeamOverTime } from '../../../src/lib/views/charts/team-over-time/TeamOverTime.svelte';
export { default as TeamHistogram } from '../../../src/lib/views/charts/team/TeamHistogram.svelte';
export { default as TrendChart } from '../../../src/lib/views/charts/trend/TrendChart.svelte';
export { default as CurveChart } from '../../../src/lib/views/pages/about/CurveChart.svelte';
export { default as DifferenceMark } from '../../../src/lib/views/pages/compare/DifferenceMark.svelte';
export { default as MapLabels } from './MapLabels.svelte';
