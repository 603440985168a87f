import type { DashboardState } from '../../../state/dashboard.svelte.ts';
import type { MapColumns } from './map-columns.svelte.ts';
import type { MapState } from './map-state.svelte.ts';
import { readPalette } from './palette.ts';
import type { Look } from './raster/raster-protocol.ts';
import { paletteSize } from '../../../themes/palette.ts';

/** Custom properties that hold the colours of themes, and which of them each theme has. */
interface ThemeColours {
	readonly properties: readonly string[];
	readonly of: readonly (readonly [themeId: number, place: number])[];
}

/** The colours of all themes as the dashboard gives them. */
function themeColours({ slots }: Pick<DashboardState, 'slots'>): ThemeColours {
	const properties = Array.from({ length: paletteSize }, (_, slot) => `--theme-${slot + 1}`);
	return { properties, of: [...slots] };
}

/** What the points of the map look like now. @param stage whose style holds the colours */
export function lookOf(stage: Element, map: MapState, columns: MapColumns, dashboard: DashboardState): Look {
	const byTheme = themeColours(dashboard);
	const coloured = columns.classes.value;
	const properties = coloured?.classes.entries.map(({ colour }) => colour) ?? byTheme.properties;
	return {
		palette: readPalette(stage, properties),
		colourOfTheme: byTheme.of,
		classes: coloured?.painted ?? null,
		passing: map.passing,
		periods: map.axis?.periodOf ?? null,
		sizes: columns.sizes.value?.of ?? null,
		highlighted: dashboard.highlighted,
		window: map.window && map.axis ? [...map.window, map.axis.periods.length] : null
	};
}

/** CSS colours of themes; `null` while colour says something else. */
export function themeColour(dashboard: DashboardState): ((themeId: number) => string) | null {
	if (dashboard.settings.colour !== 'theme') return null;
	const { properties, of } = themeColours(dashboard);
	const places = new Map(of);
	return (themeId) => `var(${properties[places.get(themeId) ?? 0]})`;
}
