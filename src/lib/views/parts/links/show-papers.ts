/** The part of the page that holds the table of papers. */
export const papersId = 'papers';

/** Moves to the papers that the filters leave; the focus goes along, to their heading. */
export function showPapers(event?: Event): void {
	event?.preventDefault();
	const part = document.getElementById(papersId);
	part?.scrollIntoView({ block: 'start' });
	part?.querySelector<HTMLElement>('h2, h3')?.focus({ preventScroll: true });
}
