import type { DashboardState } from '../../state/dashboard.svelte.ts';
import { withUnknown } from '../filters/range-filter.ts';

/**
 * What a bar beside an axis of periods does when it is pressed: undated papers are let pass or no longer;
 * papers dated by year only are shown where they have a place, among years.
 */
export function pressBeside(dashboard: DashboardState, kind: 'coarse' | 'undated'): void {
	const { date } = dashboard.filters;
	if (kind === 'coarse') dashboard.setSettings({ unit: 'year' });
	else dashboard.setFilters({ date: withUnknown(date, !date?.unknown) });
}
