/** CSS colour of an entry of the palette; `null` is the grey of what is not in the selection. */
export function slotColour(slot: number | null): string {
	return slot === null ? 'var(--neutral)' : `var(--theme-${slot + 1})`;
}

/** `light-dark(#1b1c1e, #eceae4)` as the one of a scheme; any other text as it is. */
export function ofScheme(text: string, scheme: 'light' | 'dark'): string {
	const match = /^\s*light-dark\(\s*(#\w+)\s*,\s*(#\w+)\s*\)\s*$/.exec(text);
	return (scheme === 'light' ? match?.[1] : match?.[2]) ?? text;
}

/** What a custom property of colours says in the scheme that an element is drawn in; empty where there is none. */
export function tokenColour(
	style: Pick<CSSStyleDeclaration, 'colorScheme' | 'getPropertyValue'>,
	name: string
): string {
	return ofScheme(style.getPropertyValue(name), style.colorScheme === 'dark' ? 'dark' : 'light').trim();
}

/** Entries of the palette for lines that are no themes: every two are apart by 16 in CIEDE2000 or more. */
export const lineSlots = [41, 15, 5, 55, 35, 53, 28, 20] as const;

/** Steps of the sequential scale, from empty to strongest. */
export const heatSteps = 6;

/**
 * Step of the sequential lightness scale for a share, 0 to 5. Zero has a step to itself, so that a small
 * share never looks like none.
 *
 * @param share 0 to 1
 * @param largest the share drawn in the strongest step, above 0
 */
export function heatStep(share: number, largest: number): number {
	if (!(share > 0) || !(largest > 0)) return 0;
	return Math.min(heatSteps - 1, Math.max(1, Math.ceil((share / largest) * (heatSteps - 1))));
}

/** Background and text colour of a step; the two strongest steps turn the text over. */
export function heatColours(step: number): { ground: string; text: string } {
	return { ground: `var(--heat-${step})`, text: step >= 4 ? 'var(--heat-paper)' : 'var(--heat-ink)' };
}
