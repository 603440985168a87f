import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import { paletteSize } from '../../../themes/palette.ts';

/** Custom properties that hold the colours of themes, and which of them each theme has. */
export interface ThemeColours {
	readonly properties: readonly string[];
	readonly of: readonly (readonly [themeId: number, place: number])[];
}

/** The colours of all themes as the dashboard gives them. */
export function themeColours({ slots }: Pick<DashboardState, 'slots'>): ThemeColours {
	const properties = Array.from({ length: paletteSize }, (_, slot) => `--theme-${slot + 1}`);
	return { properties, of: [...slots] };
}
