/** Number of themes that can own a hue at the same time. */
export const slots = 8;

/** CSS colour of a theme: its slot's hue, or the neutral grey of themes without one. */
export function slotColour(slot: number | null): string {
	return slot !== null && Number.isInteger(slot) && slot >= 0 && slot < slots
		? `var(--theme-${slot + 1})`
		: 'var(--neutral)';
}

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
