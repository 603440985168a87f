/** Words and phrases whose trends are shown at once: one for each colour. */
export const mostTerms = 8;

/** Words and phrases from a text in which commas part them; each once. */
export function readTerms(text: string): string[] {
	const terms = text.split(',').map((term) => term.replace(/\s+/g, ' ').trim());
	return [...new Set(terms.filter((term) => term !== ''))].slice(0, mostTerms);
}
